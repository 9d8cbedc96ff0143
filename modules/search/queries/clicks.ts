/** What readers open where these words are asked: a fact for the ranking, of what was found already. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Candidate } from "#modules/search/domain/rank.ts";

/** One look at a primary key; the rates are made by the worker (modules/searchlog). */
export async function withClicks(
  db: Db,
  text: string,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  if (candidates.length < 2) return [...candidates];
  const ids = candidates.map(({ resourceId }) => resourceId);
  const rows = await db.execute<{ resource_id: string; rate: number }>(sql`
    select resource_id, rate from public_search_click_rate
    where text = ${text} and resource_id = any(${sql.param(ids)}::bigint[])`);
  const rates = new Map(rows.map(({ resource_id, rate }) => [Number(resource_id), rate]));
  return candidates.map((one) => ({ ...one, clicks: rates.get(one.resourceId) ?? 0 }));
}
