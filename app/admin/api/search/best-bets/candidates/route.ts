import { staffEndpoint } from "#modules/access/action.ts";
import { loadCandidates } from "#modules/search/curation/loaders.ts";
import { candidateInput } from "#modules/search/curation/schema.ts";

/** What may be recommended on a site, or in the whole group. */
export const POST = staffEndpoint(candidateInput, async ({ ctx, input }) => ({
  ok: true,
  value: await loadCandidates(ctx, input),
}));
