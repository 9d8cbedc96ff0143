import "server-only";
import { gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { publicCacheTag } from "#db/schema/_public.ts";

export type TagState = { tag: string; isDrop: boolean; changedAt: number };

/** Tags changed after `since` (milliseconds), in no order. Unbounded on purpose: a missed one is a stale page. */
export async function listTagChanges(db: Db, since: number): Promise<TagState[]> {
  const rows = await db
    .select({
      tag: publicCacheTag.tag,
      isDrop: publicCacheTag.isDrop,
      changedAt: publicCacheTag.changedAt,
    })
    .from(publicCacheTag)
    .where(gt(publicCacheTag.changedAt, sql`to_timestamp(${since / 1000}::float8)`));
  return rows.map((row) => ({ ...row, changedAt: row.changedAt.getTime() }));
}
