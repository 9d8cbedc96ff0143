/** Files of what an import published go where the gateway finds them. */
import { syncPublicFiles } from "#modules/media/commands.ts";
import type { ImportTarget, Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { listWithFiles } from "#modules/resources/queries/imports.ts";
import type { Platform } from "./platform.ts";

/** Those of one chunk, before the next one is read. */
export async function publishFiles(
  { db }: Platform,
  { as, isDryRun }: ImportTarget,
  records: readonly RecordLine[],
  receipts: readonly Receipt[],
): Promise<void> {
  if (as !== "published" || isDryRun) return;
  const withFiles = new Set(records.filter(({ files }) => files?.length).map(({ line }) => line));
  for (const { line, resourceId } of receipts)
    if (resourceId !== null && withFiles.has(line)) await syncPublicFiles(db, resourceId);
}

/** Those of a batch that was killed between storing a chunk and that; may run twice. */
export async function publishFilesOf({ db }: Platform, batchId: number): Promise<void> {
  for (const resourceId of await listWithFiles(db, batchId)) await syncPublicFiles(db, resourceId);
}
