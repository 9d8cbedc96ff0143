/** Resources that carry files, brought in as an import brings them. */
import type { Desk } from "#db/testing/desk.ts";
import { record, targetOf } from "#db/testing/imported.ts";
import { storeUpload } from "#modules/media/commands.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";

/** Stores a file. @throws when it is refused */
export async function storePaper(desk: Desk, name: string, bytes: Buffer): Promise<AssetRow> {
  const stored = await storeUpload(desk.operator, { siteId: desk.siteId, name, bytes });
  if (!stored.ok) throw new Error(stored.problems.join());
  return stored.value;
}

/** A published resource that carries these files: its number. */
export async function bringWithFiles(
  desk: Desk,
  assets: readonly AssetRow[],
  more: Record<string, unknown> = {},
): Promise<number> {
  const target = targetOf(desk);
  const batch = await openImport(desk.operator, target, "papers.jsonl");
  const files = assets.map(({ id, name, ...asset }) => ({
    ...asset,
    ...{ assetId: id, title: name, raw: name, isPicture: false },
  }));
  const [receipt] = await importChunk(desk.operator, batch, target, [
    { line: 1, value: record(more), files },
  ]);
  await closeImport(desk.operator, batch);
  if (receipt?.status !== "imported" || receipt.resourceId === null)
    throw new Error(`refused: ${receipt?.reason}`);
  return receipt.resourceId;
}
