import { staffEndpoint } from "#modules/access/action.ts";
import { releaseWord } from "#modules/search/curation/commands/protected.ts";
import { wordInput } from "#modules/search/curation/schema.ts";

export const POST = staffEndpoint(wordInput, async ({ ctx, input }) => {
  await releaseWord(ctx, input.word);
  return { ok: true };
});
