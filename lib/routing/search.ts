/** The result page (`/search?q=…`): one address for one question, so that it can be passed on. */
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { variantSegment } from "#lib/routing/variant.ts";

export const SEARCH_PATH = "/search";

/** The words of a question, in the one order they are written in; others are dropped. */
export const SEARCH_WORDS = [
  ...["q", "class", "scope", "sort", "from", "to", "validity", "region", "site", "org"],
  ...["number", "field", "exact", "literal", "page"],
] as const;

/** Stands in the address of a word that we offered ourselves; it is no word of the question, and is dropped. */
export const LIST_MARK = "via";

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

/** What may be asked, and where: a page for people, an answer and suggestions for programs, and their description. */
export const QUESTION_PATHS = {
  results: SEARCH_PATH,
  answer: "/api/v1/search",
  suggestions: "/api/v1/suggest",
  openapi: "/api/v1/openapi.json",
} as const;
export type QuestionKind = keyof typeof QUESTION_PATHS;

/** Parsed from an address; `query` in its one spelling, "" when nothing is asked yet. */
export type Question = { kind: QuestionKind; query: string };

const KINDS = Object.keys(QUESTION_PATHS) as QuestionKind[];

/** Programs have no care form. */
export const questionAt = (path: string, isCare: boolean): QuestionKind | null =>
  KINDS.find((kind) => QUESTION_PATHS[kind] === path && !(isCare && kind !== "results")) ?? null;

type QuestionPlace = { siteId: number; locale: Locale; variant: Variant };

/** `/search/3/care.2.e7f-19/zh-CN?q=…`, `/answers/3/zh-CN/suggestions?q=…`: what middleware rewrites to. */
export function questionInnerPath(
  { siteId, locale, variant }: QuestionPlace,
  { kind, query }: Question,
  epoch: string | null,
): string {
  const form = `${variantSegment(variant)}${epoch ? `.e${epoch}` : ""}`;
  const path =
    kind === "results"
      ? `/search/${siteId}/${form}/${locale}`
      : `/answers/${siteId}/${locale}/${kind}`;
  return query === "" ? path : `${path}?${query}`;
}

/** Inverse of `questionInnerPath` for programs, from Next's params; null for anything it does not write. */
export function readAnswerInner(params: { site: string; locale: string; kind: string }): {
  place: { siteId: number; locale: Locale };
  kind: Exclude<QuestionKind, "results">;
} | null {
  const locale = LOCALES.find((known) => known === params.locale);
  const kind = KINDS.find((known) => known === params.kind);
  if (!/^[1-9]\d{0,15}$/.test(params.site) || !locale || !kind || kind === "results") return null;
  return { place: { siteId: Number(params.site), locale }, kind };
}
