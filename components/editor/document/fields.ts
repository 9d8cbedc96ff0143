import {
  IS_BOLD,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
} from "lexical";
import { cleanText } from "#lib/richtext/characters.ts";
import { MAX_INDENT } from "#lib/richtext/limits.ts";
import type { Paragraph } from "#lib/richtext/nodes.ts";

/** A node as Lexical wrote it, of which nothing is taken on trust. */
export type Raw = Readonly<Record<string, unknown>>;

/** The formats a document may use; lib/richtext names the same (a test compares them). */
export const ALLOWED_FORMATS =
  IS_BOLD | IS_ITALIC | IS_STRIKETHROUGH | IS_UNDERLINE | IS_SUBSCRIPT | IS_SUPERSCRIPT;

const DIRECTIONS = ["ltr", "rtl"] as const;
const ALIGNMENTS = ["", "left", "start", "center", "right", "end", "justify"] as const;

export function childrenOf(raw: Raw): Raw[] {
  const children = raw["children"];
  return Array.isArray(children) ? children.filter((child) => isRaw(child)) : [];
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function oneOf<T extends string | number>(
  value: unknown,
  allowed: readonly T[],
): T | undefined {
  return allowed.find((one) => one === value);
}

export function whole(value: unknown, least: number, most: number): number {
  return typeof value === "number" && Number.isFinite(value)
    ? Math.min(most, Math.max(least, Math.trunc(value)))
    : least;
}

export function words(value: unknown, most: number): string {
  // Cutting first could leave half a surrogate pair for the cleaner to find.
  return typeof value === "string" ? cleanText(value.slice(0, most)) : "";
}

/** A row's id, or null. */
export function idOf(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? value : null;
}

export function formatBits(value: unknown): number {
  return typeof value === "number" ? value & ALLOWED_FORMATS : 0;
}

type ElementFields = Pick<
  Paragraph,
  "direction" | "format" | "indent" | "textFormat" | "textStyle" | "version"
>;

export function elementFields(raw: Raw): ElementFields {
  return {
    direction: oneOf(raw["direction"], DIRECTIONS) ?? null,
    format: oneOf(raw["format"], ALIGNMENTS) ?? "",
    indent: whole(raw["indent"], 0, MAX_INDENT),
    ...(raw["textFormat"] === undefined ? {} : { textFormat: formatBits(raw["textFormat"]) }),
    ...(raw["textStyle"] === undefined ? {} : { textStyle: "" as const }),
    version: 1,
  };
}
