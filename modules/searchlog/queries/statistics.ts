import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SearchChannel } from "#db/enums/searchlog.ts";
import { STATISTICS } from "#modules/searchlog/domain/settings.ts";
import { today } from "#modules/searchlog/queries/popular.ts";

export type Total = {
  channel: SearchChannel;
  asked: number;
  empty: number;
  clicked: number;
  withheld: number;
};

/** Sums of a site for the last days, today among them; a row for each channel that asked. */
export async function listTotals(db: Db, siteId: number, days: number): Promise<Total[]> {
  return await db.execute<Total>(sql`
    select channel, sum(asked)::int as asked, sum(empty)::int as empty, sum(clicked)::int as clicked,
      sum(withheld)::int as withheld
    from search_day where site_id = ${siteId} and day > ${today} - ${days}::int
    group by channel order by channel`);
}

export type AskedRow = {
  text: string;
  asked: number;
  empty: number;
  clicked: number;
  /** When it was asked last. */
  hits: number;
};

/** All words, those that found nothing, those of whose results none was opened. */
export const QUESTION_FILTERS = ["all", "empty", "unclicked"] as const;
export type QuestionFilter = (typeof QUESTION_FILTERS)[number];

const CONDITIONS: Record<QuestionFilter, ReturnType<typeof sql>> = {
  all: sql`true`,
  empty: sql`sum(empty) > 0`,
  unclicked: sql`sum(clicked) = 0 and sum(asked) > sum(empty)`,
};

/** Words asked by at least `STATISTICS.leastShown`, most asked first (of `empty`: most often in vain). */
export async function listQuestions(
  db: Db,
  {
    siteId,
    days,
    filter,
    limit,
  }: { siteId: number; days: number; filter: QuestionFilter; limit: number },
): Promise<AskedRow[]> {
  const first = filter === "empty" ? sql`empty` : sql`asked`;
  return await db.execute<AskedRow>(sql`
    select text, sum(asked)::int as asked, sum(empty)::int as empty, sum(clicked)::int as clicked,
      (array_agg(hits order by day desc, asked desc))[1] as hits
    from search_question where site_id = ${siteId} and day > ${today} - ${days}::int
    group by text having sum(asked) >= ${STATISTICS.leastShown} and ${CONDITIONS[filter]}
    order by sum(${first}) desc, text limit ${limit}`);
}
