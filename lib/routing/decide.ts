import type { Address } from "#lib/routing/address.ts";
import { parseAddress, wholeHref } from "#lib/routing/address.ts";
import { isSignedLeave } from "#lib/routing/leave.ts";
import type { RoutingSite, Snapshot } from "#lib/routing/snapshot.ts";
import { findSite } from "#lib/routing/snapshot.ts";

/** What is to be done with a request, and why: the reason goes to the log. */
export type Action =
  | { kind: "refuse"; status: 400 | 414 | 421; reason: string }
  | { kind: "redirect"; status: 301; location: string; reason: string }
  | { kind: "state"; status: 503 | 410; site: RoutingSite; reason: string }
  | { kind: "page"; site: RoutingSite; address: Address; reason: "page" };

/** `https://www.x.gov.cn`; `*.localhost` is reached over http at the gateway's own port. */
export function originOf(host: string, publicPort: number | null): string {
  const isLocal = host === "localhost" || host.endsWith(".localhost");
  return isLocal
    ? `http://${host}${publicPort && publicPort !== 80 ? `:${publicPort}` : ""}`
    : `https://${host}`;
}

function gateState(site: RoutingSite, target: string): Action | null {
  switch (site.state) {
    case "online":
      return null;
    case "moved":
      return site.successor
        ? {
            kind: "redirect",
            status: 301,
            location: `${site.successor}${target}`,
            reason: "site-moved",
          }
        : { kind: "state", status: 410, site, reason: "site-moved-nowhere" };
    case "closed":
      return { kind: "state", status: 410, site, reason: "site-closed" };
    case "preparing":
    case "suspended":
      return { kind: "state", status: 503, site, reason: `site-${site.state}` };
  }
}

/**
 * Host and target to an action; pure, so that every gate is a table test. Order: the host must be
 * known before anything is parsed for it; a bad address is refused before it could reach a Location.
 * `leaveKey` proves addresses of the leave-site page; without it none is signed.
 */
export function decide(
  snapshot: Snapshot,
  request: { host: string | null; target: string },
  publicPort: number | null,
  leaveKey = "",
): Action {
  const site = request.host === null ? null : findSite(snapshot, request.host);
  if (!site) return { kind: "refuse", status: 421, reason: "unknown-host" };
  const parsed = parseAddress(request.target, site.locales);
  if (!parsed.ok) {
    return {
      kind: "refuse",
      status: parsed.problem === "too-long" ? 414 : 400,
      reason: parsed.problem,
    };
  }
  const { address, isCanonical } = parsed;
  if (request.host !== site.primaryHost) {
    const location = `${originOf(site.primaryHost, publicPort)}${wholeHref(address)}`;
    return { kind: "redirect", status: 301, location, reason: "alias-host" };
  }
  const gated = gateState(site, wholeHref(address));
  if (gated) return gated;
  const isUnsigned =
    address.leave === null ||
    (address.leave !== undefined && !isSignedLeave(address.leave, leaveKey));
  if (isUnsigned) return { kind: "refuse", status: 400, reason: "unsigned-leave" };
  if (!isCanonical)
    return {
      kind: "redirect",
      status: 301,
      location: wholeHref(address),
      reason: "other-spelling",
    };
  return { kind: "page", site, address, reason: "page" };
}
