import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { HotChoice } from "#db/enums/searchlog.ts";
import type { Asked } from "#modules/searchlog/domain/popular.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

/** Today in Asia/Shanghai: the day that sums are kept by. */
export const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/** What enough people asked on a site, most asked first. */
export async function listAsked(db: Db, siteId: number): Promise<Asked[]> {
  return await db.execute<Asked>(sql`
    select text, sum(asked)::int as asked,
      coalesce(sum(asked - led) filter (where day > ${today} - ${POPULAR.hotDays}::int), 0)::int as hot,
      (array_agg(hits order by day desc, asked desc))[1] as hits
    from search_question
    where site_id = ${siteId} and day > ${today} - ${POPULAR.relatedDays}::int
    group by text having sum(asked - led) >= ${POPULAR.leastRelated}
    order by hot desc, asked desc, text limit ${POPULAR.kept * 2}`);
}

/** What editors of a site said of words, in the order in which they said it. */
export async function listChoices(db: Db, siteId: number): Promise<Map<string, HotChoice>> {
  const rows = await db.execute<{ text: string; choice: HotChoice }>(sql`
    select text, choice from search_hot_choice where site_id = ${siteId} order by chosen_at, text limit 1000`);
  return new Map(rows.map(({ text, choice }) => [text, choice]));
}

export async function listBlocked(db: Db | Tx): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(
    sql`select word from search_blocked_word order by word limit 10000`,
  );
  return rows.map(({ word }) => word);
}

/** Of each of these questions those whose askers opened the same results, nearest first. */
export async function listNeighbours(
  db: Db,
  siteId: number,
  texts: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db.execute<{ text: string; other: string }>(sql`
    with opened as (
      select text, resource_id, sum(clicks) as clicks from search_click
      where site_id = ${siteId} and day > ${today} - ${POPULAR.relatedDays}::int
        and text = any(${sql.param(texts)}::text[]) group by text, resource_id)
    select one.text, other.text as other from opened one
    join opened other on other.resource_id = one.resource_id and other.text <> one.text
    group by one.text, other.text order by sum(least(one.clicks, other.clicks)) desc, other.text limit 5000`);
  const found = new Map<string, string[]>();
  for (const { text, other } of rows) {
    const known = found.get(text) ?? [];
    if (known.length < POPULAR.neighbours) found.set(text, [...known, other]);
  }
  return found;
}

/** Sites whose words may have changed: asked lately, or with hot words whose hits must be looked at again. */
export async function listSitesToRenew(db: Db): Promise<number[]> {
  const since = sql`now() - ${POPULAR.renewEveryMs * 2} * interval '1 millisecond'`;
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from site s where s.state = 'online' and (
      exists (select 1 from search_day d where d.site_id = s.id and d.day >= ${today} - 1 and d.noted_at > ${since})
      or exists (select 1 from search_popular p where p.site_id = s.id and p.place is not null)
      or exists (select 1 from search_hot_choice c where c.site_id = s.id))
    order by s.id limit 10000`);
  return rows.map(({ id }) => Number(id));
}

export type HotWord = {
  text: string;
  place: number | null;
  asked: number;
  choice: HotChoice | null;
};

/** The words of a site for its editors: those in the list, then those that were chosen and are not in it. */
export async function listHotWordsOf(db: Db, siteId: number): Promise<HotWord[]> {
  return await db.execute<HotWord>(sql`
    select coalesce(p.text, c.text) as text, p.place, coalesce(p.asked, 0) as asked, c.choice
    from (select text, place, asked from search_popular where site_id = ${siteId} and place is not null) p
    full join (select text, choice from search_hot_choice where site_id = ${siteId}) c on c.text = p.text
    order by p.place nulls last, 1 limit 200`);
}
