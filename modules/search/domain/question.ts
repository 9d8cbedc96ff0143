/** From what was typed to what is asked of the index. */
import { fold } from "#modules/search/domain/fold.ts";
import { QUESTION_FORMS, STOP_WORDS } from "#modules/search/domain/lexicon.ts";
import { askedKeys, numberFieldKey } from "#modules/search/domain/numbers.ts";
import { yearWord } from "#modules/search/domain/plan.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import { anyOf, term } from "#modules/search/domain/tsquery.ts";
import { pairs, pieces, questionWords, titleWords } from "#modules/search/domain/words.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

export type Question = {
  /** Folded, without the words that only ask. */
  text: string;
  /** One for each word, with its synonyms. */
  groups: readonly Group[];
  /** Names that there are other ones for, as typed. */
  expanded: readonly Expanded[];
  words: readonly string[];
  /** Characters and pairs of the whole text, for the titles. */
  grams: readonly string[];
  /** Document and index numbers that may be meant. */
  keys: readonly string[];
  documentNumber: string | null;
  /** Nothing is asked but that number. */
  isNumberOnly: boolean;
  /** Filters as a part of a tsquery; empty when all is searched. */
  filters: readonly string[];
};

export type Expanded = { from: string; to: readonly string[] };

export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Without greetings and "how do I": what is left names the thing. Everything when nothing is left. */
export function withoutQuestion(folded: string): string {
  const bare = QUESTION_FORMS.reduce((text, form) => text.replace(form, ""), folded).trim();
  return [...bare].length >= 2 ? bare : folded.trim();
}

/** The question without a region or a period that was taken as a filter, where a thing to look for is left; else as it is. */
export function withoutSaid(folded: string, said: string): string {
  const at = folded.indexOf(said);
  if (at < 0) return folded;
  const after = folded.slice(at + said.length).replace(/^的/u, "");
  const rest = `${folded.slice(0, at)} ${after}`.replace(/\s+/g, " ").trim();
  return [...rest].length >= 2 ? rest : folded;
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
    filters.push(
      anyOf(Array.from({ length: to - from + 1 }, (_, at) => term(yearWord(from + at)))),
    );
  return filters;
}

const asWords = (text: string): string[] => questionWords(fold(text));

/** Neighbouring pieces from `at` on, the longest first. */
function joined(run: readonly string[], at: number): string[] {
  const names: string[] = [];
  for (let end = at + 1; end <= run.length; end += 1) {
    const name = run.slice(at, end).join("");
    if ([...name].length > CURATION.wordCharacters) break;
    names.unshift(name);
  }
  return names;
}

/** What a question may call by another name: itself, and every row of its pieces (五险一金 is four of them). */
export const namesIn = (text: string): string[] => [
  ...new Set([text, ...pieces(text).flatMap((run) => run.flatMap((_, at) => joined(run, at)))]),
];

const typedWords = (text: string): Group[] =>
  questionWords(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => [[word]]);

type Named = { groups: Group[]; expanded: Expanded[] };

/** From left to right the longest name that there is another one for; between them word by word. */
function byNames(text: string, synonyms: Synonyms): Named {
  const named: Named = { groups: [], expanded: [] };
  for (const run of pieces(text)) {
    let plain = "";
    for (let at = 0; at < run.length; ) {
      const from = joined(run, at).find((name) => synonyms.has(name));
      const to = synonyms.get(from ?? "");
      if (from === undefined || !to) {
        plain += run[at];
        at += 1;
        continue;
      }
      named.groups.push(...typedWords(plain), [questionWords(from), ...to.map(asWords)]);
      named.expanded.push({ from, to });
      plain = "";
      for (let left = from.length; left > 0; at += 1) left -= run[at]?.length ?? left;
    }
    named.groups.push(...typedWords(plain));
  }
  return named;
}

function named(words: readonly string[], text: string, synonyms: Synonyms): Named {
  const to = synonyms.get(text);
  if (to) return { groups: [[[...words], ...to.map(asWords)]], expanded: [{ from: text, to }] };
  const found = byNames(text, synonyms);
  return found.expanded.length > 0
    ? found
    : { groups: words.map((word) => [[word]]), expanded: [] };
}

export function questionOf(
  typed: string,
  {
    filters,
    synonyms,
    isLiteral,
    number = null,
  }: {
    filters: readonly string[];
    synonyms: Synonyms;
    isLiteral: boolean;
    /** What stands in the field for numbers, which is a part of `typed`. */
    number?: string | null;
  },
): Question {
  const folded = fold(typed).trim();
  const text = isLiteral ? folded : withoutQuestion(folded);
  const words = questionWords(text);
  const { keys, normal, isNumberOnly } = askedKeys(folded);
  const indexKey = number === null ? null : numberFieldKey(fold(number));
  return {
    text,
    words,
    ...named(words, text, isLiteral ? new Map() : synonyms),
    grams: titleWords(text),
    keys: indexKey === null ? keys : [...new Set([indexKey, ...keys])],
    documentNumber: normal,
    isNumberOnly,
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
