import "server-only";
import type { Snapshot } from "#lib/routing/snapshot.ts";
import { SharedRead } from "#lib/shared-read.ts";
import { readPublic } from "#modules/pages/queries.ts";
import { readSnapshot } from "#modules/sites/queries/registry.ts";

/** How old the list of sites may be: a new site answers within two seconds without a restart. */
const FRESH_MS = 1_000;

/** Strangers may ask for hosts that nobody knows, but not more often than ten times a second. */
const ASK_AGAIN_MS = 100;

// Next bundles middleware and pages apart: the process keeps one list for both.
const shared = globalThis as unknown as { zsSites?: SharedRead<Snapshot> };
shared.zsSites ??= new SharedRead(() => readPublic(readSnapshot));
const sites = shared.zsSites;

/** Sites and hosts, at most a second old; an older list when the database is away. */
export const currentSnapshot = (): Promise<Snapshot> =>
  sites.begunSince(performance.now() - FRESH_MS);

/** The same for a host that is not in the current list, as of `askedAt` where the gateway knows the host. */
export const latestSnapshot = (askedAt: number | null): Promise<Snapshot> =>
  sites.begunSince(askedAt ?? performance.now() - ASK_AGAIN_MS);
