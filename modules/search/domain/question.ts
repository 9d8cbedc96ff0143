/** From what was typed to what is asked of the index. */
import { fold } from "#modules/search/domain/fold.ts";
import { QUESTION_FORMS } from "#modules/search/domain/lexicon.ts";
import { askedKeys } from "#modules/search/domain/numbers.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import { anyOf, term } from "#modules/search/domain/tsquery.ts";
import { pairs, questionWords, titleWords } from "#modules/search/domain/words.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

export type Question = {
  /** Folded, without the words that only ask. */
  text: string;
  /** One for each word, with its synonyms. */
  groups: readonly Group[];
  words: readonly string[];
  /** Characters and pairs of the whole text, for the titles. */
  grams: readonly string[];
  /** Document and index numbers that may be meant. */
  keys: readonly string[];
  documentNumber: string | null;
  years: readonly number[];
  /** Filters as a part of a tsquery; empty when all is searched. */
  filters: readonly string[];
};

export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Without greetings and "how do I": what is left names the thing. Everything when nothing is left. */
export function withoutQuestion(folded: string): string {
  const bare = QUESTION_FORMS.reduce((text, form) => text.replace(form, ""), folded).trim();
  return [...bare].length >= 2 ? bare : folded.trim();
}

/** Choices of the page as filters that stand in every row's words. */
export function filtersOf(query: SearchQuery, siteIds: { asked: number; other: number | null }) {
  const filters: string[] = [];
  if (query.scope === "site") filters.push(term(`@s${siteIds.asked}`));
  if (siteIds.other !== null) filters.push(term(`@s${siteIds.other}`));
  if (query.class) filters.push(term(`@c${query.class}`));
  if (query.validity) filters.push(term(query.validity === "current" ? "@v1" : "@v0"));
  if (query.regionCode) filters.push(term(`@r${query.regionCode}`));
  if (query.organisationId !== null) filters.push(term(`@o${query.organisationId}`));
  const [from, to] = [query.from, query.to].map((day) => Number(day?.slice(0, 4) ?? 0));
  // Whole years are filters too: they make a date range cheap where it is narrow.
  if (from && to && to >= from && to - from < 10)
    filters.push(anyOf(Array.from({ length: to - from + 1 }, (_, at) => term(`@y${from + at}`))));
  return filters;
}

const asWords = (text: string): string[] => questionWords(fold(text));

/** Every run of the text that editors have another name for, longest first; then word by word. */
function groupsOf(words: readonly string[], text: string, synonyms: Synonyms): Group[] {
  const whole = synonyms.get(text);
  if (whole) return [[[...words], ...whole.map(asWords)]];
  return words.map((word) => [[word], ...(synonyms.get(word) ?? []).map(asWords)]);
}

export function questionOf(
  typed: string,
  {
    filters,
    synonyms,
    isLiteral,
  }: { filters: readonly string[]; synonyms: Synonyms; isLiteral: boolean },
): Question {
  const folded = fold(typed).trim();
  const text = isLiteral ? folded : withoutQuestion(folded);
  const words = questionWords(text);
  const { keys, normal } = askedKeys(folded);
  const years = [...folded.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/g)].map(([year]) => Number(year));
  return {
    text,
    words,
    groups: isLiteral ? words.map((word) => [[word]]) : groupsOf(words, text, synonyms),
    grams: titleWords(text),
    keys,
    documentNumber: normal,
    years: [...new Set(years)],
    filters,
  };
}

/** The same question of titles: each word by its pairs. */
export const titleGroups = (groups: readonly Group[]): Group[] =>
  groups.map((group) =>
    group.map((words) =>
      words.flatMap((word) => (/^\p{Script=Han}{2,}$/u.test(word) ? pairs(word) : [word])),
    ),
  );
