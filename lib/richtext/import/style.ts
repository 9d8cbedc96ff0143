import type { Alignment } from "../build.ts";
import { FORMAT_BITS } from "../node-fields.ts";
import { FORMAT_OF_TAG } from "./elements.ts";

/** An element as far as its looks tell its meaning. */
export type Styled = { tag: string; attributes: ReadonlyMap<string, string> };

const BOLD = /^(?:bold|bolder|[6-9]\d\d|1000)$/;
const ITALIC = /^(?:italic|oblique)/;

const NONE: ReadonlyMap<string, string> = new Map();

/** The declarations of a style attribute; the last one wins, `!important` or not. */
export function declarations(element: Styled): ReadonlyMap<string, string> {
  const style = element.attributes.get("style");
  if (!style) return NONE;
  const found = new Map<string, string>();
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/i, "");
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return found;
}

/** Format bits inside the element, given those around it. */
export function formatInside(
  element: Styled,
  styles: ReadonlyMap<string, string>,
  around: number,
): number {
  const fromTag =
    around | (Object.hasOwn(FORMAT_OF_TAG, element.tag) ? (FORMAT_OF_TAG[element.tag] ?? 0) : 0);
  if (styles.size === 0) return oneScript(fromTag, around);
  let bits = fromTag;
  bits = decided(bits, FORMAT_BITS.bold, styles.get("font-weight"), BOLD);
  bits = decided(bits, FORMAT_BITS.italic, styles.get("font-style"), ITALIC);
  bits |= decorationBits(styles);
  bits |= scriptBits(styles.get("vertical-align"));
  return oneScript(bits, around);
}

/** Where the lines of a block stand, given where those around it do. */
export function alignmentInside(
  element: Styled,
  styles: ReadonlyMap<string, string>,
  around: Alignment,
): Alignment {
  if (element.tag === "table") return "";
  const asked = styles.get("text-align") ?? element.attributes.get("align")?.toLowerCase() ?? "";
  if (/center|middle/.test(asked) || (asked === "" && element.tag === "center")) return "center";
  if (asked === "right" || asked === "end") return "right";
  if (asked === "justify") return "justify";
  return asked === "left" || asked === "start" ? "" : around;
}

export function isHidden(element: Styled, styles: ReadonlyMap<string, string>): boolean {
  return element.attributes.has("hidden") || styles.get("display") === "none";
}

export function isPreformatted(styles: ReadonlyMap<string, string>): boolean {
  return /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(styles.get("white-space") ?? "");
}

function decided(bits: number, bit: number, value: string | undefined, isOn: RegExp): number {
  if (value === undefined || value === "" || value === "inherit") return bits;
  return isOn.test(value) ? bits | bit : bits & ~bit;
}

function decorationBits(styles: ReadonlyMap<string, string>): number {
  const line = `${styles.get("text-decoration")} ${styles.get("text-decoration-line")}`;
  const underline = line.includes("underline") ? FORMAT_BITS.underline : 0;
  return underline | (line.includes("line-through") ? FORMAT_BITS.strikethrough : 0);
}

function scriptBits(verticalAlign: string | undefined): number {
  if (verticalAlign === "super") return FORMAT_BITS.superscript;
  return verticalAlign === "sub" ? FORMAT_BITS.subscript : 0;
}

// Lexical's text is raised or lowered, never both: the inner one holds.
function oneScript(bits: number, around: number): number {
  const both = FORMAT_BITS.subscript | FORMAT_BITS.superscript;
  return (bits & both) === both ? bits & ~(around & both) : bits;
}
