import * as z from "zod";

/** A title in a list that leads to another address; it has no text of its own. */
export const linkMetadata = z.strictObject({
  href: z.url({ protocol: /^https?$/ }),
});
