import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { createDraft } from "#modules/resources/drafts/commands/save.ts";
import { loadContent, loadDashboard, loadEdition } from "#modules/resources/drafts/loaders.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

test("whoever writes in one column sees the pieces of that column only, and no other column", async () => {
  const [mine, theirs] = [desk.columnOf("zwdt/tzgg"), desk.columnOf("zwdt/yw")];
  const accountId = desk.person("author").actor.accountId;
  const ctx: DeskCtx = {
    actor: {
      kind: "staff",
      accountId,
      grants: [{ role: "author", scope: "column", siteId: desk.siteId, columnIds: [mine] }],
    },
    db: base.db,
  };
  const other = desk.person("author");
  const seen = await createDraft(other, { columnId: mine, type: "article" });
  const unseen = await createDraft(other, { columnId: theirs, type: "article" });
  const content = await loadContent(ctx, desk.siteId, {});
  expect(content.rows.map(({ editionId }) => editionId)).toEqual([seen.editionId]);
  expect(content.columns.map(({ path }) => path)).toEqual(["zwdt", "zwdt/tzgg"]);
  // A column that is not theirs, asked for by its number, is as if it were not there.
  const asked = await loadContent(ctx, desk.siteId, { column: String(theirs) });
  expect([asked.column, asked.mayWrite]).toEqual([null, false]);

  await expect(loadEdition(ctx, unseen.editionId)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(createDraft(ctx, { columnId: theirs, type: "article" })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const own = await createDraft(ctx, { columnId: mine, type: "article" });
  expect((await loadEdition(ctx, own.editionId)).columns.map(({ path }) => path)).toEqual([
    "zwdt",
    "zwdt/tzgg",
  ]);
  expect((await loadDashboard(ctx)).drafts.map(({ editionId }) => editionId)).toEqual([
    own.editionId,
  ]);
});
