import { staffEndpoint } from "#modules/access/action.ts";
import { saveBestBet } from "#modules/search/curation/commands/best-bets.ts";
import { bestBetInput } from "#modules/search/curation/schema.ts";

/** Puts results first for a question, or changes that. */
export const POST = staffEndpoint(bestBetInput, ({ ctx, input }) => saveBestBet(ctx, input));
