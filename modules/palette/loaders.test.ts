import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { freshLetters, testDatabase } from "#db/testing/scene.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { askPalette, loadPalette, screenEntries } from "#modules/palette/loaders.ts";
import { createDraft } from "#modules/resources/drafts/commands/save.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

async function draft(columnPath: string, title: string): Promise<number> {
  const columnId = desk.columnOf(columnPath);
  const { editionId } = await createDraft(desk.person("author"), { columnId, type: "article" });
  await base.owner`update edition set title = ${title} where id = ${editionId}`;
  return editionId;
}

const columnWriter = (): DeskCtx => ({
  actor: {
    kind: "staff",
    accountId: desk.person("author").actor.accountId,
    grants: [
      {
        role: "author",
        scope: "column",
        siteId: desk.siteId,
        columnIds: [desk.columnOf("zwdt/tzgg")],
      },
    ],
  },
  db: base.db,
});

/** Has to do with nothing here. */
const foreigner = (): DeskCtx => ({
  actor: {
    kind: "staff",
    accountId: desk.person("author").actor.accountId,
    grants: [{ role: "site-admin", scope: "site", siteIds: [desk.siteId + 1_000_000] }],
  },
  db: base.db,
});

test("offers the columns one writes in, to write there, and the newest pieces", async () => {
  const title = freshLetters("停水");
  const editionId = await draft("zwdt/tzgg", title);
  const entries = await loadPalette(desk.person("author"), desk.siteId);
  const column = desk.columnOf("zwdt/tzgg");
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: "write",
      text: "在“通知公告”写一篇",
      target: { newIn: column },
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: "column",
      target: { href: `/admin/content?column=${column}` },
      sounds: ["tzgg", "tongzhigonggao"],
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({ text: title, target: { href: `/admin/content/${editionId}` } }),
  );
});

test("a writer of one column is offered that column and its pieces, no other's", async () => {
  const [mine, theirs] = [freshLetters("本栏"), freshLetters("他栏")];
  const mineId = await draft("zwdt/tzgg", mine);
  const theirsId = await draft("zwdt/yw", theirs);
  const ctx = columnWriter();
  const entries = await loadPalette(ctx, desk.siteId);
  expect(entries.filter(({ kind }) => kind === "write")).toHaveLength(1);
  const texts = entries.map(({ text }) => text);
  expect([texts.includes(mine), texts.includes(theirs)]).toEqual([true, false]);
  expect(await askPalette(ctx, desk.siteId, theirs)).toEqual([]);
  expect(await askPalette(ctx, desk.siteId, String(theirsId))).toEqual([]);
  const byId = await askPalette(ctx, desk.siteId, String(mineId));
  expect(byId[0]).toMatchObject({ text: mine });
});

test("whoever has nothing to do with the site is offered none of it", async () => {
  const title = freshLetters("别站");
  await draft("zwdt/tzgg", title);
  expect(await loadPalette(foreigner(), desk.siteId)).toEqual([]);
  expect(await askPalette(foreigner(), desk.siteId, title)).toEqual([]);
  expect(await askPalette(foreigner(), null, title)).toEqual([]);
});

test("hostile words ask nothing but titles", async () => {
  const author = desk.person("author");
  for (const words of ["%", "_", "\\", "' or 1=1 --", "9".repeat(40)])
    expect(await askPalette(author, desk.siteId, words)).toEqual([]);
});

test("screens are found by their initials", () => {
  expect(screenEntries([{ href: "/admin", name: "工作台" }])).toEqual([
    {
      ...{ kind: "screen", text: "工作台", hint: "", target: { href: "/admin" } },
      ...{ folded: "工作台", sounds: ["gzt", "gongzuotai"] },
    },
  ]);
});
