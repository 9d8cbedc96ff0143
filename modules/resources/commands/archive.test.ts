import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { archiveResource, unarchiveResource } from "#modules/resources/commands/archive.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { openEdition } from "#modules/resources/drafts/commands/save.ts";
import { listTodos } from "#modules/resources/drafts/queries/todos.ts";
import { getPublicArticle } from "#modules/resources/queries/public.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

const reason = "机构改革，不再更新";
const bringIn = async (more: Record<string, unknown> = {}) =>
  (await bringOne(desk.operator, targetOf(desk), more)).resourceId;

async function articleOf(resourceId: number) {
  const [row] = await base.owner`select id::int from placement where resource_id = ${resourceId}`;
  return await getPublicArticle(base.db, Number(row?.["id"]));
}

const auditOf = async (resourceId: number) => {
  const rows = await base.owner`
    select action, details->>'reason' as reason from audit_entry
    where subject_kind = 'resource' and subject_id = ${String(resourceId)} order by at`;
  return rows.map((row) => [row["action"], row["reason"]]);
};

test("what is archived stays where it is, says since when, and comes back", async () => {
  const resourceId = await bringIn();
  expect(await articleOf(resourceId)).toMatchObject({ archivedAt: null });
  const before = Date.now();
  const archived = await archiveResource(desk.operator, { resourceId, reason });
  expect(archived).toMatchObject({ ok: true, value: { places: [{ siteId: desk.siteId }] } });
  const since = (await articleOf(resourceId))?.archivedAt?.getTime() ?? 0;
  expect(since).toBeGreaterThanOrEqual(before);
  const again = await archiveResource(desk.operator, { resourceId, reason });
  expect(again).toEqual({ ok: false, problems: ["archived-already"] });
  await unarchiveResource(desk.operator, { resourceId, reason: "恢复更新" });
  expect(await articleOf(resourceId)).toMatchObject({ archivedAt: null });
  expect(await auditOf(resourceId)).toEqual([
    ["resource.archive", reason],
    ["resource.unarchive", "恢复更新"],
  ]);
});

test("it is given no new words, and may be withdrawn and come back as it was", async () => {
  const resourceId = await bringIn();
  await archiveResource(desk.operator, { resourceId, reason });
  const released = await publishResource(desk.operator, { resourceId });
  expect(released).toEqual({ ok: false, problems: ["archived"] });
  await withdrawResource(desk.operator, { resourceId, reason });
  expect(await articleOf(resourceId)).toBeNull();
  expect(await publishResource(desk.operator, { resourceId })).toMatchObject({ ok: true });
  expect((await articleOf(resourceId))?.archivedAt).not.toBeNull();
});

test("who may not withdraw it may not archive it; a draft is not archived", async () => {
  const resourceId = await bringIn();
  for (const ctx of [desk.stranger, desk.person("author")])
    await expect(archiveResource(ctx, { resourceId, reason })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  expect(await archiveResource(desk.person("reviewer"), { resourceId, reason })).toMatchObject({
    ok: true,
  });
  await expect(unarchiveResource(desk.stranger, { resourceId, reason })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const draft = targetOf(desk, "zwdt/tzgg", { as: "draft" });
  const [receipt] = await bring(desk.operator, draft, record());
  const waiting = await archiveResource(desk.operator, {
    resourceId: receipt?.resourceId ?? 0,
    reason,
  });
  expect(waiting).toEqual({ ok: false, problems: ["nothing-live"] });
});

test("a whole site can come in archived, and a second run changes nothing", async () => {
  const target = targetOf(desk, "zwdt/tzgg", { isArchived: true });
  const old = record();
  const [first] = await bring(desk.operator, target, old);
  expect((await articleOf(first?.resourceId ?? 0))?.archivedAt).not.toBeNull();
  const [second] = await bring(desk.operator, target, old);
  expect(second).toMatchObject({ status: "merged", reason: "unchanged" });
  // In another column it is placed as well: it is still there to be read.
  const [placed] = await bring(desk.operator, targetOf(desk, "zwdt/yw"), old);
  expect(placed).toMatchObject({ status: "merged", reason: "placed" });
});

test("of what is archived nothing is to be done, and its next words wait", async () => {
  const resourceId = await bringIn();
  const writer = desk.person("author");
  const editionId = await openEdition(writer, resourceId).then((opened) => opened.editionId);
  const todo = async () =>
    (await listTodos(base.db, { kind: "all" }, ["draft"], "nobody")).some(
      (one) => one.editionId === editionId,
    );
  expect(await todo()).toBe(true);
  await archiveResource(desk.operator, { resourceId, reason });
  expect(await todo()).toBe(false);
  await withdrawResource(desk.operator, { resourceId, reason });
  // Whoever still looks at the next words and releases them does not bring the old ones back.
  expect(await publishResource(desk.operator, { resourceId, editionId })).toEqual({
    ok: false,
    problems: ["archived"],
  });
  expect(await articleOf(resourceId)).toBeNull();
  expect(await publishResource(desk.operator, { resourceId })).toMatchObject({ ok: true });
  expect((await articleOf(resourceId))?.number).toBe(1);
  await unarchiveResource(desk.operator, { resourceId, reason });
  expect(await todo()).toBe(true);
});
