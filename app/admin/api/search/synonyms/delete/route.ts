import { staffEndpoint } from "#modules/access/action.ts";
import { deleteSynonym } from "#modules/search/curation/commands/synonyms.ts";
import { wordInput } from "#modules/search/curation/schema.ts";

export const POST = staffEndpoint(wordInput, async ({ ctx, input }) => {
  await deleteSynonym(ctx, input.word);
  return { ok: true };
});
