import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk, TestSite } from "#db/testing/desk.ts";
import { openDesk, openTestSite, operatorOf, putOnline } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { openDouble } from "#db/testing/opensearch/server.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { searchContract } from "#db/testing/search-contract.ts";
import { questionFor, REGIONS, titlesOf } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { stopFollower } from "#modules/search/opensearch/commands/changes.ts";
import { fillEngine } from "#modules/search/opensearch/commands/fill.ts";
import { beginFollowing, followOnce } from "#modules/search/opensearch/commands/follow.ts";
import { forgetIndices } from "#modules/search/opensearch/commands/indices.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { connectEngine } from "#modules/search/opensearch/queries/client.ts";
import { openSearchIndex } from "#modules/search/opensearch/queries/opensearch-index.ts";
import { verifyEngine } from "#modules/search/opensearch/queries/verify.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
const real = env.ZS_TEST_OPENSEARCH_URL;
const double = await openDouble();
let desk: Desk;
let neighbour: TestSite;
let client: Client;

async function follow(): Promise<void> {
  while ((await followOnce(base.db, client)).isMore);
}

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  await nameRegions(operatorOf(base.db), REGIONS);
  desk = await openDesk(base);
  neighbour = await openTestSite(desk.operator, { regionCode: "990102" });
  for (const { code } of [desk, neighbour]) await putOnline(desk.operator, code);
  client = connectEngine(real ?? double.url, fresh("zs-contract-"));
  await beginFollowing(base.db, client);
  await fillEngine(desk.operator, client, () => {});
});
afterAll(async () => {
  await forgetIndices(client);
  await stopFollower(base.db);
  await double.close();
  await sql.end();
  await base.close();
});

const index = () => openSearchIndex(client, { db, truth: db });

describe(real ? "a real OpenSearch" : "the test double (a real OpenSearch: not run)", () => {
  searchContract({
    index,
    desk: () => desk,
    neighbour: () => neighbour,
    settle: async () => void (await countTermsAnew(base.db)),
    follow,
    stalled: async (act) =>
      void (await base.owner.begin(async (owner) => {
        await owner`lock table search_document in access exclusive mode`;
        await act();
      })),
  });

  test("it finds what PostgreSQL finds, in the same order, with the same counts", async () => {
    for (const q of [
      "公告",
      "公积金提取",
      "乌篷船检验",
      "最低生活宝障条例",
      "青衣",
      "编号",
      "2021",
    ])
      for (const more of [{}, { sort: "time" }, { field: "body" }, { field: "title" }] as const) {
        const question = questionFor(desk.siteId, q, { ...more, scope: "group" });
        const [one, other] = [
          await index().search(question),
          await postgresIndex(db).search(question),
        ];
        expect([q, more, titlesOf(one), one.total]).toEqual([
          q,
          more,
          titlesOf(other),
          other.total,
        ]);
      }
  });

  test("the verifier finds nothing to complain of", async () => {
    const { compared, differences } = await verifyEngine(base.db, client);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });
});

describe("the test double, going wrong", () => {
  const spoilt = connectEngine(double.url, fresh("zs-spoilt-"));
  const search = (q: string) =>
    openSearchIndex(spoilt, { db, truth: db }).search(questionFor(desk.siteId, q));

  test("an index that was never filled is an error, not an empty answer", async () => {
    await expect(search("公告")).rejects.toThrow("no such index");
  });

  test("an engine that fails, hangs, or has some of the shards only is an error", async () => {
    await bringOne(desk.operator, targetOf(desk), { title: "鹔鹴陂放水通知" });
    await fillEngine(desk.operator, spoilt, () => {});
    expect(titlesOf(await search("鹔鹴陂放水"))).toEqual(["鹔鹴陂放水通知"]);
    for (const fault of [503, 429, "cut", "hang", "partial"] as const) {
      double.spoil(/_search/, fault);
      await expect(search("鹔鹴陂放水")).rejects.toMatchObject({ name: "EngineError" });
    }
    double.spoil(/_search/, null);
    expect(titlesOf(await search("鹔鹴陂放水"))).toEqual(["鹔鹴陂放水通知"]);
    await forgetIndices(spoilt);
  });

  test("a password that is wrong is told, and not shown", async () => {
    const wrong = connectEngine(double.url.replace("geheim", "falsch"), "zs-wrong");
    const refused = openSearchIndex(wrong, { db, truth: db }).search(
      questionFor(desk.siteId, "公告"),
    );
    await expect(refused).rejects.toThrow(/^Unauthorized$/);
  });
});

test("nothing was asked that the double does not know", () => {
  expect(double.strangers).toEqual([]);
});
