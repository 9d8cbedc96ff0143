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

/** A chunk of an import stored these as published, or placed them. */
export const resourcesImported = defineEvent(
  "resources.imported",
  z.object({ resourceIds: z.array(z.number().int()) }),
);

export const resourceWithdrawn = defineEvent(
  "resource.withdrawn",
  z.object({ resourceId: z.number().int(), places: z.array(place) }),
);
