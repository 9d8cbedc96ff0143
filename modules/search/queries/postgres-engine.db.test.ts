import { sql as query } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { Desk, TestSite } from "#db/testing/desk.ts";
import { openDesk, openTestSite, operatorOf, putOnline } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { searchContract } from "#db/testing/search-contract.ts";
import { questionFor, REGIONS } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
const { sql: laggingSql, db: lagging } = connectSearch(env.DATABASE_URL);
let desk: Desk;
let neighbour: TestSite;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  await nameRegions(operatorOf(base.db), REGIONS);
  desk = await openDesk(base);
  neighbour = await openTestSite(desk.operator, { regionCode: "990102" });
  for (const { code } of [desk, neighbour]) await putOnline(desk.operator, code);
});
afterAll(async () => {
  await sql.end();
  await laggingSql.end();
  await base.close();
});

const stalled = (act: () => Promise<void>) =>
  base.owner.begin(async (owner) => {
    await owner`lock table search_document in access exclusive mode`;
    await act();
  });

describe("PostgreSQL", () => {
  const index = postgresIndex(db);
  searchContract({
    index: () => index,
    desk: () => desk,
    neighbour: () => neighbour,
    settle: async () => void (await countTermsAnew(base.db)),
    follow: () => Promise.resolve(),
    stalled: async (act) => void (await stalled(act)),
  });
});

test("a replica that lags shows nothing that the primary has withdrawn, and counts no more than it knows", async () => {
  const { resourceId } = await bringOne(desk.operator, targetOf(desk), {
    title: "渌口老街封闭施工公告",
  });
  await lagging.transaction(
    async (tx) => {
      await tx.execute(query`select 1 from public_search_document limit 1`);
      await withdrawResource(desk.operator, { resourceId, reason: "有误" });
      // Safe because a transaction reads like a pool; one that began before the act is a replica that lags.
      const replica = tx as unknown as Db;
      const question = questionFor(desk.siteId, "渌口老街封闭施工");
      const alone = await postgresIndex(replica).search(question);
      expect([alone.hits.length, alone.total.count]).toEqual([1, 1]);
      const found = await postgresIndex(replica, db).search(question);
      expect([found.hits, found.total]).toEqual([[], { count: 0, isExact: false }]);
    },
    { isolationLevel: "repeatable read" },
  );
});
