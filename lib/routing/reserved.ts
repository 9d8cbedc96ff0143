/**
 * First path segments that are the platform's own. No column may take one, and none of them is ever
 * looked up as a column.
 */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  "en",
  "zh-hant",
  "care",
  "t",
  "files",
  "marks",
  "admin",
  "api",
  "sites",
  "preview",
  "healthz",
  "readyz",
  "search",
  "my",
  "go",
  "prefs",
  "_next",
]);

/** 站点地图, a page of every site (GL-14.12). */
export const SITE_MAP_PATH = "/sitemap.html";

/** What a site says of itself: 无障碍声明, 隐私声明. */
export const STATEMENT_PATHS = {
  accessibility: "/accessibility.html",
  privacy: "/privacy.html",
} as const;

/** No address a citizen can type: asks for the site's "not found" page itself. */
export const ABSENCE_PATH = "/!404";

/** Addresses that mean something to Next itself; for citizens nothing is there. */
export const isOfNext = (path: string): boolean => /^\/(?:_next|healthz)(?:\/|$)|\.rsc$/.test(path);
