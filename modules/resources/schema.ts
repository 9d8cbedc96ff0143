import * as z from "zod";
import { daySchema } from "#lib/day-schema.ts";

export const MAX_TITLE = 200;

/** Notices by twenty ministries name them all. */
export const MAX_SOURCE = 300;

/** `2019-04-25T09:32:09`, or with a blank: what clocks in Asia/Shanghai showed. */
const LOCAL_MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?$/;
/** Earlier and later ones PostgreSQL does not read as JavaScript writes them. */
const [FIRST, LAST] = [Date.parse("0001-01-02"), Date.parse("9999-12-30")];

const isKept = (said: string): boolean => Date.parse(said) >= FIRST && Date.parse(said) <= LAST;

/** Nothing where nothing is said; a clock with its seconds and offset. */
function readDate(said: unknown): unknown {
  if (typeof said !== "string") return said;
  const [, day, minutes, seconds = ":00"] = LOCAL_MOMENT.exec(said.trim()) ?? [];
  return day ? `${day}T${minutes}${seconds}+08:00` : said.trim() || null;
}

const publicationDate = z.preprocess(
  readDate,
  z.union([daySchema.refine(isKept), z.iso.datetime({ offset: true }).refine(isKept)]).nullish(),
);

/** A file of a record: its address on the old site and what it is called. */
const attachmentSaid = z.object({
  url: z.string().trim().min(1).max(2_000),
  title: z.string().trim().max(120).nullish(),
});

/** One record of a JSON Lines import file, the schema of shared collections and of the demo content. */
export const importDocument = z.object({
  id: z.string().trim().min(1).max(200),
  type: z.string().max(40),
  title: z.string().trim().min(1).max(MAX_TITLE),
  source: z.string().trim().max(MAX_SOURCE).nullish(),
  org: z.string().trim().max(MAX_SOURCE).nullish(),
  docNo: z.string().trim().max(80).nullish(),
  /** `YYYY-MM-DD` (midnight in Asia/Shanghai) or a moment, with its offset or of Asia/Shanghai. */
  date: publicationDate,
  category: z.string().trim().max(120).nullish(),
  body_html: z.string().nullish(),
  body_text: z.string().nullish(),
  url: z.string().nullish(),
  author: z.string().trim().max(60).nullish(),
  /** Files that belong to it, whether its text points to them or not. */
  attachments: z.array(attachmentSaid).max(100).nullish(),
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

export const archiveInput = withdrawInput.omit({ siteId: true });
export type ArchiveInput = z.infer<typeof archiveInput>;
