/** The one file that lists who follows which event: inside the act's transaction, or as a job after its commit. */
import type { Reactions } from "#modules/jobs/domain.ts";
import {
  publishFiles,
  wantImportedTexts,
  wantPublishedTexts,
  warmArchived,
  warmPublished,
  warmWithdrawn,
  withdrawFiles,
} from "#modules/resources/reactions.ts";
import {
  indexFileText,
  indexImported,
  indexPublished,
  indexSite,
  indexWithdrawn,
} from "#modules/search/reactions.ts";

export const REACTIONS: Reactions = {
  // Files are asked for before the index looks at them: then whose words come meanwhile waits (ADR 30).
  inTransaction: [
    wantPublishedTexts,
    wantImportedTexts,
    indexPublished,
    indexWithdrawn,
    indexImported,
    indexSite,
    indexFileText,
  ],
  afterCommit: [publishFiles, withdrawFiles, warmPublished, warmArchived, warmWithdrawn],
};
