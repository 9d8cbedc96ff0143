import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SearchTaskReason } from "#db/enums/searchlog.ts";
import { inTransaction } from "#db/tx.ts";
import type { Ctx } from "#modules/access/context.ts";
import { listHolders } from "#modules/access/queries/accounts.ts";
import { audit } from "#modules/audit/commands.ts";
import { holdsBlocked } from "#modules/searchlog/domain/blocked.ts";
import { TASKS } from "#modules/searchlog/domain/settings.ts";
import { listBlocked, today } from "#modules/searchlog/queries/popular.ts";

type Found = { site_id: string; text: string; asked: number; reason: SearchTaskReason };

/**
 * Questions that find nothing, and those of whose results nobody opens one; each once while its task is open, and
 * not soon after its end. That nothing is opened says something only where the site hears of clicks at all.
 */
const listUnanswered = (db: Db, leastAsked: number): Promise<Found[]> =>
  db.execute<Found>(sql`
    with told as (
      select site_id, text, sum(asked)::int as asked, sum(empty)::int as empty, sum(clicked)::int as clicked,
        (array_agg(hits order by day desc, asked desc))[1] as hits
      from search_question where day > ${today} - ${TASKS.days}::int
      group by site_id, text having sum(asked) >= ${leastAsked}),
    judged as (
      select site_id, text, asked, case
        when hits = 0 and empty >= asked * ${TASKS.emptyShare}::float8 then 'no-hits'
        when hits > 0 and clicked = 0 and asked - empty >= ${leastAsked * 2} and exists (
          select 1 from search_click c where c.site_id = told.site_id and c.day > ${today} - ${TASKS.days}::int)
        then 'no-clicks' end as reason
      from told)
    select site_id, text, asked, reason from (
      select j.*, row_number() over (partition by j.site_id order by asked desc, text) as nth from judged j
      where reason is not null and not exists (
        select 1 from search_task t where t.site_id = j.site_id and t.text = j.text
          and (t.state = 'open' or t.closed_at > now() - ${TASKS.restDays} * interval '1 day'))) as new
    where nth <= ${TASKS.atOnce} order by site_id, nth`);

async function raiseOf(ctx: Ctx, siteId: number, found: readonly Found[]): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [owner] = await listHolders(tx, "search.improve", siteId);
    const rows = found.map(({ text, asked, reason }) => ({ text, asked, reason }));
    await tx.execute(sql`
      insert into search_task (site_id, text, reason, asked, owner_id, due_on)
      select ${siteId}, text, reason, asked, ${owner?.accountId ?? null}::bigint, ${today} + ${TASKS.dueDays}::int
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(text text, asked integer, reason text)
      on conflict (site_id, text) where state = 'open' do nothing`);
    await audit(tx, ctx, {
      action: "search-task.raise",
      subject: ["site", siteId],
      siteId,
      details: { texts: rows.map(({ text }) => text), ownerId: owner?.accountId ?? null },
    });
  });
}

/**
 * Makes tasks of the questions that sites do not answer: each for the person who stands nearest to the site, due in
 * `TASKS.dueDays` days. Returns how many.
 * @param leastAsked how often words must be asked in `TASKS.days` days; twice as often where something is found
 */
export async function raiseTasks(ctx: Ctx, leastAsked: number): Promise<number> {
  const [unanswered, blocked] = await Promise.all([
    listUnanswered(ctx.db, leastAsked),
    listBlocked(ctx.db),
  ]);
  const wanted = unanswered.filter(({ text }) => !holdsBlocked(text, blocked));
  const bySite = Map.groupBy(wanted, ({ site_id }) => Number(site_id));
  for (const [siteId, found] of bySite) await raiseOf(ctx, siteId, found);
  return wanted.length;
}
