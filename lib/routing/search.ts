/** The result page (`/search?q=…`): one address for one question, so that it can be passed on. */
import type { Locale } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { variantSegment } from "#lib/routing/variant.ts";

export const SEARCH_PATH = "/search";

/** The words of a question, in the one order they are written in; others are dropped. */
export const SEARCH_WORDS = [
  ...["q", "class", "scope", "sort", "from", "to", "validity", "region", "site", "org"],
  ...["number", "field", "exact", "literal", "page"],
] as const;

/** Longer than anything a form field takes; what is typed is cut where it is understood. */
const MAX_VALUE = 400;

/** Text that a page and a database can hold: what is no character of a text stands for a blank. */
export const asText = (typed: string): string =>
  typed.toWellFormed().replace(/[\p{Cc}\p{Noncharacter_Code_Point}]+/gu, " ");

/** `q=…&class=…`: known words that say something, each once. */
export function searchQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const word of SEARCH_WORDS) {
    const value = asText(query.get(word)?.slice(0, MAX_VALUE) ?? "").trim();
    if (value !== "") kept.set(word, value);
  }
  return kept.toString();
}

/** `/search/3/care.2.e7f-19/zh-CN?q=…`: what middleware rewrites to. */
export function searchInnerPath(
  place: { siteId: number; locale: Locale; variant: Variant },
  query: string,
  epoch: string | null,
): string {
  const variant = `${variantSegment(place.variant)}${epoch ? `.e${epoch}` : ""}`;
  return `/search/${place.siteId}/${variant}/${place.locale}${query === "" ? "" : `?${query}`}`;
}
