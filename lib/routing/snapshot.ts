import type { Locale } from "#lib/i18n/locales.ts";

export type RoutingState = "preparing" | "online" | "suspended" | "closed" | "moved";

/** What routing must know of a site; small enough to keep all of them in memory. */
export type RoutingSite = {
  id: number;
  code: string;
  name: string;
  primaryHost: string;
  locales: Locale[];
  state: RoutingState;
  stateNotice: string | null;
  successor: string | null;
  /** ISO 8601. */
  stateUntil: string | null;
  theme: string;
  sponsor: string;
  phone: string;
  address: string;
  idCode: string;
  icp: string | null;
  police: string | null;
};

export type Snapshot = {
  /** Host (normalised) → site id. */
  hosts: Record<string, number>;
  sites: Record<string, RoutingSite>;
};

export function findSite(snapshot: Snapshot, host: string): RoutingSite | null {
  if (!Object.hasOwn(snapshot.hosts, host)) return null;
  return snapshot.sites[String(snapshot.hosts[host])] ?? null;
}
