import { staffEndpoint } from "#modules/access/action.ts";
import { deleteBestBet } from "#modules/search/curation/commands/best-bets.ts";
import { bestBetDeletion } from "#modules/search/curation/schema.ts";

export const POST = staffEndpoint(bestBetDeletion, async ({ ctx, input }) => {
  await deleteBestBet(ctx, input.id);
  return { ok: true };
});
