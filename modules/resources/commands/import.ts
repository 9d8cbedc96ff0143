import "server-only";
import { sql } from "drizzle-orm";
import { importBatch, importRecord } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { listTags } from "#modules/resources/commands/listing.ts";
import type { ImportTarget, Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { prepare } from "#modules/resources/commands/prepare.ts";
import { mergedReceipt, storeChunk } from "#modules/resources/commands/store.ts";
import { canImport, canReleaseDirectly } from "#modules/resources/policy.ts";
import { listKnown } from "#modules/resources/queries/imports.ts";

/** Opens a batch: the one audit row of the import, and where its receipts hang. @throws FORBIDDEN */
export async function openImport(
  ctx: Ctx,
  target: ImportTarget,
  fileName: string,
): Promise<number> {
  const mayDo =
    target.as === "draft" ? canImport(ctx.actor, target) : canReleaseDirectly(ctx.actor, target);
  if (!mayDo) throw new AppError("FORBIDDEN", "import");
  return await inTransaction(ctx.db, async (tx) => {
    const [batch] = await tx
      .insert(importBatch)
      .values({
        siteId: target.siteId,
        columnId: target.columnId,
        fileName,
        startedBy: actorName(ctx.actor),
      })
      .returning({ id: importBatch.id });
    if (!batch) throw new Error("insert returned nothing");
    await audit(tx, ctx, {
      action: "resource.import",
      subject: ["import", batch.id],
      siteId: target.siteId,
      details: { ...target, fileName },
    });
    return batch.id;
  });
}

/**
 * Stores one chunk of a batch in one transaction: resources, editions, placements, receipts, and
 * the lists' tags. A record is found again by its id, so a chunk that ran twice changes nothing.
 * `unreadable` are receipts of lines that held no record at all.
 */
export async function importChunk(
  ctx: Ctx,
  batchId: number,
  target: ImportTarget,
  lines: readonly RecordLine[],
  unreadable: readonly Receipt[] = [],
): Promise<Receipt[]> {
  const prepared = prepare(lines, target);
  const { ready } = prepared;
  const receipts = [...unreadable, ...prepared.receipts];
  if (target.isDryRun) {
    const known = await listKnown(
      ctx.db,
      target,
      ready.map(({ composed }) => composed.externalId),
    );
    const stored = ready.map(({ line, composed }): Receipt => {
      const found = known.get(composed.externalId);
      return found
        ? mergedReceipt(line, composed, found, !found.isPlaced)
        : {
            line,
            id: composed.externalId,
            status: "imported",
            reason: null,
            resourceId: null,
            path: null,
          };
    });
    return [...receipts, ...stored].sort((a, b) => a.line - b.line);
  }
  return await inTransaction(ctx.db, async (tx) => {
    const stored = ready.length > 0 ? await storeChunk(tx, ctx, target, ready) : [];
    const all = [...receipts, ...stored].sort((a, b) => a.line - b.line);
    if (all.length > 0) {
      await tx.insert(importRecord).values(
        all.map(({ line, id, status, reason, resourceId }) => ({
          batchId,
          line,
          externalId: id,
          status,
          reason,
          resourceId,
        })),
      );
    }
    if (target.as === "published" && stored.length > 0) {
      const place = { placementId: 0, siteId: target.siteId, columnId: target.columnId };
      await touchTags(tx, "refresh", [
        ...(await listTags(tx, [place])),
        tags.columnOrder(target.columnId),
      ]);
    }
    return all;
  });
}

/** Closes the batch. */
export async function closeImport(ctx: Ctx, batchId: number): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(importBatch)
      .set({ finishedAt: sql`now()` })
      .where(sql`${importBatch.id} = ${batchId}`);
  });
}
