import "server-only";
import type { Db } from "#db/client.ts";
import type { MapEntry } from "#lib/feeds/sitemap.ts";
import { MOST_URLS, robotsText, sitemapIndexText, sitemapText } from "#lib/feeds/sitemap.ts";
import { hrefOf } from "#lib/routing/address.ts";
import { SITEMAP_PATH, sitemapPartPath } from "#lib/routing/feed.ts";
import { SITE_MAP_PATH, STATEMENT_PATHS } from "#lib/routing/reserved.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import { tags } from "#modules/cachetags/domain.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { siteOrigin } from "#modules/pages/loaders/frame.ts";
import type { TextFile } from "#modules/pages/loaders/text-file.ts";
import { countMappedArticles, listMappedArticles } from "#modules/pages/queries.ts";

const XML = "application/xml; charset=utf-8";

export function loadRobots(setting: Setting): TextFile {
  return {
    body: robotsText(`${siteOrigin(setting)}${SITEMAP_PATH}`),
    contentType: "text/plain; charset=utf-8",
    tags: [tags.site(setting.site.id)],
  };
}

/** Pages that are no articles; they stand at the head of the first part. */
const fixedPaths = ({ columns }: Setting): string[] => [
  "/",
  SITE_MAP_PATH,
  ...Object.values(STATEMENT_PATHS),
  ...columns.map(({ path }) => `/${path}`),
];

/** Changes wherever an article appears or goes: an act on a column is one on all columns above it. */
const mapTags = ({ site, columns }: Setting): string[] => [
  tags.site(site.id),
  ...columns.filter(({ parentId }) => parentId === null).map(({ id }) => tags.column(id)),
];

async function listEntries(
  db: Db,
  setting: Setting,
  { from, limit }: { from: number; limit: number },
): Promise<MapEntry[]> {
  const at = (path: string) => `${siteOrigin(setting)}${hrefOf(path, "zh-CN", STANDARD)}`;
  const paths = fixedPaths(setting);
  const fixed = paths.slice(from, from + limit).map((path) => ({ url: at(path), changedAt: null }));
  const rest = limit - fixed.length;
  if (rest === 0) return fixed;
  const offset = Math.max(0, from - paths.length);
  const articles = await listMappedArticles(db, { siteId: setting.site.id, limit: rest, offset });
  return [...fixed, ...articles.map(({ path, changedAt }) => ({ url: at(path), changedAt }))];
}

/**
 * The map of a site: one file, or an index of parts when it is larger than the protocol allows. Null
 * for a part that it does not have. @rule GL-14.12
 */
export async function loadSitemap(
  db: Db,
  setting: Setting,
  part: number | null,
  most: number = MOST_URLS,
): Promise<TextFile | null> {
  const total = fixedPaths(setting).length + (await countMappedArticles(db, setting.site.id));
  const parts = Math.ceil(total / most);
  if (part !== null && (parts === 1 || part > parts)) return null;
  const file = (body: string): TextFile => ({ body, contentType: XML, tags: mapTags(setting) });
  if (part === null && parts > 1) {
    const origin = siteOrigin(setting);
    const urls = Array.from({ length: parts }, (_, at) => `${origin}${sitemapPartPath(at + 1)}`);
    return file(sitemapIndexText(urls));
  }
  const from = ((part ?? 1) - 1) * most;
  return file(sitemapText(await listEntries(db, setting, { from, limit: most })));
}
