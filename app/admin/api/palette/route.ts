import * as z from "zod";
import { staffEndpoint } from "#modules/access/action.ts";
import { PALETTE } from "#modules/palette/domain.ts";
import { askPalette, loadPalette } from "#modules/palette/loaders.ts";

const schema = z.strictObject({ words: z.string().trim().max(PALETTE.longestAsked) });

/** What the palette offers: without words all it keeps, with words pieces of the site by their titles. */
export const POST = staffEndpoint(schema, async ({ here, ctx, input: { words } }) => ({
  ok: true,
  value: await (words === "" ? loadPalette(ctx, here.siteId) : askPalette(ctx, here.siteId, words)),
}));
