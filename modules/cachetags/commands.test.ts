import { afterAll, expect, test } from "vitest";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { inTransaction } from "#db/tx.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { TAG_CHANNEL } from "#modules/cachetags/domain.ts";

const base = testDatabase();
afterAll(() => base.close());

type Told = { kind: string; tags: string[]; at: number };

test("of two acts on one tag the one that commits later says a later moment, whichever began first", async () => {
  const [held, shared] = [`a:${fresh("t")}`, `b:${fresh("t")}`];
  const told: Told[] = [];
  const { unlisten } = await base.sql.listen(TAG_CHANNEL, (text) => {
    const change = JSON.parse(text) as Told;
    if (change.tags.some((tag) => tag === shared)) told.push(change);
  });
  await inTransaction(base.db, (tx) => touchTags(tx, "refresh", [held]));
  const release = Promise.withResolvers<void>();
  const isHolding = Promise.withResolvers<void>();
  const holder = inTransaction(base.db, async (tx) => {
    await touchTags(tx, "refresh", [held]);
    isHolding.resolve();
    await release.promise;
  });
  await isHolding.promise;
  // Begins first, waits for the holder, and takes the shared tag last.
  const early = inTransaction(base.db, (tx) => touchTags(tx, "drop", [held, shared]));
  const isWaiting = async () => {
    const rows = await base.owner`
      select 1 from pg_stat_activity
      where wait_event_type = 'Lock' and query like '%insert into cache_tag%' and pid <> pg_backend_pid()`;
    return rows.length > 0;
  };
  await expect.poll(isWaiting).toBe(true);
  await inTransaction(base.db, (tx) => touchTags(tx, "refresh", [shared]));
  release.resolve();
  await Promise.all([holder, early]);
  await expect.poll(() => told.length).toBe(2);
  await unlisten();
  expect(told.map(({ kind }) => kind)).toEqual(["refresh", "drop"]);
  expect(told[1]?.at).toBeGreaterThan(told[0]?.at ?? Number.POSITIVE_INFINITY);
  const [row] = await base.owner<{ isDrop: boolean; at: number }[]>`
    select is_drop as "isDrop", (extract(epoch from changed_at) * 1000)::float8 as at
    from cache_tag where tag = ${shared}`;
  expect(row).toEqual({ isDrop: true, at: told[1]?.at });
});

test("two acts in the same millisecond are two moments", async () => {
  const tag = fresh("t:");
  const moments: number[] = [];
  for (let times = 0; times < 20; times += 1) {
    await inTransaction(base.db, (tx) => touchTags(tx, "refresh", [tag]));
    const [row] = await base.owner<{ at: number }[]>`
      select (extract(epoch from changed_at) * 1000)::float8 as at from cache_tag where tag = ${tag}`;
    moments.push(row?.at ?? 0);
  }
  expect(new Set(moments).size).toBe(20);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(moments.every(Number.isInteger)).toBe(true);
});
