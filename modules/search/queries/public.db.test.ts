import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { openDouble } from "#db/testing/opensearch/server.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { questionFor, titlesOf } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { stopFollower } from "#modules/search/opensearch/commands/changes.ts";
import { fillEngine } from "#modules/search/opensearch/commands/fill.ts";
import { beginFollowing } from "#modules/search/opensearch/commands/follow.ts";
import { configuredEngine } from "#modules/search/opensearch/queries/client.ts";
import { searchPublic } from "#modules/search/queries/public.ts";

const base = testDatabase();
const double = await openDouble();
const title = "荇菜滩禁渔通告";
let desk: Desk;

const search = async () => titlesOf(await searchPublic(questionFor(desk.siteId, "荇菜滩禁渔")));

beforeAll(async () => {
  desk = await openOnlineDesk(base);
  await bringOne(desk.operator, targetOf(desk), { title });
  Object.assign(env, {
    ...{ ZS_SEARCH_ENGINE: "opensearch", ZS_OPENSEARCH_URL: double.url },
    ZS_OPENSEARCH_INDEX: fresh("zs-public-"),
  });
});
afterAll(async () => {
  await stopFollower(base.db);
  await double.close();
  await base.close();
});

test("citizens are answered by the chosen engine, and by PostgreSQL while it fails", async () => {
  const client = configuredEngine();
  if (!client) throw new Error("configured above");
  await beginFollowing(base.db, client);
  await fillEngine(desk.operator, client, () => {});
  const asked = double.hold(/_search/, "after");
  const first = search();
  await asked.arrived;
  asked.release();
  expect(await first).toEqual([title]);
  double.spoil(/_search/, 503);
  expect(await search()).toEqual([title]);
  // It rests now: it is not even asked.
  let isAsked = false;
  double.spoil(/./, null);
  void double.hold(/_search/, "before").arrived.then(() => {
    isAsked = true;
  });
  expect([await search(), isAsked]).toEqual([[title], false]);
  expect(double.strangers).toEqual([]);
});
