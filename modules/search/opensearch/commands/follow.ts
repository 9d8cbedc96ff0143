/** Brings the external engine up to what has committed. Runs in the worker; may die anywhere, and nothing is lost. */
import "server-only";
import type { Db } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import {
  postponeChanges,
  removeChanges,
  startFollower,
} from "#modules/search/opensearch/commands/changes.ts";
import { forgetIndices, listIndices } from "#modules/search/opensearch/commands/indices.ts";
import { tell } from "#modules/search/opensearch/commands/tell.ts";
import type { Pending } from "#modules/search/opensearch/queries/changes.ts";
import { getBacklog, listPending } from "#modules/search/opensearch/queries/changes.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";

/** Of documents in one request; the longest are some hundred kilobytes. */
const CHUNK = 200;

/** From now on acts are noted. What the engine held before is taken away first, for it missed some. */
export async function beginFollowing(db: Db, client: Client): Promise<void> {
  if ((await getBacklog(db)) !== null) return;
  await forgetIndices(client);
  await startFollower(db);
}

async function settle(db: Db, pending: Pending, refused: ReadonlyMap<number, string>) {
  const late = pending.changes.flatMap(({ resourceId, version }) => {
    const problem = refused.get(resourceId);
    return problem === undefined ? [] : [{ resourceId, version, problem }];
  });
  const told = pending.notes.filter(({ resourceId }) => !refused.has(resourceId));
  await inTransaction(db, async (tx) => {
    await removeChanges(
      tx,
      told.map(({ seq }) => seq),
    );
    if (late.length > 0) await postponeChanges(tx, late);
  });
}

/**
 * One chunk of changes, in their order, to every index that is kept. The changes go when the engine has
 * confirmed them; who dies before tells them again, which the versions make harmless.
 * @throws {EngineError} when the engine is away: nothing was taken off the list
 */
export async function followOnce(
  db: Db,
  client: Client,
): Promise<{ told: number; refused: number; isMore: boolean }> {
  const pending = await listPending(db, CHUNK);
  if (pending.notes.length === 0) return { told: 0, refused: 0, isMore: false };
  // Asked after the changes were read: an index made since then reads their rows itself.
  const kept = (await listIndices(client)).filter(({ isKept }) => isKept);
  const refused = new Map<number, string>();
  for (const { name } of kept) {
    const told = await tell(client, name, pending.changes, { isFound: true });
    if (!told.isGone) for (const [id, problem] of told.refused) refused.set(id, problem);
  }
  await settle(db, pending, refused);
  return {
    told: pending.changes.length - refused.size,
    refused: refused.size,
    isMore: pending.notes.length === CHUNK,
  };
}
