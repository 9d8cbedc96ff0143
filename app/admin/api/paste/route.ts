import * as z from "zod";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { staffEndpoint } from "#modules/access/action.ts";

/** What was pasted, as nodes of ours: the same reader as every import. */
export const POST = staffEndpoint(
  z.strictObject({ html: z.string().max(3_000_000) }),
  async ({ input }) => {
    const { document, dropped } = fromHtml(input.html);
    return { ok: true, value: { document, dropped } };
  },
);
