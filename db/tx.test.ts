import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { inTransaction, isUniqueViolation, rawOf } from "#db/tx.ts";
import { env } from "#lib/env.ts";
import { emit, installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { defineEvent, react } from "#modules/jobs/domain.ts";

const base = testDatabase();
const queue = fresh("q");
const happened = defineEvent(fresh("test."), z.object({ n: z.number() }));

beforeAll(async () => {
  const reactions = {
    inTransaction: [],
    afterCommit: [react(queue, happened, async () => {})],
  };
  await prepareQueues(env.DATABASE_URL ?? "", reactions);
  installReactions(reactions, base.sql);
});
afterAll(() => base.close());

const jobs = async () =>
  (
    await base.owner<
      { n: number }[]
    >`select count(*)::int as n from pgboss.job where name = ${queue}`
  )[0]?.n;

test("drizzle and the raw runner speak in the same transaction", async () => {
  await inTransaction(base.db, async (tx) => {
    const [own] = await tx.execute<{ x: string }>(sql`select pg_current_xact_id()::text as x`);
    const [raw] = await rawOf(tx)("select pg_current_xact_id()::text as x, $1::int as n", [5]);
    expect(raw).toEqual({ x: own?.x, n: 5 });
  });
});

test("a job of an act that was rolled back is not there; one of an act that was not, is", async () => {
  const failing = inTransaction(base.db, async (tx) => {
    await emit(tx, happened, { n: 1 });
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await jobs()).toBe(0);
  await inTransaction(base.db, (tx) => emit(tx, happened, { n: 2 }));
  expect(await jobs()).toBe(1);
});

const mark = (name: string) =>
  sql`insert into cache_tag (tag, changed_at) values (${name}, now()) on conflict (tag) do update set changed_at = now()`;

test("the loser of a deadlock tries again and both acts are done", async () => {
  const [a, b] = [fresh("a"), fresh("b")];
  await inTransaction(base.db, async (tx) => {
    await tx.execute(mark(a));
    await tx.execute(mark(b));
  });
  const holding = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const attempts = [0, 0];
  const both = (who: 0 | 1, first: string, second: string) =>
    inTransaction(base.db, async (tx) => {
      attempts[who] = (attempts[who] ?? 0) + 1;
      await tx.execute(mark(first));
      holding[who].resolve();
      // Each waits until the other holds what it wants next: a deadlock for certain.
      await holding[who === 0 ? 1 : 0].promise;
      await tx.execute(mark(second));
      return who;
    });
  expect(await Promise.all([both(0, a, b), both(1, b, a)])).toEqual([0, 1]);
  // One of them at least began again; on a busy machine both may.
  expect((attempts[0] ?? 0) + (attempts[1] ?? 0)).toBeGreaterThan(2);
});

test.each(["40001", "40P01"])(
  "a conflict %s that never ends is given up after four attempts",
  async (code) => {
    let attempts = 0;
    const lost = inTransaction(base.db, async (tx) => {
      attempts += 1;
      await tx.execute(
        sql.raw(`do $$ begin raise exception 'lost' using errcode = '${code}'; end $$`),
      );
    });
    await expect(lost).rejects.toMatchObject({ cause: { code } });
    expect(attempts).toBe(4);
  },
);

test("any other failure is not tried again, and nothing of the act stays", async () => {
  const tag = fresh("t");
  let attempts = 0;
  const failed = inTransaction(base.db, async (tx) => {
    attempts += 1;
    await tx.execute(mark(tag));
    await tx.execute(sql`select 1 / 0`);
  });
  await expect(failed).rejects.toMatchObject({ cause: { code: "22012" } });
  expect(attempts).toBe(1);
  expect(await base.owner`select 1 from cache_tag where tag = ${tag}`).toHaveLength(0);
});

test("what an act lends to another is a part of it: a failure inside is undone alone", async () => {
  const [outer, inner] = [fresh("o"), fresh("i")];
  await inTransaction(base.db, async (tx) => {
    await tx.execute(mark(outer));
    const failed = tx.transaction(async (part) => {
      await part.execute(mark(inner));
      throw new Error("not this");
    });
    await expect(failed).rejects.toThrow("not this");
  });
  const kept = await base.owner`select tag from cache_tag where tag in (${outer}, ${inner})`;
  expect([...kept]).toEqual([{ tag: outer }]);
});

test("a unique violation is known by its constraint", async () => {
  const name = fresh("来源");
  await base.owner`insert into source (name) values (${name})`;
  const twice = inTransaction(base.db, (tx) =>
    tx.execute(sql`insert into source (name) values (${name})`),
  );
  const error = await twice.catch((found: unknown) => found);
  expect([
    isUniqueViolation(error),
    isUniqueViolation(error, "source_name_unique"),
    isUniqueViolation(error, "other"),
  ]).toEqual([true, true, false]);
});
