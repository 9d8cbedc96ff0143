import { afterAll, beforeAll, describe } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, putOnline } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { searchContract } from "#db/testing/search-contract.ts";
import { env } from "#lib/env.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-index.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
let desk: Desk;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  desk = await openDesk(base);
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
