import "server-only";
import { PgBoss } from "pg-boss";
import type { Raw, Tx } from "#db/client.ts";
import { besidePool } from "#db/client.ts";
import { rawOf } from "#db/tx.ts";
import type { EventKind, Reactions } from "#modules/jobs/domain.ts";

const JOB = { retryLimit: 5, retryDelay: 1, retryBackoff: true, expireInSeconds: 300 };

// Middleware, routes and the process itself are separate bundles in Next: one list for all of them.
const shared = globalThis as unknown as { zsReactions?: Reactions; zsSender?: PgBoss };

/**
 * Each process that runs commands installs the list of modules/reactions.ts at its start. pg-boss looks
 * its queues up outside the act's transaction, so it asks beside the pool: acts that hold all of its
 * connections at once would wait for each other for ever.
 */
export function installReactions(reactions: Reactions, sql: Raw): void {
  const lookUp = besidePool(sql);
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: [...(await lookUp.unsafe(text, values as never[]))],
  });
  shared.zsReactions = reactions;
  shared.zsSender = new PgBoss({
    db: { executeSql },
    migrate: false,
    supervise: false,
    schedule: false,
  });
}

/**
 * Announces an event inside the act's own transaction, after its rows are written: what follows in the
 * transaction runs at once and undoes the act when it fails; every other listener gets one job, there
 * when the act commits and not there when it does not.
 * @throws when the process has not installed its reactions: an event nobody could follow is a defect
 */
export async function emit<Payload extends object>(
  tx: Tx,
  event: EventKind<Payload>,
  payload: Payload,
): Promise<void> {
  const { zsReactions: reactions, zsSender: sender } = shared;
  if (!reactions || !sender)
    throw new Error(`${event.name} was emitted before reactions were installed`);
  const run = rawOf(tx);
  const db = {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await run(text, values) }),
  };
  for (const reaction of reactions.inTransaction.filter((known) => known.event === event.name)) {
    await reaction.run(payload, tx);
  }
  for (const reaction of reactions.afterCommit.filter((known) => known.event === event.name)) {
    await sender.send(reaction.queue, payload, { ...JOB, db });
  }
}

/** Makes pg-boss's tables and the queues of these reactions; part of every start, after migrations. */
export async function prepareQueues(url: string, reactions: Reactions): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => {});
  await boss.start();
  for (const { queue } of reactions.afterCommit) {
    if (!(await boss.getQueue(queue))) await boss.createQueue(queue);
  }
  const db = boss.getDb();
  await db.executeSql("grant usage on schema pgboss to zs_app");
  await db.executeSql("grant all on all tables in schema pgboss to zs_app");
  await db.executeSql("grant all on all sequences in schema pgboss to zs_app");
  await db.executeSql("grant execute on all functions in schema pgboss to zs_app");
  await boss.stop({ graceful: false });
}
