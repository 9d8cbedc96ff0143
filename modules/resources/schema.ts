import * as z from "zod";

export const MAX_TITLE = 200;

/** One record of a JSON Lines import file, the schema of shared collections and of the demo content. */
export const importDocument = z.object({
  id: z.string().trim().min(1).max(200),
  type: z.string().max(40),
  title: z.string().trim().min(1).max(MAX_TITLE),
  source: z.string().trim().max(100).nullish(),
  org: z.string().trim().max(100).nullish(),
  docNo: z.string().trim().max(80).nullish(),
  /** `YYYY-MM-DD` (midnight in Asia/Shanghai) or a moment with its offset. */
  date: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullish(),
  category: z.string().trim().max(120).nullish(),
  body_html: z.string().nullish(),
  body_text: z.string().nullish(),
  url: z.string().nullish(),
  author: z.string().trim().max(60).nullish(),
  /** Fields of the record's own type, read by its folder below types/. */
  meta: z.record(z.string(), z.unknown()).nullish(),
});
export type ImportDocument = z.infer<typeof importDocument>;

/** `--map`: where records of a type and category go, and what they become. */
export const importMap = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        /** `type` of the records; absent: any. */
        type: z.string().min(1).optional(),
        /** `category`, or the beginning of it and `*`; absent: any. */
        category: z.string().min(1).optional(),
        column: z.string().min(1),
        as: z.enum(["article", "policy", "link", "service", "organisation"]).optional(),
      }),
    )
    .min(1)
    .max(1_000),
});

export const withdrawInput = z.object({
  resourceId: z.number().int().positive(),
  /** Kept in the history; citizens are not told. */
  reason: z.string().trim().min(2, "reason-missing").max(500),
  /** Only this site's placements; absent: everywhere. */
  siteId: z.number().int().positive().optional(),
});
export type WithdrawInput = z.infer<typeof withdrawInput>;
