import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { inTransaction } from "#db/tx.ts";
import { env } from "#lib/env.ts";
import { emit, installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import type { Reactions } from "#modules/jobs/domain.ts";
import { defineEvent, react } from "#modules/jobs/domain.ts";

const base = testDatabase();
afterAll(() => base.close());

/** As many as the pool is wide. */
const ACTS = 6;

test("as many first acts at once as the pool is wide do not wait for each other for ever", async () => {
  const queue = fresh("queue-");
  const event = defineEvent(fresh("event."), z.object({ n: z.number() }));
  const reactions: Reactions = {
    inTransaction: [],
    afterCommit: [react(queue, event, () => Promise.resolve())],
  };
  await prepareQueues(env.DATABASE_URL ?? "", reactions);
  installReactions(reactions, base.sql);
  const all = Promise.withResolvers<void>();
  let holding = 0;
  const act = (n: number) =>
    inTransaction(base.db, async (tx) => {
      await tx.execute(sql`select 1`);
      holding += 1;
      if (holding === ACTS) all.resolve();
      // Every connection of the pool is held by now.
      await all.promise;
      await emit(tx, event, { n });
    });
  await Promise.all(Array.from({ length: ACTS }, (_, n) => act(n)));
  const [row] = await base.owner<{ n: number }[]>`
    select count(*)::int as n from pgboss.job where name = ${queue}`;
  expect(row?.n).toBe(ACTS);
});
