/** Records as an import file holds them, and the way they take into the base. */
import { fresh } from "#db/testing/scene.ts";
import type { Ctx } from "#modules/access/context.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget, Receipt } from "#modules/resources/commands/prepare.ts";

const word = fresh("r");
let counter = 0;

/** A news item that can be published as it is; ids are never used twice. */
export function record(more: Record<string, unknown> = {}) {
  counter += 1;
  return {
    id: `${word}-${counter}`,
    type: "news",
    title: `第${counter}条消息`,
    org: "试验县人民政府",
    date: "2026-11-20T09:30:00+08:00",
    body_html: `<p>第${counter}条消息的正文。</p>`,
    ...more,
  };
}

type Column = { siteId: number; columnOf: (path: string) => number };

export const targetOf = (
  { siteId, columnOf }: Column,
  columnPath = "zwdt/tzgg",
  more: Partial<ImportTarget> = {},
): ImportTarget => ({
  siteId,
  columnId: columnOf(columnPath),
  columnPath,
  as: "published",
  isDryRun: false,
  ...more,
});

/** One whole batch. */
export async function bring(
  ctx: Ctx,
  target: ImportTarget,
  ...values: unknown[]
): Promise<Receipt[]> {
  const batch = await openImport(ctx, target, "test.jsonl");
  const lines = values.map((value, index) => ({ line: index + 1, value }));
  const receipts = await importChunk(ctx, batch, target, lines);
  await closeImport(ctx, batch);
  return receipts;
}

/** A record that must be taken: its resource and address. */
export async function bringOne(
  ctx: Ctx,
  target: ImportTarget,
  more: Record<string, unknown> = {},
): Promise<{ resourceId: number; path: string }> {
  const [receipt] = await bring(ctx, target, record(more));
  if (receipt?.status !== "imported" || receipt.resourceId === null)
    throw new Error(`refused: ${receipt?.reason}`);
  return { resourceId: receipt.resourceId, path: receipt.path ?? "" };
}
