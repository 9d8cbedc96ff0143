/** The one file that lists who follows which event. Each runs as a job after the commit, maybe twice. */
import type { Reaction } from "#modules/jobs/domain.ts";
import { warmPublished, warmWithdrawn } from "#modules/resources/reactions.ts";

export const REACTIONS: readonly Reaction[] = [warmPublished, warmWithdrawn];
