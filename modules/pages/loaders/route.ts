import "server-only";
import { randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";
import { oldAddress } from "#lib/routing/address.ts";
import type { Action } from "#lib/routing/decide.ts";
import { decide, originOf } from "#lib/routing/decide.ts";
import type { FeedKind } from "#lib/routing/feed.ts";
import { feedInnerPath, readFeedAddress } from "#lib/routing/feed.ts";
import { normalizeHost } from "#lib/routing/host.ts";
import type { PageKind } from "#lib/routing/inner.ts";
import { innerPath, readEpoch, STATEMENT_NAMES } from "#lib/routing/inner.ts";
import { isHomeQuery } from "#lib/routing/old-query.ts";
import { ABSENCE_PATH, SITE_MAP_PATH, STATEMENT_PATHS } from "#lib/routing/reserved.ts";
import { questionInnerPath } from "#lib/routing/search.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { PAGE_SIZE } from "#modules/pages/domain.ts";
import { leaveKey, linkWriter } from "#modules/pages/loaders/leave.ts";
import { currentSnapshot, latestSnapshot } from "#modules/pages/loaders/snapshot.ts";
import { readPublic, resolveAddress } from "#modules/pages/queries.ts";
import type { Resolution } from "#modules/resources/queries/public.ts";

export type Route =
  | { kind: "pass"; security: string }
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

/**
 * A path on this site, or an address elsewhere: where a moved item is. Next takes absolute ones only.
 * Who is sent outside government is told so first. @rule GL-14.10
 */
async function locationOf({ site, address }: PageAction, target: string): Promise<string> {
  const { locale, variant } = address;
  const href = (await linkWriter({ siteId: site.id, locale, variant }))(target);
  return href.startsWith("/")
    ? `${originOf(site.primaryHost, env.ZS_PUBLIC_PORT ?? null)}${href}`
    : href;
}

type Draw = (status: 200 | 404 | 410, page: PageKind, headers?: Record<string, string>) => Route;

const absent = (draw: Draw) =>
  draw(404, { kind: "absent", why: "unknown" }, { "x-zs-absent": "1" });

/** What was found at the address, as an answer. */
async function routeFound(
  action: PageAction,
  found: Resolution & { page: number },
  draw: Draw,
): Promise<Route> {
  switch (found.kind) {
    case "article":
      return draw(200, { kind: "article", placementId: found.placementId });
    case "column":
      return draw(200, { kind: "column", columnId: found.columnId, page: found.page });
    case "gone": {
      const headers = { "x-zs-tags": tags.resource(found.resourceId) };
      return draw(410, { kind: "absent", why: "withdrawn" }, headers);
    }
    case "moved": {
      const headers: Record<string, string> = { "cache-control": "no-cache" };
      if (found.resourceId !== null) headers["x-zs-tags"] = tags.resource(found.resourceId);
      return {
        kind: "redirect",
        status: 301,
        location: await locationOf(action, found.target),
        headers,
      };
    }
    case "unknown":
      return absent(draw);
  }
}

/** Which text file for programs stands at the address, if any; care pages have none. */
async function findFeed({ site, address }: PageAction): Promise<FeedKind | null> {
  const asked = address.variant.mode === "std" ? readFeedAddress(address.path) : null;
  if (asked?.kind !== "feed") return asked;
  const found = await readPublic((db) =>
    resolveAddress(db, site.id, `/${asked.columnPath}`, PAGE_SIZE.std),
  );
  if (found.kind !== "column" || found.page > 1) return null;
  return { kind: "feed", form: asked.form, columnId: found.columnId };
}

/** What stands at the address: one indexed query, then the inner address to draw. */
async function routePage(action: PageAction, epoch: string | null): Promise<Route> {
  const { site, address } = action;
  const place = { siteId: site.id, locale: address.locale, variant: address.variant };
  const draw: Draw = (status, page, headers = {}) => ({
    kind: "draw",
    status,
    inner: innerPath(place, page, epoch),
    headers,
  });
  if (address.path === "/") return await routeHome(action, draw, epoch !== null);
  if (address.path === SITE_MAP_PATH) return draw(200, { kind: "site-map" });
  if (address.question) {
    const inner = questionInnerPath(place, address.question, epoch);
    return { kind: "draw", status: 200, inner, headers: { "x-zs-keep": "0" } };
  }
  if (address.leave) return draw(200, { kind: "leave", url: address.leave.url });
  const statement = STATEMENT_NAMES.find((name) => STATEMENT_PATHS[name] === address.path);
  if (statement) return draw(200, { kind: "statement", name: statement });
  if (address.path === ABSENCE_PATH) return absent(draw);
  const feed = await findFeed(action);
  if (feed) {
    const inner = feedInnerPath({ siteId: site.id, locale: address.locale }, feed);
    return { kind: "draw", status: 200, inner, headers: {} };
  }
  return await routeFound(action, await findOld(action, epoch !== null), draw);
}

/**
 * What stands at the path; where no page does, at the address that the system before told apart by its query.
 * @param isGateway it has asked for the path alone before, and keeps answers by their addresses: where nothing stands at
 * this very address, what the path alone says must not be kept for it
 */
async function findOld(
  { site, address }: PageAction,
  isGateway: boolean,
): Promise<Resolution & { page: number }> {
  const size = PAGE_SIZE[address.variant.mode];
  const find = (path: string) => readPublic((db) => resolveAddress(db, site.id, path, size));
  const old = oldAddress(address);
  const found = await find(address.path);
  if (!old || found.kind === "article" || found.kind === "column") return found;
  const exact = await find(old.path);
  return exact.kind === "unknown" && !isGateway ? found : exact;
}

/** The home page, or what WordPress had at its path. */
async function routeHome(action: PageAction, draw: Draw, isGateway: boolean): Promise<Route> {
  const home = draw(200, { kind: "home" });
  if (!isHomeQuery("/", action.address.oldQuery ?? "")) return home;
  const found = await findOld(action, isGateway);
  return found.kind === "unknown" && !isGateway ? home : await routeFound(action, found, draw);
}

const absolute = (location: string, host: string | null): string =>
  location.startsWith("/")
    ? `${originOf(host ?? "", env.ZS_PUBLIC_PORT ?? null)}${location}`
    : location;

/** The desk runs Next's scripts: only those that carry this answer's nonce, and what they load. */
function deskSecurity(): string {
  const nonce = randomBytes(16).toString("base64");
  return `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'`;
}

function routeAdmin(path: string): Route {
  const isDesk =
    path === "/admin" ||
    path.startsWith("/admin/") ||
    path.startsWith("/preview/") ||
    path.startsWith("/_next/");
  return isDesk
    ? { kind: "pass", security: deskSecurity() }
    : refuse(404, "此地址只有工作台（/admin）。");
}

/**
 * A "no" from a list of sites that is a moment old is asked again: the site may just have opened. The
 * gateway sends nothing for hosts it has not read itself, so its word is worth a new reading each time.
 */
async function decideFreshly(host: string | null, target: string): Promise<Action> {
  const port = env.ZS_PUBLIC_PORT ?? null;
  const askedAt = env.ZS_GATE_SECRET ? performance.now() : null;
  const action = decide(await currentSnapshot(), { host, target }, port, leaveKey());
  const isSure = action.kind === "page" || (action.kind === "refuse" && action.status !== 421);
  return isSure
    ? action
    : decide(await latestSnapshot(askedAt), { host, target }, port, leaveKey());
}

async function routeSite(
  host: string | null,
  target: string,
  epoch: string | null,
): Promise<Route> {
  const action = await decideFreshly(host, target);
  switch (action.kind) {
    case "refuse":
      return refuse(action.status, action.reason);
    case "redirect": {
      const location = absolute(action.location, host);
      return { kind: "redirect", status: 301, location, headers: { "cache-control": "no-cache" } };
    }
    case "state":
      // The gateway draws these pages itself, database or not; without it a plain sentence will do.
      return refuse(action.status, action.site.stateNotice ?? action.site.name);
    case "page":
      return await routePage(action, epoch);
  }
}

/**
 * Where a request goes. Behind the gateway only requests with this start's secret are answered; a
 * bare `next start` routes hosts to their sites by itself.
 */
export async function routeRequest(headers: Headers, target: string): Promise<Route> {
  const { ZS_GATE_SECRET: secret, ZS_ADMIN_HOST: adminHost, APP_ROLE: role } = env;
  if (secret && headers.get("x-zs-gate") !== secret) return refuse(403, "only through the gateway");
  const host = normalizeHost(headers.get("host") ?? undefined);
  if (host === adminHost || role === "admin") {
    const isHere = host === adminHost && (role === "admin" || !secret);
    return isHere ? routeAdmin(target) : refuse(404, "no such page");
  }
  return await routeSite(host, target, secret ? readEpoch(headers.get("x-zs-epoch")) : null);
}
