import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { questionFor, titlesOf } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { searchPublic } from "#modules/search/queries/public.ts";
import { listFindable } from "#modules/search/queries/suggestable.ts";

const base = testDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
  // Nothing listens there.
  Object.assign(env, { ZS_SEARCH_DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
});
afterAll(() => base.close());

test("while the replica is away the primary finds, and says what still stands", async () => {
  const title = "菰蒲荡清障通告";
  const { resourceId } = await bringOne(desk.operator, targetOf(desk), { title });
  const found = await searchPublic(questionFor(desk.siteId, "菰蒲荡清障"));
  expect([titlesOf(found), found.isPartial]).toEqual([[title], false]);
  expect(await listFindable(base.db, [resourceId, resourceId + 1_000_000])).toEqual(
    new Set([resourceId]),
  );
});
