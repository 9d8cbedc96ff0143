/** The one file that lists who follows which event. Each runs as a job after the commit, maybe twice. */
import type { Reaction } from "#modules/jobs/domain.ts";
import {
  publishFiles,
  warmPublished,
  warmWithdrawn,
  withdrawFiles,
} from "#modules/resources/reactions.ts";

export const REACTIONS: readonly Reaction[] = [
  publishFiles,
  withdrawFiles,
  warmPublished,
  warmWithdrawn,
];
