import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payloadsOf, SITE_CHANNEL, TAG_CHANNEL } from "#modules/cachetags/domain.ts";

/**
 * Marks tags as changed and tells every gateway when the transaction commits. Call it last: the rows
 * are locked until the commit. Sorted, so that two acts on the same columns cannot deadlock.
 */
export async function touchTags(
  tx: Tx,
  kind: "refresh" | "drop",
  names: readonly string[],
): Promise<void> {
  const sortedNames = [...new Set(names)].sort();
  if (sortedNames.length === 0) return;
  const [clock] = await tx.execute<{ at: string }>(sql`
    with moment as (select clock_timestamp() as at),
    marked as (
      insert into cache_tag (tag, is_drop, changed_at)
      select name, ${kind === "drop"}, moment.at from unnest(${sql.param(sortedNames)}::text[]) with ordinality as given(name, n), moment order by n
      on conflict (tag) do update set is_drop = excluded.is_drop, changed_at = excluded.changed_at)
    select extract(epoch from at) * 1000 as at from moment`);
  for (const payload of payloadsOf({
    kind,
    tags: sortedNames,
    at: Math.round(Number(clock?.at)),
  })) {
    await tx.execute(sql`select pg_notify(${TAG_CHANNEL}, ${payload})`);
  }
}

/** Tells every gateway to read sites and hosts again when the transaction commits. */
export async function announceSites(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${SITE_CHANNEL}, '')`);
}
