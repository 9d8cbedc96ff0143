import "server-only";
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { importBatch } from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { tellReaders } from "#modules/resources/commands/import.ts";

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
