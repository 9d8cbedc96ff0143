import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { staffAccount } from "#db/schema/access.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { importBatch } from "#db/schema/resources.ts";
import { site } from "#db/schema/sites.ts";
import type { BatchState } from "#modules/resources/domain.ts";
import { batchState } from "#modules/resources/domain.ts";

/** A record that the base already holds, seen from the column it is to be placed in. */
export type Known = {
  resourceId: number;
  /** Of its latest edition, hexadecimal as all hashes here. */
  hash: string;
  /** Of all its editions: what it says now, or said when it was brought. */
  everyHash: readonly string[];
  /** Of the released edition, or of the latest: what its placements are called. */
  title: string;
  summary: string | null;
  firstPublishedAt: Date | null;
  isReleased: boolean;
  /** Citizens can read it somewhere: a withdrawn one is released still. */
  isLive: boolean;
  isPlaced: boolean;
  /** Of its placement in that column. */
  placementId: number | null;
  path: string | null;
};

/** Records of a batch that are known by their id in the system they came from. */
export async function listKnown(
  db: Db | Tx,
  records: readonly { externalId: string; columnId: number }[],
): Promise<Map<string, Known>> {
  if (records.length === 0) return new Map();
  const rows = await db.execute<{
    external_id: string;
    id: string;
    hash: string;
    hashes: string;
    title: string;
    summary: string | null;
    first_at: string | null;
    released: boolean;
    live: boolean;
    placement_id: string | null;
    path: string | null;
  }>(sql`
    select r.external_id, r.id, encode(e.content_hash, 'hex') as hash, every.hashes,
           coalesce(shown.title, e.title) as title,
           case when shown.id is null then e.summary else shown.summary end as summary,
           r.first_published_at::text as first_at, shown.id is not null as released,
           r.state in ('active', 'archived') and shown.id is not null and exists (
             select from placement l where l.resource_id = r.id and l.state = 'live') as live,
           p.id as placement_id, p.path
    from unnest(
      ${sql.param(records.map(({ externalId }) => externalId))}::text[],
      ${sql.param(records.map(({ columnId }) => columnId))}::bigint[]) as given(external_id, column_id)
    join resource r on r.external_id = given.external_id
    join lateral (
      select content_hash, title, summary from edition where resource_id = r.id order by number desc limit 1) e on true
    join lateral (
      select string_agg(encode(content_hash, 'hex'), ' ') as hashes from edition where resource_id = r.id) every on true
    left join edition shown on shown.id = r.released_edition_id
    left join placement p on p.resource_id = r.id and p.column_id = given.column_id`);
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        resourceId: Number(row.id),
        hash: row.hash,
        everyHash: row.hashes.split(" "),
        title: row.title,
        summary: row.summary,
        firstPublishedAt: row.first_at === null ? null : new Date(row.first_at),
        isReleased: row.released,
        isLive: row.live,
        isPlaced: row.placement_id !== null,
        placementId: row.placement_id === null ? null : Number(row.placement_id),
        path: row.path,
      },
    ]),
  );
}

/** A resource by its number, or by its id in the system it came from. */
export async function findResourceId(db: Db | Tx, word: string): Promise<number | null> {
  const number = /^\d{1,15}$/.test(word) ? Number(word) : 0;
  const [row] = await db.execute<{ id: string }>(sql`
    select id from resource where external_id = ${word} or id = ${number} order by (external_id = ${word}) desc nulls last limit 1`);
  return row ? Number(row.id) : null;
}

export type BatchRow = {
  id: number;
  siteId: number;
  siteCode: string;
  columnPath: string;
  columnName: string;
  fileName: string;
  /** `jsonl`, `wxr`, `feed`, `pages`; null when it was not read from a file. */
  format: string | null;
  startedBy: string;
  /** Of the account at the desk, when one started it. */
  startedByName: string | null;
  startedAt: Date;
  state: BatchState;
  imported: number;
  merged: number;
  refused: number;
};

type BatchFilter = { siteId?: number | null; id?: number; before?: number | null; limit: number };

/** Batches, newest first, those before the batch `before`; `limit` 1–100. */
export async function listBatches(
  db: Db,
  { siteId = null, id, before = null, limit }: BatchFilter,
): Promise<BatchRow[]> {
  const rows = await db
    .select({
      id: importBatch.id,
      siteId: importBatch.siteId,
      siteCode: site.code,
      columnPath: siteColumn.path,
      columnName: siteColumn.name,
      fileName: importBatch.fileName,
      format: importBatch.format,
      startedBy: importBatch.startedBy,
      startedByName: staffAccount.displayName,
      startedAt: importBatch.startedAt,
      finishedAt: importBatch.finishedAt,
      interruptedAt: importBatch.interruptedAt,
      imported: importBatch.imported,
      merged: importBatch.merged,
      refused: importBatch.refused,
    })
    .from(importBatch)
    .innerJoin(site, eq(site.id, importBatch.siteId))
    .innerJoin(siteColumn, eq(siteColumn.id, importBatch.columnId))
    .leftJoin(staffAccount, sql`'staff:' || ${staffAccount.id} = ${importBatch.startedBy}`)
    .where(
      and(
        siteId === null ? undefined : eq(importBatch.siteId, siteId),
        id === undefined ? undefined : eq(importBatch.id, id),
        before === null ? undefined : lt(importBatch.id, before),
      ),
    )
    .orderBy(desc(importBatch.id))
    .limit(limit);
  return rows.map(({ finishedAt, interruptedAt, ...row }) => ({
    ...row,
    state: batchState(finishedAt, interruptedAt),
  }));
}

export type ReceiptRow = {
  line: number;
  id: string | null;
  status: "imported" | "merged" | "refused";
  reason: string | null;
  resourceId: number | null;
  path: string | null;
};

/** Receipts of a batch after `afterLine`, in the order of the file; `limit` 1–1000. */
export async function listReceipts(
  db: Db | Tx,
  { batchId, afterLine, limit }: { batchId: number; afterLine: number; limit: number },
): Promise<ReceiptRow[]> {
  const rows = await db.execute<{
    line: number;
    external_id: string | null;
    status: ReceiptRow["status"];
    reason: string | null;
    resource_id: string | null;
    path: string | null;
  }>(sql`
    select r.line, r.external_id, r.status, r.reason, r.resource_id, place.path
    from import_record r join import_batch b on b.id = r.batch_id
    left join lateral (
      select p.path from placement p where p.resource_id = r.resource_id and p.site_id = b.site_id
      order by (p.column_id = b.column_id) desc, p.id limit 1) place on true
    where r.batch_id = ${batchId} and r.line > ${afterLine} order by r.line limit ${limit}`);
  return rows.map((row) => ({
    line: row.line,
    id: row.external_id,
    status: row.status,
    reason: row.reason,
    resourceId: row.resource_id === null ? null : Number(row.resource_id),
    path: row.path,
  }));
}

/** The last line of a batch that has its receipt: lines are stored in order. 0 when none has. */
export async function getLastLine(db: Db | Tx, batchId: number): Promise<number> {
  const [row] = await db.execute<{ line: number }>(
    sql`select coalesce(max(line), 0) as line from import_record where batch_id = ${batchId}`,
  );
  return Number(row?.line ?? 0);
}

/** Resources that a batch brought together with files. */
export async function listWithFiles(db: Db, batchId: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct r.resource_id as id from import_record r
    join edition e on e.resource_id = r.resource_id join edition_asset a on a.edition_id = e.id
    where r.batch_id = ${batchId} and r.status = 'imported' order by 1`);
  return rows.map(({ id }) => Number(id));
}
