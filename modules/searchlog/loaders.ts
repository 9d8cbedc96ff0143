import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import type { Holder } from "#modules/access/queries/accounts.ts";
import { listHolders } from "#modules/access/queries/accounts.ts";
import { csvOf } from "#modules/searchlog/domain/csv.ts";
import { STATISTICS } from "#modules/searchlog/domain/settings.ts";
import type { Period } from "#modules/searchlog/domain/tasks.ts";
import { isOverdue } from "#modules/searchlog/domain/tasks.ts";
import { canImproveSearch } from "#modules/searchlog/policy.ts";
import { listHotWordsOf } from "#modules/searchlog/queries/popular.ts";
import {
  listQuestions,
  listTotals,
  QUESTION_FILTERS,
} from "#modules/searchlog/queries/statistics.ts";
import type { Task, TaskAudit } from "#modules/searchlog/queries/tasks.ts";
import {
  countTasks,
  getEffect,
  getTask,
  getToday,
  listTaskAudit,
  listTasks,
  TASK_FILTERS,
} from "#modules/searchlog/queries/tasks.ts";

/** Rows on one screen. */
const PAGE = 50;
const MOST_PAGES = 200;

type Site = { id: number };
const wholeNumber = (word: string | undefined): number | null =>
  typeof word === "string" && /^\d{1,15}$/.test(word) ? Number(word) : null;

/** The site of the switcher among a person's sites; null when its search is not theirs to improve. */
export function searchSiteOf<Choice extends Site>(
  { actor }: Pick<DeskCtx, "actor">,
  sites: readonly Choice[],
  siteId: number | null,
): Choice | null {
  const site = sites.find(({ id }) => id === siteId) ?? sites[0];
  return site && canImproveSearch(actor, site.id) ? site : null;
}

export type TasksQuery = { state?: string | undefined; page?: string | undefined };

const withLateness = (task: Task, today: string) => ({ ...task, isLate: isOverdue(task, today) });
export type TaskRow = ReturnType<typeof withLateness>;

/** Tasks of a site that `searchSiteOf` gave. */
export async function loadTasks(ctx: DeskCtx, { id: siteId }: Site, query: TasksQuery) {
  const filter = TASK_FILTERS.find((known) => known === query.state) ?? "open";
  const page = Math.min(Math.max(1, wholeNumber(query.page) ?? 1), MOST_PAGES);
  const asking = { siteId, accountId: ctx.actor.accountId };
  const [counts, rows, today] = await Promise.all([
    countTasks(ctx.db, asking),
    listTasks(ctx.db, asking, { filter, offset: (page - 1) * PAGE, limit: PAGE + 1 }),
    getToday(ctx.db),
  ]);
  return {
    filter,
    counts,
    page,
    rows: rows.slice(0, PAGE).map((row) => withLateness(row, today)),
    hasMore: rows.length > PAGE && page < MOST_PAGES,
  };
}

export type TaskScreen<Choice extends Site> = {
  task: TaskRow;
  site: Choice;
  effect: { before: Period; after: Period | null };
  holders: Holder[];
  history: TaskAudit[];
};

/** One task with what came of it; or in one word why not. */
export async function loadTask<Choice extends Site>(
  ctx: DeskCtx,
  sites: readonly Choice[],
  word: string,
): Promise<TaskScreen<Choice> | "NOT_FOUND" | "FORBIDDEN"> {
  const id = wholeNumber(word);
  const task = id === null ? null : await getTask(ctx.db, id);
  if (!task) return "NOT_FOUND";
  const site = sites.find((choice) => choice.id === task.siteId);
  if (!site || !canImproveSearch(ctx.actor, task.siteId)) return "FORBIDDEN";
  const [effect, holders, history, today] = await Promise.all([
    getEffect(ctx.db, task),
    listHolders(ctx.db, "search.improve", task.siteId),
    listTaskAudit(ctx.db, task.id),
    getToday(ctx.db),
  ]);
  return { task: withLateness(task, today), site, effect, holders, history };
}

export type StatisticsQuery = { days?: string | undefined; which?: string | undefined };

const daysOf = (word: string | undefined): number =>
  STATISTICS.periods.find((days) => days === wholeNumber(word)) ?? STATISTICS.periods[0];

/** Sums of a site that `searchSiteOf` gave, and the words asked most. */
export async function loadStatistics(ctx: DeskCtx, { id: siteId }: Site, query: StatisticsQuery) {
  const days = daysOf(query.days);
  const filter = QUESTION_FILTERS.find((known) => known === query.which) ?? "all";
  const [totals, questions] = await Promise.all([
    listTotals(ctx.db, siteId, days),
    listQuestions(ctx.db, { siteId, days, filter, limit: STATISTICS.shown }),
  ]);
  return { days, filter, totals, questions };
}

/** The hot words of a site that `searchSiteOf` gave. */
export const loadHotWords = (ctx: DeskCtx, { id }: Site) => listHotWordsOf(ctx.db, id);

const HEAD = ["question", "asked", "empty", "opened", "hits"] as const;

/** The words of a site and period as CSV; null for who may not, and where there is no such site or period. */
export async function loadQuestionsFile(
  ctx: DeskCtx,
  words: { site: string; days: string },
): Promise<{ bytes: Buffer; mediaType: string } | null> {
  const siteId = wholeNumber(words.site);
  const days = STATISTICS.periods.find((known) => String(known) === words.days);
  if (siteId === null || !days || !canImproveSearch(ctx.actor, siteId)) return null;
  const limit = STATISTICS.exported;
  const rows = await listQuestions(ctx.db, { siteId, days, filter: "all", limit });
  const say = wordsOf("zh-CN");
  const head = HEAD.map((name) => say(`searchlog.head.${name}`));
  const table = rows.map(({ text, asked, empty, clicked, hits }) => [
    ...[text, asked, empty, clicked, hits],
  ]);
  return { bytes: Buffer.from(csvOf([head, ...table])), mediaType: "text/csv; charset=utf-8" };
}
