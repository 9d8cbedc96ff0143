import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, openTestSite } from "#db/testing/desk.ts";
import { record, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import type { BatchScreen } from "#modules/resources/imports/loaders.ts";
import {
  importSiteOf,
  loadBatch,
  loadBatches,
  loadOldAddresses,
} from "#modules/resources/imports/loaders.ts";

const base = testDatabase();
let desk: Desk;
let batchId: number;
const old = `/old/${fresh("p")}.html`;

beforeAll(async () => {
  desk = await openDesk(base);
  const target = targetOf(desk);
  batchId = await openImport(desk.operator, target, "a.jsonl", { format: "jsonl" });
  const moved = record({ url: `http://www.old.cn${old}` });
  const values = [
    moved,
    record({ title: "" }),
    moved,
    ...Array.from({ length: 60 }, () => record()),
  ];
  const lines = values.map((value, index) => ({ line: index + 1, value }));
  await importChunk(desk.operator, batchId, target, lines);
  await closeImport(desk.operator, batchId);
});
afterAll(() => base.close());

const writer = () => desk.person("author");
/** Writes in one column of the site only. */
const columnWriter = (): DeskCtx => ({
  actor: {
    kind: "staff",
    accountId: 1,
    grants: [
      {
        role: "reviewer",
        scope: "column",
        siteId: desk.siteId,
        columnIds: [desk.columnOf("zwdt/tzgg")],
      },
    ],
  },
  db: base.db,
});

async function screenOf(query: Parameters<typeof loadBatch>[2] = {}): Promise<BatchScreen> {
  const screen = await loadBatch(writer(), String(batchId), query);
  if (typeof screen === "string") throw new Error(screen);
  return screen;
}

describe("what was imported into a site", () => {
  test("is shown to who writes on the whole of it, and to nobody else", async () => {
    const siteOf = async (ctx: DeskCtx) =>
      importSiteOf(ctx, await loadSites(ctx), desk.siteId)?.id ?? null;
    expect(await siteOf(writer())).toBe(desk.siteId);
    expect(await siteOf(columnWriter())).toBeNull();
    expect(await siteOf(desk.stranger)).toBeNull();
    const { siteId: elsewhere } = await openTestSite(desk.operator);
    for (const ctx of [columnWriter(), desk.stranger, desk.person("site-admin", elsewhere)])
      expect(await loadBatch(ctx, String(batchId), {})).toBe("FORBIDDEN");
    for (const word of ["", "0", "x", "1.5", "999999999999999", "9".repeat(40)])
      expect(await loadBatch(writer(), word, {})).toBe("NOT_FOUND");
  });

  test("is listed newest first with its counts", async () => {
    const [site] = await loadSites(writer());
    if (!site) throw new Error("no site");
    const { rows, nextBefore } = await loadBatches(writer(), site, {});
    expect(rows).toMatchObject([
      { id: batchId, format: "jsonl", state: "finished", imported: 61, merged: 1, refused: 1 },
    ]);
    expect(nextBefore).toBeNull();
    expect((await loadBatches(writer(), site, { before: String(batchId) })).rows).toEqual([]);
  });

  test("has a receipt for each record, fifty at a time, each once", async () => {
    const first = await screenOf();
    expect(first.receipts.length).toBe(50);
    const second = await screenOf({ after: String(first.nextAfter) });
    expect(second.nextAfter).toBeNull();
    const lines = [...first.receipts, ...second.receipts].map(({ line }) => line);
    expect(lines).toEqual(Array.from({ length: 63 }, (_, index) => index + 1));
    expect(first.receipts[0]).toMatchObject({
      status: "imported",
      title: expect.stringMatching(/^第\d+条消息$/),
      editionId: expect.any(Number),
      path: expect.stringMatching(/^\/zwdt\/tzgg\//),
      oldPath: old,
    });
  });

  test("is filtered by outcome; what is no outcome filters nothing", async () => {
    const linesOf = async (status: string) =>
      (await screenOf({ status })).receipts.map(({ line }) => line);
    expect(await linesOf("refused")).toEqual([2]);
    expect(await linesOf("merged")).toEqual([3]);
    expect((await linesOf("imported")).length).toBe(50);
    expect((await linesOf("evil")).slice(0, 3)).toEqual([1, 2, 3]);
  });

  test("brought its old addresses along, without any list", async () => {
    const [site] = await loadSites(writer());
    if (!site) throw new Error("no site");
    const found = await loadOldAddresses(writer(), site, { words: old.toUpperCase() });
    expect(found.counts).toEqual({ moved: 1, archived: 0, gone: 0, missing: 0 });
    expect(found.rows.map(({ url, fate }) => [url, fate])).toEqual([[old, "moved"]]);
    const none = await loadOldAddresses(writer(), site, { words: "\0", fate: "evil", after: "\0" });
    expect(none.rows.length).toBe(1);
  });
});
