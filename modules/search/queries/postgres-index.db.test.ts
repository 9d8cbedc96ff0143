import { afterAll, beforeAll, describe } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, operatorOf, putOnline } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { searchContract } from "#db/testing/search-contract.ts";
import { env } from "#lib/env.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-index.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
let desk: Desk;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  // A province of its own, so that nobody else's site stands in it.
  const province = String(40 + Math.floor(Math.random() * 50));
  const regionCode = `${province}0121`;
  await nameRegions(operatorOf(base.db), {
    [`${province}0000`]: "试验省",
    [`${province}0100`]: "试验市",
    [regionCode]: "试验县",
  });
  desk = await openDesk(base, { regionCode });
  await putOnline(desk.operator, desk.code);
});
afterAll(async () => {
  await sql.end();
  await base.close();
});

describe("PostgreSQL", () => {
  const index = postgresIndex(db);
  searchContract({
    index: () => index,
    desk: () => desk,
    settle: async () => void (await countTermsAnew(base.db)),
  });
});
