import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { CLICKS, RARE_DAYS, STATISTICS } from "#modules/searchlog/domain/settings.ts";
import { today } from "#modules/searchlog/queries/popular.ts";

/** Forgets sums older than `days`, and the words that hardly anybody asked much sooner. Returns how many rows went. */
export async function pruneSearchLog(db: Db, days: number): Promise<number> {
  return await inTransaction(db, async (tx) => {
    const old = sql`day <= ${today} - ${days}::int`;
    const gone = [
      await tx.execute(sql`delete from search_question where ${old} returning 1`),
      await tx.execute(sql`delete from search_day where ${old} returning 1`),
      await tx.execute(
        sql`delete from search_click where day <= ${today} - ${Math.min(days, CLICKS.days)}::int returning 1`,
      ),
      await tx.execute(sql`
        delete from search_question q using (
          select site_id, text from search_question group by site_id, text
          having sum(asked) < ${STATISTICS.leastShown}) as rare
        where q.site_id = rare.site_id and q.text = rare.text and q.day <= ${today} - ${RARE_DAYS}::int returning 1`),
      await tx.execute(sql`
        delete from search_task where closed_at < now() - ${days} * interval '1 day' returning 1`),
    ];
    return gone.reduce((sum, rows) => sum + rows.length, 0);
  });
}
