import * as z from "zod";
import { isCleanText } from "#lib/richtext/characters.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { NEW_TYPES } from "#modules/resources/drafts/domain.ts";
import { MAX_SOURCE } from "#modules/resources/schema.ts";

/** Characters that neither HTML nor the database holds are refused by name, not dropped unseen. */
const clean = z.string().refine(isCleanText, "characters");
const line = (max: number) => clean.trim().max(max);
const blankIsNull = (max: number) =>
  line(max)
    .nullable()
    .transform((text) => (text === "" ? null : text));
const id = z.number().int().positive();

export const newDraftInput = z.strictObject({
  columnId: id,
  type: z.enum(NEW_TYPES).default("article"),
});
export type NewDraftInput = z.infer<typeof newDraftInput>;

/** The text as the editor sends it; closed, so that what was tampered with is refused with its place. */
const body = z.unknown().transform((value, context): RichTextDocument => {
  const parsed = parseDocument(value);
  if (parsed.ok) return parsed.document;
  for (const { code, path } of parsed.problems)
    context.addIssue({ code: "custom", message: code, path: [...path] });
  return z.NEVER;
});

/** A draft may be incomplete; what is there must be well formed. */
export const draftInput = z.strictObject({
  /** The revision that the editor saw. */
  revision: z.number().int().min(0),
  title: line(200),
  subtitle: blankIsNull(200),
  /** Null: made from the text. */
  summary: blankIsNull(500),
  author: blankIsNull(60),
  source: line(MAX_SOURCE),
  body,
  /** Checked by the schema of the type. */
  metadata: z.record(clean, z.union([clean, z.array(clean), z.null()])),
  /** 发布时间, `YYYY-MM-DDTHH:MM` in Asia/Shanghai; null: when it is released. Only before the first release. */
  publishedAt: z.iso
    .datetime({ local: true, precision: -1 })
    .nullable()
    .default(null)
    .transform((moment) => (moment ? new Date(`${moment}:00+08:00`) : null)),
  columnIds: z.array(id).min(1).max(20),
  tags: z.array(line(30).min(1)).max(20),
  attachments: z.array(z.strictObject({ assetId: id, title: line(120).min(1) })).max(50),
});
export type DraftInput = z.infer<typeof draftInput>;

export const returnInput = z.strictObject({
  reason: clean.trim().min(2).max(1_000),
});
export const approveInput = z.strictObject({ revision: z.number().int().min(0) });
export const withdrawInputAtDesk = returnInput.extend({ siteId: id.optional() });
