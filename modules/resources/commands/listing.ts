import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { placement, placementColumn } from "#db/schema/resources.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { listLineages } from "#modules/columns/queries.ts";

/** A placement that shows or showed, as far as lists and tags are concerned. */
export type Listed = { placementId: number; siteId: number; columnId: number };

/**
 * Lists placements that became live in their columns and in every ancestor.
 * @param placements `publishedAt` as PostgreSQL reads it
 */
export async function enterLists(
  tx: Tx,
  placements: readonly (Listed & { publishedAt: string; isPinned: boolean })[],
): Promise<void> {
  const lineages = await listLineages(tx, [...new Set(placements.map(({ columnId }) => columnId))]);
  const rows = placements.flatMap(({ columnId, ...placement }) =>
    (lineages.get(columnId) ?? []).map((ancestor) => ({ ...placement, ancestor })),
  );
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into placement_column (placement_id, column_id, published_at, is_pinned)
    select placement_id, column_id, at::timestamptz, pinned::boolean from unnest(
      ${sql.param(rows.map(({ placementId }) => placementId))}::bigint[],
      ${sql.param(rows.map(({ ancestor }) => ancestor))}::bigint[],
      ${sql.param(rows.map(({ publishedAt }) => publishedAt))}::text[],
      ${sql.param(rows.map(({ isPinned }) => String(isPinned)))}::text[]) as given(placement_id, column_id, at, pinned)
    on conflict do nothing`);
}

export async function leaveLists(tx: Tx, placementIds: readonly number[]): Promise<void> {
  if (placementIds.length > 0)
    await tx.delete(placementColumn).where(inArray(placementColumn.placementId, [...placementIds]));
}

/** Tags of every list that shows these placements: their columns and all ancestors. */
export async function listTags(tx: Tx, placements: readonly Listed[]): Promise<string[]> {
  const lineages = await listLineages(tx, [...new Set(placements.map(({ columnId }) => columnId))]);
  return [...lineages.values()].flat().flatMap((id) => [tags.column(id), tags.columnDeep(id)]);
}

/**
 * Tags of the articles just before and after these in their own columns: their pages print the
 * neighbours' titles. Ask while the placements are listed.
 */
export async function neighbourTags(tx: Tx, placements: readonly Listed[]): Promise<string[]> {
  if (placements.length === 0) return [];
  const ids = sql.param(placements.map(({ placementId }) => placementId));
  const rows = await tx.execute<{ resource_id: string }>(sql`
    select near.resource_id from placement p
    join placement_column own on own.placement_id = p.id and own.column_id = p.column_id
    cross join lateral (
      (select c.placement_id from placement_column c where c.column_id = p.column_id
        and (c.published_at, c.placement_id) < (own.published_at, own.placement_id)
        order by c.published_at desc, c.placement_id desc limit 1)
      union all
      (select c.placement_id from placement_column c where c.column_id = p.column_id
        and (c.published_at, c.placement_id) > (own.published_at, own.placement_id)
        order by c.published_at, c.placement_id limit 1)) as beside
    join placement near on near.id = beside.placement_id
    where p.id = any(${ids}::bigint[])`);
  return rows.map((row) => tags.resource(Number(row.resource_id)));
}

/** The live placements of a resource, locked. */
export async function lockPlacements(tx: Tx, resourceId: number) {
  return await tx
    .select({
      placementId: placement.id,
      siteId: placement.siteId,
      columnId: placement.columnId,
      mode: placement.mode,
      state: placement.state,
      path: placement.path,
      publishedAt: placement.publishedAt,
      isPinned: placement.isPinned,
    })
    .from(placement)
    .where(sql`${placement.resourceId} = ${resourceId}`)
    .orderBy(placement.id)
    .for("update");
}
