import { staffEndpoint } from "#modules/access/action.ts";
import { searchPublic } from "#modules/search/queries/public.ts";
import { renewPopular } from "#modules/searchlog/commands/popular.ts";
import { chooseHotWord } from "#modules/searchlog/commands/words.ts";
import { hotChoiceInput } from "#modules/searchlog/schema.ts";

/** Pins or hides a hot word, and makes the list anew at once. */
export const POST = staffEndpoint(hotChoiceInput, async ({ ctx, input }) => {
  const chosen = await chooseHotWord(ctx, input);
  if (chosen.ok) await renewPopular(ctx.db, searchPublic, input.siteId);
  return chosen;
});
