/** What the fields of several kinds of node have in common. */
import { z } from "zod";
import { isCleanText } from "./characters.ts";
import { MAX_INDENT } from "./limits.ts";

/** Lexical's bits of `text.format`, for the formats a document may use. */
export const FORMAT_BITS = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  subscript: 32,
  superscript: 64,
} as const;
const ALLOWED_BITS = Object.values(FORMAT_BITS).reduce((all, bit) => all | bit, 0);

export const version = z.literal(1);
export const cleanString = z.string().refine(isCleanText, { error: "forbidden-character" });
const noStyle = z.literal("", { error: "unwanted-style" });
const format = z.int().refine((bits) => (bits & ~ALLOWED_BITS) === 0, { error: "bad-attribute" });

// Fields that `toJSON()` leaves undefined until it goes through JSON, and that we never take.
export const absent = z.undefined().optional();

export const elementFields = {
  direction: z.enum(["ltr", "rtl"]).nullable(),
  format: z.enum(["", "left", "start", "center", "right", "end", "justify"]),
  indent: z.int().min(0).max(MAX_INDENT),
  // Lexical writes the two on any element whose first text is formatted, on paragraphs always.
  textFormat: format.optional(),
  textStyle: noStyle.optional(),
  version,
};

export const textFields = {
  detail: z.int().min(0).max(3),
  mode: z.literal("normal"),
  style: noStyle,
  format,
};
