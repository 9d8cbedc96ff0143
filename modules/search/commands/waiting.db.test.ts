import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "#db/client.ts";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bring, record, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { questionFor } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";

const MANY = 25;
const base = testDatabase();
const searching = connectSearch(env.DATABASE_URL);
const owner = connect({ role: "owner", max: 1, name: "waiting", url: env.DATABASE_URL ?? "" });
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
});
afterAll(async () => {
  await searching.sql.end();
  await owner.sql.end();
  await base.close();
});

/** Pages of words that waited; afterwards none do. */
async function takeWaiting(): Promise<number> {
  const [row] = await owner.sql<{ pages: string }[]>`
    select gin_clean_pending_list('search_document_words') as pages`;
  return Number(row?.pages);
}

/** The next resource has this distance to the next thousand. */
async function standBefore(distance: number): Promise<void> {
  await owner.sql`
    select setval(pg_get_serial_sequence('resource', 'id'), (max(id) / 1000 + 1) * 1000 - ${distance}::int + 1000, false)
    from resource`;
}

async function bringMany(title: string): Promise<number> {
  const some = Array.from({ length: MANY }, () => record({ title }));
  const receipts = await bring(desk.operator, targetOf(desk), ...some);
  return receipts.filter(({ status }) => status === "imported").length;
}

const isFound = async (title: string): Promise<boolean> =>
  (await postgresIndex(searching.db).search(questionFor(desk.siteId, title))).hits.length > 0;

test.each([
  ["wait within a thousand", 500, true],
  ["enter the index when a thousand is passed", 10, false],
])("words of many pages %s, and are found either way", async (_, distance, isWaiting) => {
  await standBefore(distance);
  await takeWaiting();
  const title = `关于${fresh("wt")}号渡口停航的公告`;
  expect(await bringMany(title)).toBe(MANY);
  expect(await isFound(title)).toBe(true);
  expect((await takeWaiting()) > 0).toBe(isWaiting);
});
