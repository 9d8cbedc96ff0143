/** Words of records and receipts, as the database can hold them. */
import "server-only";
import { cleanText, isCleanText } from "#lib/richtext/characters.ts";

/** No type reads what lies deeper. */
const MAX_DEPTH = 8;
/** What `fromHtml` makes of them is clean; cleaned before, a form feed that ends a tag's name would be lost. */
const BODIES: ReadonlySet<string> = new Set(["body_html", "body_text"]);

const cleanEach = (entries: readonly [string, unknown][], depth: number): [string, unknown][] =>
  entries.map(([key, value]) => [
    key,
    depth === 0 && BODIES.has(key) ? value : cleanValue(value, depth + 1),
  ]);

/** The same value while nothing of it is in the way: most records are not copied. */
function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => cleanValue(item, depth + 1));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value);
  const cleaned = cleanEach(entries, depth);
  const isChanged = cleaned.some(([, item], at) => item !== entries[at]?.[1]);
  return isChanged ? Object.fromEntries(cleaned) : value;
}

const hasUncleanBody = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(
    ([key, text]) => BODIES.has(key) && typeof text === "string" && !isCleanText(text),
  );

/**
 * A record without control characters and halves of surrogate pairs, which PostgreSQL refuses
 * together with the whole chunk; `isCleaned` when there were some.
 */
export function cleanRecord(given: unknown): { value: unknown; isCleaned: boolean } {
  const value = cleanValue(given, 0);
  return { value, isCleaned: value !== given || hasUncleanBody(given) };
}

/** At most so many units of UTF-16, and never half a character at the end. */
export function beginning(text: string, most: number): string {
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return text.slice(0, isHalf ? most - 1 : most);
}

/** What a receipt quotes of its record is not cleaner than the record. */
export function cleanReceipt<Said extends { id: string | null; reason: string | null }>(
  receipt: Said,
): Said {
  const { id, reason } = receipt;
  return {
    ...receipt,
    id: id === null ? null : cleanText(id),
    reason: reason === null ? null : cleanText(reason),
  };
}
