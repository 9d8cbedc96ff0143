import { staffEndpoint } from "#modules/access/action.ts";
import { trySynonym } from "#modules/search/curation/commands/trial.ts";
import { synonymTrialInput } from "#modules/search/curation/schema.ts";

/** What would be found with a synonym and without it; nothing is kept. */
export const POST = staffEndpoint(synonymTrialInput, async ({ ctx, input }) => ({
  ok: true,
  value: await trySynonym(ctx, input),
}));
