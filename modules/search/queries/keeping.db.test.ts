import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { questionFor } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";

const base = testDatabase();
const searching = connectSearch(env.DATABASE_URL);
const owner = connect({ role: "owner", max: 1, name: "planting", url: env.DATABASE_URL ?? "" });
let desk: Desk;
let title: string;
let resourceId: number;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
  title = `关于${fresh("zq")}号渡口停航的公告`;
  ({ resourceId } = await bringOne(desk.operator, targetOf(desk), { title }));
});
afterAll(async () => {
  await searching.sql.end();
  await owner.sql.end();
  await base.close();
});

const differencesOfIt = async () =>
  (await verifyIndex(base.db)).differences.filter((one) => one.resourceId === resourceId);
const found = async () =>
  (await postgresIndex(searching.db).search(questionFor(desk.siteId, title))).hits.map(
    (hit) => hit.resourceId,
  );

test.each([
  ["missing", (id: number) => sql`delete from search_document where resource_id = ${id}`],
  ["missing", (id: number) => sql`delete from search_title where resource_id = ${id}`],
  [
    "other",
    (id: number) => sql`update search_document set title = '别的' where resource_id = ${id}`,
  ],
])("a planted difference (%s) is found and mended by rebuilding", async (what, plant) => {
  expect(await differencesOfIt()).toEqual([]);
  await owner.db.execute(plant(resourceId));
  expect(await differencesOfIt()).toEqual([{ resourceId, what }]);
  await rebuildIndex(desk.operator, () => {});
  expect(await differencesOfIt()).toEqual([]);
  expect(await found()).toEqual([resourceId]);
});

test("while everything is made anew, what is live is found at every moment", async () => {
  let isDone = false;
  const rebuilt = rebuildIndex(desk.operator, () => {}).finally(() => {
    isDone = true;
  });
  const answers: number[][] = [];
  do answers.push(await found());
  while (!isDone);
  expect(await rebuilt).toBeGreaterThan(0);
  expect(new Set(answers.map(String))).toEqual(new Set([String(resourceId)]));
});

test("a stranger does not rebuild", async () => {
  await expect(rebuildIndex(desk.stranger, () => {})).rejects.toMatchObject({ code: "FORBIDDEN" });
});
