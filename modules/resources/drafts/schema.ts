import * as z from "zod";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { parseDocument } from "#lib/richtext/schema.ts";

const line = (max: number) => z.string().trim().max(max);
const blankIsNull = (max: number) =>
  line(max)
    .nullable()
    .transform((text) => (text === "" ? null : text));
const id = z.number().int().positive();

/** Types that the desk can write today. */
export const newDraftInput = z.strictObject({
  columnId: id,
  type: z.literal("article").default("article"),
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
  source: line(100),
  body,
  metadata: z.record(z.string(), z.unknown()),
  columnIds: z.array(id).min(1).max(20),
  tags: z.array(line(30).min(1)).max(20),
  attachments: z.array(z.strictObject({ assetId: id, title: line(120).min(1) })).max(50),
});
export type DraftInput = z.infer<typeof draftInput>;

export const returnInput = z.strictObject({
  reason: z.string().trim().min(2, "reason-missing").max(1_000),
});
export const approveInput = z.strictObject({ revision: z.number().int().min(0) });
export const withdrawInputAtDesk = returnInput.extend({ siteId: id.optional() });
