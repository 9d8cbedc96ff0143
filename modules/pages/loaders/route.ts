import "server-only";
import { env } from "#lib/env.ts";
import { hrefOf } from "#lib/routing/address.ts";
import type { Action } from "#lib/routing/decide.ts";
import { decide, originOf } from "#lib/routing/decide.ts";
import { normalizeHost } from "#lib/routing/host.ts";
import type { PageKind } from "#lib/routing/inner.ts";
import { innerPath, readEpoch } from "#lib/routing/inner.ts";
import { ABSENCE_PATH, SITE_MAP_PATH } from "#lib/routing/reserved.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { PAGE_SIZE } from "#modules/pages/domain.ts";
import { currentSnapshot } from "#modules/pages/loaders/snapshot.ts";
import { readPublic, resolveAddress } from "#modules/pages/queries.ts";

export type Route =
  | { kind: "pass" }
  | { kind: "refuse"; status: number; words: string; headers: Record<string, string> }
  | { kind: "redirect"; status: 301; location: string; headers: Record<string, string> }
  | { kind: "draw"; status: 200 | 404 | 410; inner: string; headers: Record<string, string> };

type PageAction = Extract<Action, { kind: "page" }>;

const refuse = (status: number, words: string): Route => ({
  kind: "refuse",
  status,
  words,
  headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" },
});

/** A path on this site, or an address elsewhere: where a moved item is. Next takes absolute ones only. */
function locationOf({ site, address }: PageAction, target: string): string {
  if (!target.startsWith("/")) return target;
  return `${originOf(site.primaryHost, env.ZS_PUBLIC_PORT ?? null)}${hrefOf(target, address.locale, address.variant)}`;
}

/** What stands at the address: one indexed query, then the inner address to draw. */
async function routePage(action: PageAction, epoch: string | null): Promise<Route> {
  const { site, address } = action;
  const place = { siteId: site.id, locale: address.locale, variant: address.variant };
  const draw = (
    status: 200 | 404 | 410,
    page: PageKind,
    headers: Record<string, string> = {},
  ): Route => ({
    kind: "draw",
    status,
    inner: innerPath(place, page, epoch),
    headers,
  });
  if (address.path === "/") return draw(200, { kind: "home" });
  if (address.path === SITE_MAP_PATH) return draw(200, { kind: "site-map" });
  const absent = () => draw(404, { kind: "absent", why: "unknown" }, { "x-zs-absent": "1" });
  if (address.path === ABSENCE_PATH) return absent();
  const found = await readPublic((db) =>
    resolveAddress(db, site.id, address.path, PAGE_SIZE[address.variant.mode]),
  );
  switch (found.kind) {
    case "article":
      return draw(200, { kind: "article", placementId: found.placementId });
    case "column":
      return draw(200, { kind: "column", columnId: found.columnId, page: found.page });
    case "gone":
      return draw(
        410,
        { kind: "absent", why: "withdrawn" },
        { "x-zs-tags": tags.resource(found.resourceId) },
      );
    case "moved": {
      const headers: Record<string, string> = { "cache-control": "no-cache" };
      if (found.resourceId !== null) headers["x-zs-tags"] = tags.resource(found.resourceId);
      return { kind: "redirect", status: 301, location: locationOf(action, found.target), headers };
    }
    case "unknown":
      return absent();
  }
}

const absolute = (location: string, host: string | null): string =>
  location.startsWith("/")
    ? `${originOf(host ?? "", env.ZS_PUBLIC_PORT ?? null)}${location}`
    : location;

function routeAdmin(path: string): Route {
  const isDesk = path === "/admin" || path.startsWith("/admin/") || path.startsWith("/_next/");
  return isDesk ? { kind: "pass" } : refuse(404, "此地址只有工作台（/admin）。");
}

/**
 * Where a request goes. Behind the gateway only requests with this start's secret are answered; a
 * bare `next start` routes hosts to their sites by itself.
 */
export async function routeRequest(headers: Headers, target: string): Promise<Route> {
  if (env.ZS_GATE_SECRET && headers.get("x-zs-gate") !== env.ZS_GATE_SECRET)
    return refuse(403, "only through the gateway");
  const host = normalizeHost(headers.get("host") ?? undefined);
  const isAdminHost = host === env.ZS_ADMIN_HOST;
  if (isAdminHost || env.APP_ROLE === "admin") {
    const isHere = isAdminHost && (env.APP_ROLE === "admin" || !env.ZS_GATE_SECRET);
    return isHere ? routeAdmin(target) : refuse(404, "no such page");
  }
  const action = decide(await currentSnapshot(), { host, target }, env.ZS_PUBLIC_PORT ?? null);
  switch (action.kind) {
    case "refuse":
      return refuse(action.status, action.reason);
    case "redirect":
      return {
        kind: "redirect",
        status: action.status,
        location: absolute(action.location, host),
        headers: { "cache-control": "no-cache" },
      };
    case "state":
      // The gateway draws these pages itself, database or not; without it a plain sentence will do.
      return refuse(action.status, action.site.stateNotice ?? action.site.name);
    case "page":
      return await routePage(
        action,
        env.ZS_GATE_SECRET ? readEpoch(headers.get("x-zs-epoch")) : null,
      );
  }
}
