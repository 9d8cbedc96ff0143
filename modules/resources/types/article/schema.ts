import * as z from "zod";

/** Index fields that an ordinary article may carry; all optional. */
export const articleMetadata = z.strictObject({
  docNo: z.string().max(80).nullable().default(null),
  category: z.string().max(120).nullable().default(null),
  keywords: z.array(z.string().min(1).max(30)).max(20).default([]),
  /** Address in the system it came from. */
  originalUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
});
