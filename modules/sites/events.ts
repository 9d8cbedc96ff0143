import * as z from "zod";
import { SITE_STATES } from "#db/enums/sites.ts";
import { defineEvent } from "#modules/jobs/domain.ts";

export const siteStateChanged = defineEvent(
  "site.state-changed",
  z.object({ siteId: z.number().int(), from: z.enum(SITE_STATES), to: z.enum(SITE_STATES) }),
);
