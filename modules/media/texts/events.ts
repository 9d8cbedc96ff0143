import * as z from "zod";
import { defineEvent } from "#modules/jobs/domain.ts";

/** The words of a file are known now, to everybody who carries it. */
export const fileTextExtracted = defineEvent(
  "media.text-extracted",
  z.object({ assetId: z.number().int() }),
);
