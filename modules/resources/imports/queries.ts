import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

export type ReceiptStatus = "imported" | "merged" | "refused";

/** A receipt as the desk shows it: with what the record became. */
export type DeskReceipt = {
  line: number;
  id: string | null;
  status: ReceiptStatus;
  reason: string | null;
  /** Latest edition of what it became, and its title; null when nothing was stored. */
  editionId: number | null;
  title: string | null;
  /** Where it stands on the site; null while it is not live there. */
  path: string | null;
  /** Where it stood on the site before. */
  oldPath: string | null;
};

/** Receipts of a batch after a line, in the order of the file; `limit` 1–100. */
export async function listDeskReceipts(
  db: Db,
  {
    batchId,
    status,
    afterLine,
    limit,
  }: { batchId: number; status: ReceiptStatus | null; afterLine: number; limit: number },
): Promise<DeskReceipt[]> {
  // Refusals have an index of their own, which only a condition without parameters finds.
  const only =
    status === "refused"
      ? sql`r.status = 'refused'`
      : sql`${status}::text is null or r.status = ${status}`;
  const rows = await db.execute<{
    line: number;
    external_id: string | null;
    status: ReceiptStatus;
    reason: string | null;
    edition_id: string | null;
    title: string | null;
    path: string | null;
    old_path: string | null;
  }>(sql`
    select r.line, r.external_id, r.status, r.reason, e.id as edition_id, e.title,
           case when place.state = 'live' then place.path end as path, old.path as old_path
    from import_record r join import_batch b on b.id = r.batch_id
    left join lateral (
      select p.id, p.path, p.state from placement p
      where p.resource_id = r.resource_id and p.site_id = b.site_id
      order by (p.column_id = b.column_id) desc, p.id limit 1) place on true
    left join lateral (
      select id, title from edition where resource_id = r.resource_id order by number desc limit 1) e on true
    left join lateral (
      select path from redirect where placement_id = place.id order by path limit 1) old on true
    where r.batch_id = ${batchId} and r.line > ${afterLine} and (${only})
    order by r.line limit ${limit}`);
  return rows.map((row) => ({
    line: row.line,
    id: row.external_id,
    status: row.status,
    reason: row.reason,
    editionId: row.edition_id === null ? null : Number(row.edition_id),
    title: row.title,
    path: row.path,
    oldPath: row.old_path,
  }));
}
