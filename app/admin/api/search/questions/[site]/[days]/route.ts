import { staffFile } from "#modules/access/action.ts";
import { loadQuestionsFile } from "#modules/searchlog/loaders.ts";

/** The words of a site and period as CSV. */
export const GET = staffFile(({ ctx }, words: { site: string; days: string }) =>
  loadQuestionsFile(ctx, words),
);
