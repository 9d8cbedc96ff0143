import "server-only";
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { importBatch } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { tellReaders } from "#modules/resources/commands/import.ts";
import { canImport } from "#modules/resources/policy.ts";

/** The oldest batch without a receipt for so long; one that another process is writing to is passed over. */
async function findQuiet(tx: Tx, quietMinutes: number) {
  const [batch] = await tx
    .select({ id: importBatch.id, siteId: importBatch.siteId, lastAt: importBatch.lastAt })
    .from(importBatch)
    .where(
      and(
        isNull(importBatch.finishedAt),
        isNull(importBatch.interruptedAt),
        lt(importBatch.lastAt, sql`now() - ${quietMinutes} * interval '1 minute'`),
      ),
    )
    .orderBy(asc(importBatch.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return batch ?? null;
}

/**
 * Marks batches that were killed and not run again as interrupted, and tells readers of what they
 * brought. Their input stays open: the same command goes on after the last receipt. Returns them.
 */
export async function closeInterrupted(ctx: Ctx, quietMinutes: number): Promise<number[]> {
  const closed: number[] = [];
  for (;;) {
    const batchId = await inTransaction(ctx.db, async (tx) => {
      const batch = await findQuiet(tx, quietMinutes);
      if (!batch) return null;
      await tx
        .update(importBatch)
        .set({ interruptedAt: sql`now()` })
        .where(eq(importBatch.id, batch.id));
      await audit(tx, ctx, {
        action: "resource.import-interrupted",
        subject: ["import", batch.id],
        siteId: batch.siteId,
        details: { lastAt: batch.lastAt.toISOString(), note: "the same command goes on" },
      });
      await tellReaders(tx, batch.id);
      return batch.id;
    });
    if (batchId === null) return closed;
    closed.push(batchId);
  }
}

/**
 * Ends an open batch that nobody will run again, as it is: the same input would be a batch of its own.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function endInterrupted(
  ctx: Ctx,
  batchId: number,
): Promise<Result<{ batchId: number }, "finished-already">> {
  return await inTransaction(ctx.db, async (tx) => {
    const [batch] = await tx
      .select({
        siteId: importBatch.siteId,
        columnId: importBatch.columnId,
        finishedAt: importBatch.finishedAt,
      })
      .from(importBatch)
      .where(eq(importBatch.id, batchId))
      .for("update");
    if (!batch) throw new AppError("NOT_FOUND", `import ${batchId}`);
    const { siteId, columnId, finishedAt } = batch;
    if (!canImport(ctx.actor, { siteId, columnId })) throw new AppError("FORBIDDEN", "import");
    if (finishedAt) return { ok: false, problems: ["finished-already"] };
    await tx
      .update(importBatch)
      .set({ finishedAt: sql`now()`, interruptedAt: null })
      .where(eq(importBatch.id, batchId));
    await audit(tx, ctx, {
      action: "resource.import-ended",
      subject: ["import", batchId],
      siteId,
      details: { note: "ended as it is" },
    });
    await tellReaders(tx, batchId);
    return { ok: true, value: { batchId } };
  });
}
