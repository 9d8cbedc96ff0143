import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { copyRows } from "#db/copy.ts";
import { importBatch } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { cleanReceipt } from "#modules/resources/commands/clean.ts";
import { knownReceipt, outcomeOf } from "#modules/resources/commands/known.ts";
import { listTags } from "#modules/resources/commands/listing.ts";
import type { ImportTarget, Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { prepare } from "#modules/resources/commands/prepare.ts";
import { knownKeys, storeChunk } from "#modules/resources/commands/store.ts";
import { canImport, canReleaseDirectly } from "#modules/resources/policy.ts";
import { listKnown } from "#modules/resources/queries/imports.ts";

/** Every column the batch may write to. */
const columnsOf = ({ columnId, rules = [] }: ImportTarget): number[] => [
  ...new Set([columnId, ...rules.map(({ place }) => place.columnId)]),
];

/** The batch that was interrupted while it read the same input for the same column. */
async function findInterrupted(
  tx: Tx,
  target: ImportTarget,
  inputDigest: Buffer | undefined,
): Promise<number | null> {
  if (!inputDigest) return null;
  const [row] = await tx
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(
      and(
        eq(importBatch.columnId, target.columnId),
        eq(importBatch.inputDigest, inputDigest),
        isNull(importBatch.finishedAt),
      ),
    )
    .orderBy(desc(importBatch.id))
    .limit(1);
  return row?.id ?? null;
}

/**
 * Opens a batch: the one audit row of the import, and where its receipts hang. With the digest of an
 * input whose batch was interrupted it is that batch again. @throws FORBIDDEN
 */
export async function openImport(
  ctx: Ctx,
  target: ImportTarget,
  fileName: string,
  { inputDigest, format }: { inputDigest?: Buffer; format?: string } = {},
): Promise<number> {
  const may = target.as === "draft" ? canImport : canReleaseDirectly;
  const { siteId } = target;
  if (!columnsOf(target).every((columnId) => may(ctx.actor, { siteId, columnId })))
    throw new AppError("FORBIDDEN", "import");
  return await inTransaction(ctx.db, async (tx) => {
    const interrupted = await findInterrupted(tx, target, inputDigest);
    if (interrupted !== null) {
      await tx
        .update(importBatch)
        .set({ interruptedAt: null, lastAt: sql`now()` })
        .where(eq(importBatch.id, interrupted));
      return interrupted;
    }
    const [batch] = await tx
      .insert(importBatch)
      .values({
        siteId,
        columnId: target.columnId,
        fileName,
        inputDigest: inputDigest ?? null,
        format: format ?? null,
        startedBy: actorName(ctx.actor),
      })
      .returning({ id: importBatch.id });
    if (!batch) throw new Error("insert returned nothing");
    await audit(tx, ctx, {
      action: "resource.import",
      subject: ["import", batch.id],
      siteId,
      details: { ...target, fileName },
    });
    return batch.id;
  });
}

/** What a run would do, without doing it. */
async function foresee(ctx: Ctx, target: ImportTarget, lines: readonly RecordLine[]) {
  const { ready, receipts } = prepare(lines, target);
  const known = await listKnown(ctx.db, knownKeys(ready));
  const stored = ready.map((record): Receipt => {
    const { line, composed, notes } = record;
    const found = known.get(composed.externalId);
    if (found) return knownReceipt(record, found, outcomeOf(record, found, target));
    const id = composed.externalId;
    return { line, id, status: "imported", reason: notes, resourceId: null, path: null };
  });
  return [...receipts, ...stored];
}

/** Imports wait for each other chunk by chunk: two that meet the same record must not both make it. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('resources.import'))`);
}

/** Keeps the batch's counts and the moment of its last receipts; whoever writes receipts is not interrupted. */
async function countReceipts(tx: Tx, batchId: number, receipts: readonly Receipt[]): Promise<void> {
  const of = (wanted: Receipt["status"]) =>
    receipts.filter(({ status }) => status === wanted).length;
  await tx
    .update(importBatch)
    .set({
      imported: sql`${importBatch.imported} + ${of("imported")}`,
      merged: sql`${importBatch.merged} + ${of("merged")}`,
      refused: sql`${importBatch.refused} + ${of("refused")}`,
      lastAt: sql`now()`,
      interruptedAt: null,
    })
    .where(eq(importBatch.id, batchId));
}

/** Lines of the batch that have their receipt already: another run of it was faster. */
async function listDoneLines(
  tx: Tx,
  batchId: number,
  lines: readonly number[],
): Promise<Set<number>> {
  if (lines.length === 0) return new Set();
  const rows = await tx.execute<{ line: number }>(sql`
    select line from import_record where batch_id = ${batchId} and line = any(${sql.param([...lines])}::integer[])`);
  return new Set(rows.map(({ line }) => line));
}

const RECEIPT_FIELDS = ["batch_id", "line", "external_id", "status", "reason", "resource_id"];

const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;

/**
 * Stores one chunk of a batch in one transaction: resources, editions, placements, old addresses and
 * receipts. A record is found again by its id and a line by its receipt, so a chunk that ran twice
 * changes nothing. `unreadable` are receipts of lines that held no record at all. Readers are told
 * when the batch is closed.
 */
export async function importChunk(
  ctx: Ctx,
  batchId: number,
  target: ImportTarget,
  lines: readonly RecordLine[],
  unreadable: readonly Receipt[] = [],
): Promise<Receipt[]> {
  if (target.isDryRun)
    return [...unreadable, ...(await foresee(ctx, target, lines))].map(cleanReceipt).sort(byLine);
  const { ready, receipts } = prepare(lines, target);
  return await inTransaction(ctx.db, async (tx) => {
    await takeTurn(tx);
    const given = [...unreadable, ...receipts];
    const done = await listDoneLines(
      tx,
      batchId,
      [...given, ...ready].map(({ line }) => line),
    );
    const open = ready.filter(({ line }) => !done.has(line));
    const stored = open.length > 0 ? await storeChunk(tx, ctx, target, open) : [];
    const all = [...given.filter(({ line }) => !done.has(line)), ...stored]
      .map(cleanReceipt)
      .sort(byLine);
    if (all.length > 0)
      await copyRows(
        tx,
        "import_record",
        RECEIPT_FIELDS,
        all.map(({ line, id, status, reason, resourceId }) => [
          ...[batchId, line, id, status, reason, resourceId],
        ]),
      );
    await countReceipts(tx, batchId, all);
    return all;
  });
}

/** Columns in which something of the batch appeared, by the placements of what it brought or placed. */
async function listTouched(tx: Tx, batchId: number) {
  const rows = await tx.execute<{ site_id: string; column_id: string }>(sql`
    select distinct p.site_id, p.column_id
    from import_record r join import_batch b on b.id = r.batch_id
    join placement p on p.resource_id = r.resource_id and p.site_id = b.site_id and p.state = 'live'
    where r.batch_id = ${batchId} and (r.status = 'imported' or r.reason = 'placed')`);
  return rows.map((row) => ({
    placementId: 0,
    siteId: Number(row.site_id),
    columnId: Number(row.column_id),
  }));
}

/** Tells readers of everything the batch brought: lists, home pages, neighbours, addresses that did not answer. */
export async function tellReaders(tx: Tx, batchId: number): Promise<void> {
  const places = await listTouched(tx, batchId);
  const [batch] = await tx
    .select({ siteId: importBatch.siteId })
    .from(importBatch)
    .where(eq(importBatch.id, batchId));
  await touchTags(tx, "refresh", [
    // What is known already brings its old address along as well.
    ...(batch ? [tags.oldAddresses(batch.siteId)] : []),
    ...(await listTags(tx, places)),
    ...places.map(({ columnId }) => tags.columnOrder(columnId)),
  ]);
}

/**
 * Closes the batch and tells readers once of everything it brought. An interrupted batch is closed by
 * being run again, or as it is; `isFinished: false` tells readers and leaves it open.
 */
export async function closeImport(
  ctx: Ctx,
  batchId: number,
  { isFinished }: { isFinished: boolean } = { isFinished: true },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(importBatch)
      .set(
        isFinished
          ? { finishedAt: sql`now()`, interruptedAt: null }
          : { interruptedAt: sql`now()` },
      )
      .where(and(eq(importBatch.id, batchId), isNull(importBatch.finishedAt)));
    await tellReaders(tx, batchId);
  });
}
