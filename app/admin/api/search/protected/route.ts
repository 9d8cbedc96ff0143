import { staffEndpoint } from "#modules/access/action.ts";
import { protectWords } from "#modules/search/curation/commands/protected.ts";
import { wordInput } from "#modules/search/curation/schema.ts";

/** A word that is never corrected. */
export const POST = staffEndpoint(wordInput, async ({ ctx, input }) => {
  const added = await protectWords(ctx, [input.word]);
  return added > 0 ? { ok: true } : { ok: false, problems: ["word-protected"] };
});
