import "server-only";
import type { Snapshot } from "#lib/routing/snapshot.ts";
import { readPublic } from "#modules/pages/queries.ts";
import { readSnapshot } from "#modules/sites/queries/registry.ts";

/** How old the list of sites may be: a new site answers within two seconds without a restart. */
const FRESH_MS = 1_000;

type Held = { snapshot: Snapshot; at: number };
const shared = globalThis as unknown as { zsSnapshot?: Held; zsSnapshotRead?: Promise<Held> };

function read(): Promise<Held> {
  shared.zsSnapshotRead ??= readPublic(readSnapshot)
    .then((snapshot) => {
      shared.zsSnapshot = { snapshot, at: performance.now() };
      return shared.zsSnapshot;
    })
    .finally(() => {
      delete shared.zsSnapshotRead;
    });
  return shared.zsSnapshotRead;
}

/** Sites and hosts, at most a second old; an older list when the database is away. */
export async function currentSnapshot(): Promise<Snapshot> {
  const held = shared.zsSnapshot;
  if (!held) return (await read()).snapshot;
  if (performance.now() - held.at < FRESH_MS) return held.snapshot;
  return await read().then(
    (fresh) => fresh.snapshot,
    () => held.snapshot,
  );
}

/** Read now, for a host that is not known yet; but not more often than ten times a second. */
const ASK_AGAIN_MS = 100;

export async function latestSnapshot(): Promise<Snapshot> {
  const held = shared.zsSnapshot;
  if (held && performance.now() - held.at < ASK_AGAIN_MS) return held.snapshot;
  return await read().then(
    (fresh) => fresh.snapshot,
    (error: unknown) => {
      if (!held) throw error;
      return held.snapshot;
    },
  );
}
