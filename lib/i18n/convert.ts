import { Converter } from "opencc-js/cn2t";
import type { Locale } from "#lib/i18n/locales.ts";

/** Writes a text of the origin in another script; the same text where there is nothing to convert. */
export type Convert = (text: string) => string;

const same: Convert = (text) => text;
const HAN = /\p{Script=Han}/u;

let toTraditional: Convert | null = null;

/**
 * zh-Hant is converted by OpenCC, characters and the words they stand in; the dictionary is read on
 * first use. Other languages are written by people.
 */
export function converterFor(locale: Locale): Convert {
  if (locale !== "zh-Hant") return same;
  toTraditional ??= Converter({ from: "cn", to: "tw" });
  const convert = toTraditional;
  return (text) => (HAN.test(text) ? convert(text) : text);
}

/** What is an address, a code or a number in a register, not a text for people. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ...["url", "src", "href", "path", "host", "column"],
  ...["type", "columnType", "icp", "police", "metadata"],
]);

/** Every text in a value of plain data, converted; addresses stay as they are. */
export function convertDeep<Value>(value: Value, convert: Convert): Value {
  if (convert === same) return value;
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return convert(part);
    if (Array.isArray(part)) return part.map(walk);
    if (
      part === null ||
      typeof part !== "object" ||
      Object.getPrototypeOf(part) !== Object.prototype
    )
      return part;
    // Links lead to it by its name.
    if ("type" in part && part.type === "anchor") return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [key, NO_TEXT.has(key) ? inner : walk(inner)]),
    );
  };
  return walk(value) as Value; // safe because only texts within it were replaced
}
