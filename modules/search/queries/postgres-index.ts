/** The search index on PostgreSQL: understands, plans, finds, ranks, counts, and says what it did. */
import "server-only";
import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { fold } from "#modules/search/domain/fold.ts";
import type { Question } from "#modules/search/domain/question.ts";
import { filtersOf } from "#modules/search/domain/question.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { BestBets } from "#modules/search/queries/best-bets.ts";
import { listBestBets, NO_BEST_BETS } from "#modules/search/queries/best-bets.ts";
import { listSample } from "#modules/search/queries/candidates.ts";
import type { Choices, Directory } from "#modules/search/queries/choices.ts";
import { choicesOf, directoryOf } from "#modules/search/queries/choices.ts";
import { listHits } from "#modules/search/queries/hits.ts";
import type { Retrieved } from "#modules/search/queries/retrieve.ts";
import { countPlan } from "#modules/search/queries/retrieve.ts";
import { understand, understoodOf } from "#modules/search/queries/understand.ts";
import type {
  SearchAnswer,
  SearchIndex,
  SearchOptions,
  SearchQuery,
} from "#modules/search/schema.ts";

/** A pool for searches alone: the planner may not guess at what the application has decided. */
export const connectSearch = (url?: string) =>
  connect({
    role: "zs_public",
    max: 4,
    name: "search",
    statementMs: SEARCH.deadlineMs,
    settings: { enable_seqscan: "off", jit: "off" },
    ...(url ? { url } : {}),
  });

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

type Page = { ids: number[]; total: number };

/** What editors put first stands first, and nowhere else. */
function pageOf(found: Retrieved, question: Question, query: SearchQuery, best: BestBets): Page {
  const kept = query.exactTitle
    ? found.ranked.filter(({ title }) => fold(title).includes(question.text))
    : found.ranked;
  const all = [...new Set([...best.ids, ...kept.map(({ resourceId }) => resourceId)])];
  const start = (Math.min(query.page, SEARCH.lastPage) - 1) * SEARCH.pageSize;
  return { ids: all.slice(start, start + SEARCH.pageSize), total: all.length };
}

async function count(
  db: Db,
  found: Retrieved,
  given: { query: SearchQuery; directory: Directory; outside: BestBets["outside"] },
): Promise<Choices> {
  const { from, to } = given.query;
  const sample = found.counted
    ? await listSample(db, {
        ...found.counted,
        plan: countPlan(found.counted, found.counts),
        period: { from, to },
      })
    : [];
  return await choicesOf(db, [...sample, ...given.outside], given);
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

async function answer(
  db: Db,
  given: SearchQuery,
  { deadlineMs = SEARCH.deadlineMs, hasCounts = true }: SearchOptions,
): Promise<SearchAnswer> {
  const query = readableQuery(given);
  const from = performance.now();
  const until = from + deadlineMs;
  if (query.q === "" && !query.documentNumber) return nothing(query, from);
  const directory = await directoryOf(db);
  const other = query.siteCode
    ? (directory.sites.find(({ code }) => code === query.siteCode)?.id ?? 0)
    : null;
  const filters = filtersOf(query, { asked: query.siteId, other });
  const outcome = await inTime(understand(db, query, filters), until);
  if (!outcome) return { ...nothing(query, from), isPartial: true };
  const { question, found, understood } = outcome.value;
  const asked = { searched: understood.searched, filters, found };
  const bets = await inTime(listBestBets(db, query, asked), until);
  const best = bets?.value ?? NO_BEST_BETS;
  const page = pageOf(found, question, query, best);
  const words = [...new Set([question.text, ...question.groups.flat(2), understood.searched])];
  const shown = { siteId: query.siteId, words, groups: question.groups, directory };
  const hits = await inTime(listHits(db, page.ids, shown), until);
  const counting = { query, directory, outside: best.outside };
  const choices = hasCounts ? count(db, found, counting) : Promise.resolve(NO_CHOICES);
  const counted = await inTime(choices, until);
  const { facets, chosen, ...all } = counted?.value ?? NO_CHOICES;
  const isWider = found.isWidened || query.exactTitle || !hasCounts;
  const total = isWider ? { count: page.total, isExact: true } : all.total;
  const reachable = Math.min(total.count, SEARCH.window, SEARCH.lastPage * SEARCH.pageSize);
  return {
    understood,
    hits: (hits?.value ?? []).map((hit) => ({
      ...hit,
      isBestBet: best.ids.includes(hit.resourceId),
    })),
    total,
    pages: Math.ceil(reachable / SEARCH.pageSize),
    facets,
    chosen,
    related: [],
    isPartial: bets === null || hits === null || counted === null,
    tookMs: performance.now() - from,
  };
}

/** `db` must come from `connectSearch`, or plans are left to PostgreSQL. */
export const postgresIndex = (db: Db): SearchIndex => ({
  search: (query, options) => answer(db, query, options ?? {}),
});
