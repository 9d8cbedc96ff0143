import * as z from "zod";
import { defineEvent } from "#modules/jobs/domain.ts";

const place = z.object({
  placementId: z.number().int(),
  siteId: z.number().int(),
  columnId: z.number().int(),
  path: z.string(),
});

export const resourcePublished = defineEvent(
  "resource.published",
  z.object({ resourceId: z.number().int(), editionId: z.number().int(), places: z.array(place) }),
);

/**
 * A chunk of an import stored these as published, or placed them. `texts`: what readers see of the new
 * ones, for those who follow inside the transaction; a job after it would carry them all.
 */
export const resourcesImported = defineEvent(
  "resources.imported",
  z.object({
    resourceIds: z.array(z.number().int()),
    texts: z.array(z.tuple([z.number().int(), z.string()])),
  }),
);

/** It was archived, or is kept up again: its pages say so. */
export const resourceArchived = defineEvent(
  "resource.archived",
  z.object({ resourceId: z.number().int(), places: z.array(place) }),
);

export const resourceWithdrawn = defineEvent(
  "resource.withdrawn",
  z.object({ resourceId: z.number().int(), places: z.array(place) }),
);
