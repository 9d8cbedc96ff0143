/** One question against the index: which documents, in which order. */
import "server-only";
import type { Db } from "#db/client.ts";
import { STOP_WORDS } from "#modules/search/domain/lexicon.ts";
import { nearness } from "#modules/search/domain/nearer.ts";
import type { Tier } from "#modules/search/domain/plan.ts";
import { countPlanOf } from "#modules/search/domain/plan.ts";
import type { Question } from "#modules/search/domain/question.ts";
import { titleGroups } from "#modules/search/domain/question.ts";
import type { Candidate } from "#modules/search/domain/rank.ts";
import { ranked } from "#modules/search/domain/rank.ts";
import { SEARCH, WEIGHTS } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import { allOf, anyOf, filterGroup, groupsQuery, term } from "#modules/search/domain/tsquery.ts";
import { textWords } from "#modules/search/domain/words.ts";
import type { Period, Weighted } from "#modules/search/queries/candidates.ts";
import { listFacts, listTexts } from "#modules/search/queries/candidates.ts";
import { withClicks } from "#modules/search/queries/clicks.ts";
import type { Engine } from "#modules/search/queries/engine.ts";
import { findNewest, yearWords } from "#modules/search/queries/newest.ts";
import type { TermCounts } from "#modules/search/queries/terms.ts";
import { countTerms } from "#modules/search/queries/terms.ts";

export type Manner = {
  field: "all" | "title" | "body";
  sort: "relevance" | "time";
  period: Period;
  /** Rows that the page and those before it need. */
  rows: number;
};

export type Retrieved = {
  ranked: Candidate[];
  /** The query that counts and offers choices; null when nothing can be asked. */
  counted: { tier: Tier; query: string; groups: readonly Group[] } | null;
  /** Found with some of the words only. */
  isWidened: boolean;
  /** Nothing was cut off and nothing left unasked: this is all there is. */
  isWhole: boolean;
  /** Something holds all that was asked. */
  isFull: boolean;
  /** Those that do, whatever else was found with them. */
  fullIds: readonly number[];
  counts: TermCounts;
};

const idf = (count: number, total: number): number =>
  Math.log(1 + (total - count + 0.5) / (count + 0.5));

/** How telling a character, a pair or another run of a title is. */
function gramWeight(gram: string, { titles }: TermCounts): number {
  const factor = isCharacter(gram) ? WEIGHTS.character : 1;
  return factor * idf(titles.of(gram), titles.total) ** WEIGHTS.rarity;
}

const withFilters = (query: string, filters: readonly string[]): string =>
  allOf([...(query === "" ? [] : [query]), ...filters]);

/** All words of the question, in titles and then in texts. */
async function findFull(engine: Engine, question: Question, counts: TermCounts, manner: Manner) {
  const { groups, filters, keys } = question;
  const ids = new Set<number>();
  const ask = async (tier: Tier, asked: readonly Group[], tiers = "") => {
    const query = groupsQuery(asked, tiers);
    if (query === "") return;
    const found = await findNewest(engine, {
      ...{ tier, query, filters, period: manner.period },
      groups: [...asked, ...filters.map(filterGroup)],
      frequencies: tier === "title" ? counts.titles : counts.documents,
    });
    for (const id of found) ids.add(id);
  };
  if (keys.length > 0)
    for (const id of await engine.listNewest({
      tier: "title",
      query: withFilters(anyOf(keys.map((key) => term(key))), filters),
      plan: "index",
      period: manner.period,
      limit: SEARCH.window,
    }))
      ids.add(id);
  const byNumber = ids.size;
  const titled = titleGroups(groups);
  if (manner.field !== "body") await ask("title", titled);
  // Whichever page is asked for, the order is the same: titles by themselves, and after the last of them the texts.
  const first = [...ids];
  const areTitlesFirst = manner.sort === "relevance" && ids.size >= SEARCH.enoughTitles;
  const isTitlesOnly = areTitlesFirst && manner.rows <= ids.size;
  if (manner.field !== "title" && !isTitlesOnly)
    await ask("document", groups, manner.field === "body" ? "CD" : "");
  const all = [...ids];
  return {
    ...{ all, isTitlesOnly, hasNumber: byNumber > 0 },
    /** Ranked one after the other. */
    tiers: areTitlesFirst
      ? { titles: first, others: all.slice(first.length) }
      : { titles: [], others: all },
  };
}

const rarestFirst = (words: readonly string[], of: (word: string) => number) =>
  [...new Set(words)].sort((a, b) => of(a) - of(b));

/** The first ones whose lists together stay within so many rows. */
function within(words: readonly string[], of: (word: string) => number, rows: number): string[] {
  let sum = 0;
  return words.filter((word) => {
    sum += of(word);
    return sum <= rows;
  });
}

const twoTogether = (words: readonly string[]): string[] =>
  words.flatMap((one, at) =>
    words.slice(at + 1).map((other) => `(${allOf([term(one), term(other)])})`),
  );

const isCharacter = (word: string): boolean => [...word].length === 1;

/**
 * Any of the rarest words; two of them together where one alone stands in too many documents. A
 * character alone says nothing: two of them together do.
 */
function widerQuery(words: readonly string[], of: (word: string) => number): string {
  const all = rarestFirst(words, of);
  const whole = all.filter((word) => !isCharacter(word)).slice(0, SEARCH.widenedWords);
  const characters = within(all.filter(isCharacter), of, SEARCH.characterRows);
  const parts = [
    ...within(whole, of, SEARCH.widenedDocuments * 2).map((word) => term(word)),
    ...twoTogether(whole.slice(0, SEARCH.widenedTogether)),
    ...twoTogether(characters.slice(0, SEARCH.widenedTogether)),
  ];
  return parts.length === 0 ? "" : anyOf(parts);
}

async function findWider(engine: Engine, question: Question, counts: TermCounts, manner: Manner) {
  const ids = new Set<number>();
  const ask = async (tier: Tier, weighted: readonly Weighted[]) => {
    if (weighted.length === 0) return;
    const { of } = tier === "title" ? counts.titles : counts.documents;
    const words = weighted.map(({ word }) => word);
    const query = widerQuery(words, of);
    if (query === "") return;
    const found = await engine.listBest({
      tier,
      query: withFilters(`(${query})`, question.filters),
      words: weighted,
      period: manner.period,
      limit: SEARCH.widenedRows,
    });
    for (const id of found) ids.add(id);
  };
  if (manner.field !== "body")
    await ask(
      "title",
      question.grams.map((word) => ({ word, weight: gramWeight(word, counts) })),
    );
  if (manner.field !== "title") await ask("document", weightsOf(question, counts, true));
  return [...ids];
}

/** Reads the texts of the best by words, and says how near each is to the question. */
async function readNearest(
  db: Db,
  question: Question,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const best = [...candidates].sort((a, b) => b.text - a.text).slice(0, SEARCH.readTexts);
  const texts = await listTexts(
    db,
    best.map(({ resourceId }) => resourceId),
  );
  const near = nearness(question.text, question.words, texts);
  return candidates.map((one) => ({ ...one, near: near.get(one.resourceId) ?? 0 }));
}

/** Words by which texts are told apart: as typed, in parts when little was found, and synonyms for less. */
function weightsOf(question: Question, { documents }: TermCounts, isWidened: boolean): Weighted[] {
  const typed = isWidened ? partsOf(question) : question.words;
  const weigh = (words: readonly string[], factor: number, limit: number): Weighted[] =>
    rarestFirst(words, documents.of)
      .slice(0, limit)
      .map((word) => ({ word, weight: factor * idf(documents.of(word), documents.total) }));
  const others = wordsOf(question).filter((word) => !typed.includes(word));
  return [...weigh(typed, 1, 16), ...weigh(others, WEIGHTS.synonym, 6)];
}

/** Long words and the shorter ones within them. */
const partsOf = ({ text, words }: Question): string[] => [
  ...new Set([...words, ...textWords(text).filter((word) => !STOP_WORDS.has(word))]),
];

const wordsOf = ({ groups }: Question): string[] => [...new Set(groups.flat(2))];

export async function retrieve(
  engine: Engine,
  question: Question,
  manner: Manner,
  { mayWiden }: { mayWiden: boolean },
): Promise<Retrieved> {
  const { db } = engine;
  const words = wordsOf(question);
  const counts = await countTerms(db, [
    ...words,
    ...partsOf(question),
    ...question.grams,
    ...titleGroups(question.groups).flat(2),
    ...question.filters.map(filterGroup).flat(2),
    ...yearWords(),
  ]);
  const full = await findFull(engine, question, counts, manner);
  // The newest of what fits in part would stand before what fits; and who gives a number that is there means that one.
  const least = manner.sort === "time" || full.hasNumber ? 1 : SEARCH.fewHits;
  const isEnough = full.all.length >= least;
  // What shares a few digits with a number that is nowhere has nothing to do with it.
  const isWidened = mayWiden && !isEnough && !question.isNumberOnly;
  const wider = isWidened ? await findWider(engine, question, counts, manner) : [];
  const { titles, others } = full.tiers;
  const ids = [...new Set([...full.all, ...wider])];
  const asked = {
    text: question.text,
    grams: question.grams,
    groups: titleGroups(question.groups),
    weightOf: (gram: string) => gramWeight(gram, counts),
    now: new Date(),
  };
  const inOrder = async (some: readonly number[], weighted: readonly Weighted[]) => {
    const told = await listFacts(db, some, { words: weighted, keys: question.keys });
    const read = isWidened ? await readNearest(db, question, told) : told;
    const facts = await withClicks(db, question.text, read);
    return manner.sort === "time"
      ? [...facts].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
      : ranked(facts, asked);
  };
  const weighted = weightsOf(question, counts, isWidened);
  return {
    ranked: [
      ...(await inOrder(titles, [])),
      ...(await inOrder([...new Set([...others, ...wider])], weighted)),
    ],
    counted: countedBy(question, manner),
    isWidened,
    isWhole: !full.isTitlesOnly && ids.length < SEARCH.window / 2 && !engine.isBehind(),
    isFull: full.all.length > 0,
    fullIds: full.all,
    counts,
  };
}

function countedBy({ groups, filters, keys }: Question, { field }: Manner): Retrieved["counted"] {
  const tier = field === "title" ? "title" : "document";
  const asked = tier === "title" ? titleGroups(groups) : groups;
  const words = groupsQuery(asked, field === "body" ? "CD" : "");
  const parts = [...(words === "" ? [] : [`(${words})`]), ...keys.map((key) => term(key))];
  if (parts.length === 0) return null;
  return {
    tier,
    query: withFilters(anyOf(parts), filters),
    groups: [...asked, ...filters.map(filterGroup)],
  };
}

/** How the counting query is run. */
export const countPlan = (counted: NonNullable<Retrieved["counted"]>, counts: TermCounts) => {
  const frequencies = counted.tier === "title" ? counts.titles : counts.documents;
  return countPlanOf(counted.tier, counted.groups, frequencies, SEARCH.countCap);
};
