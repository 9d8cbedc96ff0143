/** One question to one engine: understands, finds, ranks, counts, and says what it did. */
import "server-only";
import { formatDay } from "#lib/format/moment.ts";
import { plus, tallyOf } from "#modules/search/domain/facets.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { periodsIn } from "#modules/search/domain/periods.ts";
import type { Question } from "#modules/search/domain/question.ts";
import { filtersOf } from "#modules/search/domain/question.ts";
import { regionIn } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { BestBets } from "#modules/search/queries/best-bets.ts";
import { listBestBets, NO_BEST_BETS } from "#modules/search/queries/best-bets.ts";
import { listSampleOf } from "#modules/search/queries/candidates.ts";
import type { Choices, Directory } from "#modules/search/queries/choices.ts";
import { choicesOf, directoryOf } from "#modules/search/queries/choices.ts";
import type { Engine } from "#modules/search/queries/engine.ts";
import { listHits } from "#modules/search/queries/hits.ts";
import type { Retrieved } from "#modules/search/queries/retrieve.ts";
import { countPlan } from "#modules/search/queries/retrieve.ts";
import type { Outcome } from "#modules/search/queries/understand.ts";
import { understand, understoodOf } from "#modules/search/queries/understand.ts";
import type { SearchAnswer, SearchOptions, SearchQuery } from "#modules/search/schema.ts";

const NO_CHOICES: Choices = {
  total: { count: 0, isExact: true },
  facets: { classes: [], sites: [], regions: [], organisations: [], years: [] },
  chosen: { regions: [], organisation: null },
};

function nothing(query: SearchQuery, from: number): SearchAnswer {
  return {
    understood: understoodOf(query.q, null),
    hits: [],
    ...NO_CHOICES,
    pages: 0,
    related: [],
    isPartial: false,
    tookMs: performance.now() - from,
  };
}

/** Nothing yet when time ran out, and perhaps there is something. */
const unfinished = (query: SearchQuery, from: number): SearchAnswer => ({
  ...nothing(query, from),
  total: { count: 0, isExact: false },
  isPartial: true,
});

/** `outside`: what editors put there and the words alone would not have found. */
type Page = { all: readonly number[]; ids: readonly number[]; outside: BestBets["outside"] };

/** What editors put first stands first, and nowhere else. */
function pageOf(found: Retrieved, question: Question, query: SearchQuery, best: BestBets): Page {
  const kept = query.exactTitle
    ? found.ranked.filter(({ title }) => fold(title).includes(question.text))
    : found.ranked;
  const all = [...new Set([...best.ids, ...kept.map(({ resourceId }) => resourceId)])];
  const start = (Math.min(query.page, SEARCH.lastPage) - 1) * SEARCH.pageSize;
  return { all, ids: all.slice(start, start + SEARCH.pageSize), outside: best.outside };
}

/**
 * What was found is counted itself where it is all there is, or is not what the words alone would find.
 * Else the engine counts, and never less than what can be turned to.
 */
async function count(engine: Engine, found: Retrieved, query: SearchQuery, page: Page) {
  const { all, outside } = page;
  if (found.isWhole || found.isWidened || query.exactTitle || !found.counted)
    return tallyOf(await listSampleOf(engine.db, all), found.isWhole);
  const counted = await engine.count({
    ...found.counted,
    plan: countPlan(found.counted, found.counts),
    period: { from: query.from, to: query.to },
  });
  const tally = plus(counted, tallyOf(outside));
  return tally.total.count >= all.length
    ? tally
    : { ...tally, total: { count: all.length, isExact: false } };
}

const isTimeout = (error: unknown): boolean => {
  const { cause, code } = error as { cause?: { code?: string }; code?: string };
  return (cause?.code ?? code) === "57014";
};

/** What is left when time has run out: nothing, and said so. */
async function inTime<Value>(
  work: Promise<Value>,
  until: number,
): Promise<{ value: Value } | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, until - performance.now()));
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}

/** What PostgreSQL cannot hold or nobody can mean is left out. */
const readable = (text: string): string =>
  [
    ...text
      .toWellFormed()
      .normalize("NFC")
      .replace(/[\p{Cc}\ufffd]+/gu, " ")
      .trim(),
  ]
    .slice(0, SEARCH.queryMaxCharacters)
    .join("");

function readableQuery(given: SearchQuery): SearchQuery {
  const documentNumber = readable(given.documentNumber ?? "") || null;
  return { ...given, q: readable(given.q), documentNumber };
}

type Asking = {
  query: SearchQuery;
  filters: readonly string[];
  directory: Directory;
  until: number;
};

/** The page that was found, and what stands beside it; both as far as the time reaches. */
async function show(engine: Engine, asking: Asking, outcome: Outcome, hasCounts: boolean) {
  const { query, filters, directory, until } = asking;
  const { question, found } = outcome;
  const regions = [...directory.regions].map(([code, name]) => ({ code, name }));
  const folded = fold(query.q);
  const understood = {
    ...outcome.understood,
    region: regionIn(folded, regions),
    periods: periodsIn(folded, formatDay(new Date())),
  };
  const asked = { searched: understood.searched, filters, found };
  const bets = await inTime(listBestBets(engine.truth, query, asked), until);
  const best = bets?.value ?? NO_BEST_BETS;
  const page = pageOf(found, question, query, best);
  const words = [...new Set([question.text, ...question.groups.flat(2), understood.searched])];
  const reader = { siteId: query.siteId, words, groups: question.groups, directory };
  const hits = await inTime(listHits(engine.truth, page.ids, reader), until);
  const counting = async () =>
    await choicesOf(engine.db, await count(engine, found, query, page), { directory, query });
  const counted = hasCounts ? await inTime(counting(), until) : null;
  const { facets, chosen } = counted?.value ?? NO_CHOICES;
  const total = counted?.value.total ?? {
    count: page.all.length,
    isExact: found.isWhole && !hasCounts,
  };
  const reachable = Math.min(total.count, SEARCH.window, SEARCH.lastPage * SEARCH.pageSize);
  const isBestBet = (id: number) => best.ids.includes(id);
  return {
    understood,
    hits: (hits?.value ?? []).map((hit) => ({ ...hit, isBestBet: isBestBet(hit.resourceId) })),
    total,
    pages: Math.ceil(reachable / SEARCH.pageSize),
    ...{ facets, chosen },
    isPartial: [bets, hits, hasCounts ? counted : hits].includes(null),
  };
}

/** One question, asked of an engine that is made for it alone. */
export async function answer(
  engine: Engine,
  given: SearchQuery,
  { deadlineMs = SEARCH.deadlineMs, hasCounts = true }: SearchOptions,
): Promise<SearchAnswer> {
  const query = readableQuery(given);
  const from = performance.now();
  const until = from + deadlineMs;
  if (query.q === "" && !query.documentNumber) return nothing(query, from);
  const directory = await inTime(directoryOf(engine.db), until);
  if (!directory) return unfinished(query, from);
  const other = query.siteCode
    ? (directory.value.sites.find(({ code }) => code === query.siteCode)?.id ?? 0)
    : null;
  const filters = filtersOf(query, { asked: query.siteId, other });
  const outcome = await inTime(understand(engine, query, filters), until);
  if (!outcome) return unfinished(query, from);
  const asking = { query, filters, directory: directory.value, until };
  const shown = await show(engine, asking, outcome.value, hasCounts);
  return { ...shown, related: [], tookMs: performance.now() - from };
}
