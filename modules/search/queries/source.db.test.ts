import { sql, TransactionRollbackError } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bring, record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { listSources } from "#modules/search/queries/source.ts";

const ITEMS = 30;
const CROWD = 4_000;
const base = testDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
});
afterAll(() => base.close());

/** Entries of the index of a site's addresses that this transaction has read. */
const readOfSite = async (tx: Parameters<typeof listSources>[0]): Promise<number> => {
  const [row] = await tx.execute<{ read: string }>(
    sql`select pg_stat_get_xact_tuples_returned('placement_path'::regclass) as read`,
  );
  return Number(row?.read);
};

/** So many more of the site, in this transaction alone; a planner that has counted nothing yet takes them for few. */
async function crowd(tx: Parameters<typeof listSources>[0]): Promise<void> {
  await tx.execute(sql`
    with made as (
      insert into resource (type, origin_site_id, created_by)
      select 'article', ${desk.siteId}, 'test' from generate_series(1, ${CROWD}) returning id)
    insert into placement (resource_id, site_id, column_id, mode, state, path, title, published_at)
    select id, ${desk.siteId}, ${desk.columnOf("zwdt/tzgg")}, 'original', 'live', '/crowd/' || id || '.html', 'x', now()
    from made`);
}

test("what is searched of items is read by their numbers: never all of the site's again for each", async () => {
  const receipts = await bring(
    desk.operator,
    targetOf(desk),
    ...Array.from({ length: ITEMS }, () => record()),
  );
  const ids = receipts.flatMap(({ resourceId }) => resourceId ?? []);
  let read = Number.NaN;
  await base.db
    .transaction(async (tx) => {
      await crowd(tx);
      const before = await readOfSite(tx);
      expect(await listSources(tx, ids)).toHaveLength(ITEMS);
      read = (await readOfSite(tx)) - before;
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  expect(read).toBeLessThanOrEqual(CROWD + ITEMS);
});
