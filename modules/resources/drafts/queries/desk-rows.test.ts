import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { scopeOf } from "#modules/access/policy.ts";
import { createDraft, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { loadContent } from "#modules/resources/drafts/loaders.ts";
import { countDeskRows, listDeskRows } from "#modules/resources/drafts/queries/desk-rows.ts";
import { draftInput } from "#modules/resources/drafts/schema.ts";

const base = testDatabase();
let desk: Desk;
const PIECES = 7;
beforeAll(async () => {
  desk = await openDesk(base);
  const author = desk.person("author");
  const columnIds = [desk.columnOf("zwdt/tzgg"), desk.columnOf("zwdt/yw")];
  for (let at = 0; at < PIECES; at += 1) {
    const { editionId } = await createDraft(author, {
      columnId: columnIds[0] ?? 0,
      type: "article",
    });
    const input = draftInput.parse({
      revision: 0,
      title: `第${at}篇 100%`,
      subtitle: null,
      summary: null,
      author: null,
      source: "",
      body: {
        root: { type: "root", version: 1, direction: null, format: "", indent: 0, children: [] },
      },
      metadata: {},
      columnIds,
      tags: [],
      attachments: [],
    });
    expect(await saveDraft(author, editionId, input)).toMatchObject({ ok: true });
  }
});
afterAll(() => base.close());

const all = () => ({ siteId: desk.siteId, scope: { kind: "all" } as const });

test.each([1, 2, 3, 5, 100])("by pages of %i every row comes once, newest first", async (limit) => {
  const seen: number[] = [];
  for (let before: number | undefined; ; ) {
    const rows = await listDeskRows(base.db, { ...all(), before, limit });
    seen.push(...rows.map(({ placementId }) => placementId));
    before = rows.at(-1)?.placementId;
    if (rows.length < limit) break;
  }
  // Each piece stands in two columns.
  expect(seen).toHaveLength(PIECES * 2);
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
});

test("counting stops at its bound", async () => {
  expect(await countDeskRows(base.db, { ...all(), limit: 1_001 })).toBe(PIECES * 2);
  expect(await countDeskRows(base.db, { ...all(), limit: 5 })).toBe(5);
});

test("words are words, signs of patterns too", async () => {
  const find = (words: string) => countDeskRows(base.db, { ...all(), words, limit: 100 });
  expect([await find("第3篇"), await find("100%"), await find("%第_"), await find("\\")]).toEqual([
    2,
    PIECES * 2,
    0,
    0,
  ]);
});

test("who has one column sees that column, and a stranger of the site nothing", async () => {
  const columnId = desk.columnOf("zwdt/yw");
  const db = base.db;
  const grant = {
    role: "author",
    scope: "column",
    siteId: desk.siteId,
    columnIds: [columnId],
  } as const;
  const actor = { kind: "staff", accountId: 1, grants: [grant] } as const;
  const rows = await listDeskRows(db, {
    siteId: desk.siteId,
    scope: scopeOf(actor, "resource.create"),
    limit: 100,
  });
  expect(rows).toHaveLength(PIECES);
  expect((await loadContent({ actor, db }, desk.siteId, {})).count).toBe(String(PIECES));
  await expect(loadContent(desk.stranger, desk.siteId, {})).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
