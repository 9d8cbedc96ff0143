/** The one file that lists who follows which event: inside the act's transaction, or as a job after its commit. */
import type { Reactions } from "#modules/jobs/domain.ts";
import {
  publishFiles,
  warmPublished,
  warmWithdrawn,
  withdrawFiles,
} from "#modules/resources/reactions.ts";
import {
  indexImported,
  indexPublished,
  indexSite,
  indexWithdrawn,
} from "#modules/search/reactions.ts";

export const REACTIONS: Reactions = {
  inTransaction: [indexPublished, indexWithdrawn, indexImported, indexSite],
  afterCommit: [publishFiles, withdrawFiles, warmPublished, warmWithdrawn],
};
