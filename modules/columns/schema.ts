import * as z from "zod";
import { RESOURCE_TYPES } from "#db/enums/resources.ts";
import { FRESHNESS_CLASSES } from "#db/enums/sites.ts";

const text = (max: number) => z.string().trim().min(1).max(max);

/** `zwgk/tzgg`: lower-case segments, no leading slash. */
export const columnPathSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}(\/[a-z0-9][a-z0-9-]{0,39}){0,5}$/, "column-path-form");

export const reviewStepsSchema = z.union([z.literal(1), z.literal(2)]);

export const reviewStepsInput = z.object({
  siteId: z.number().int().positive(),
  path: columnPathSchema,
  steps: reviewStepsSchema,
});
export type ReviewStepsInput = z.infer<typeof reviewStepsInput>;

const columnFields = {
  path: columnPathSchema,
  /** @rule GL-14.5 */
  name: text(10),
  description: text(300),
  keywords: text(200),
  columnType: text(20),
  type: z.enum(RESOURCE_TYPES),
  template: z.string(),
  freshness: z.enum(FRESHNESS_CLASSES),
  rhythm: z.string().nullable(),
  position: z.number().int(),
  isBlankAllowed: z.boolean(),
  /** How many people must agree before release; absent: as it is, one at first. */
  reviewSteps: reviewStepsSchema.optional(),
};
export type ColumnSpec = z.infer<z.ZodObject<typeof columnFields>> & { children: ColumnSpec[] };
export const columnSchema: z.ZodType<ColumnSpec> = z.lazy(() =>
  z.object({ ...columnFields, children: z.array(columnSchema) }),
);
