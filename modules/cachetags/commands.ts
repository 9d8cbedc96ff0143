import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payloadsOf, SITE_CHANNEL, TAG_CHANNEL } from "#modules/cachetags/domain.ts";

/**
 * Marks tags as changed and tells every gateway when the transaction commits. Call it last: the rows
 * are locked until the commit. Sorted, so that two acts on the same columns cannot deadlock. The
 * moment of a tag is taken when its row is held and is later than the one before: gateways that keep
 * the newest of a tag then keep what was committed last.
 */
export async function touchTags(
  tx: Tx,
  kind: "refresh" | "drop",
  names: readonly string[],
): Promise<void> {
  const sortedNames = [...new Set(names)].sort();
  if (sortedNames.length === 0) return;
  const marked = await tx.execute<{ tag: string; at: string }>(sql`
    insert into cache_tag (tag, is_drop, changed_at)
    select name, ${kind === "drop"}, date_trunc('milliseconds', clock_timestamp())
    from unnest(${sql.param(sortedNames)}::text[]) with ordinality as given(name, n) order by n
    on conflict (tag) do update set is_drop = excluded.is_drop, changed_at = greatest(
      date_trunc('milliseconds', clock_timestamp()), cache_tag.changed_at + interval '1 millisecond')
    returning tag, extract(epoch from changed_at) * 1000 as at`);
  const moments = Map.groupBy(marked, ({ at }) => Math.round(Number(at)));
  for (const [at, rows] of moments) {
    const changed = rows.map(({ tag }) => tag);
    for (const payload of payloadsOf({ kind, tags: changed, at }))
      await tx.execute(sql`select pg_notify(${TAG_CHANNEL}, ${payload})`);
  }
}

/** Tells every gateway to read sites and hosts again when the transaction commits. */
export async function announceSites(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${SITE_CHANNEL}, '')`);
}
