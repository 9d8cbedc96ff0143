/** The outbox: written by acts, in their own transaction, while an external engine follows. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";

/**
 * Notes that the rows of these resources changed. The caller holds the resources' locks: so of one
 * resource the order of the numbers is the order of the commits. Without a follower it writes nothing.
 */
export async function noteChanges(tx: Tx, resourceIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    insert into search_change (resource_id)
    select id from unnest(${sql.param(resourceIds)}::bigint[]) as id
    where exists (select from search_follower)`);
}

/** From now on acts note what they change. True when they did not before: what the engine holds is then worth nothing. */
export async function startFollower(db: Db): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into search_follower (engine) values ('opensearch') on conflict do nothing returning engine`);
  return rows.length > 0;
}

/** Acts note nothing any more, and what they noted is thrown away. */
export async function stopFollower(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`delete from search_follower where true`);
    await tx.execute(sql`delete from search_change where true`);
  });
}

/** The engine knows them. By number, never "up to": a lower one may not have committed yet. */
export async function removeChanges(tx: Tx, seqs: readonly number[]): Promise<void> {
  await tx.execute(sql`delete from search_change where seq = any(${sql.param(seqs)}::bigint[])`);
}

/** Refused by the engine, one by one: each is tried again later, and the others need not wait for it. */
export async function postponeChanges(
  tx: Tx,
  refused: readonly { resourceId: number; version: number; problem: string }[],
): Promise<void> {
  await tx.execute(sql`
    update search_change set attempts = attempts + 1, problem = given.problem,
      due_at = now() + least(interval '10 minutes', interval '1 second' * 2 ^ least(attempts, 10))
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as given("resourceId" bigint, version bigint, problem text)
    where resource_id = given."resourceId" and seq <= given.version`);
}
