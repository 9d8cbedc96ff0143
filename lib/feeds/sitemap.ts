import { element, XML_HEAD } from "#lib/feeds/xml.ts";

/** What the protocol lets one file hold. */
export const MOST_URLS = 50_000;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

export type MapEntry = { url: string; changedAt: Date | null };

function entry(name: string, { url, changedAt }: MapEntry): string {
  const when = changedAt ? element("lastmod", changedAt.toISOString()) : "";
  return `<${name}>${element("loc", url)}${when}</${name}>`;
}

export const sitemapText = (entries: readonly MapEntry[]): string =>
  [
    XML_HEAD,
    `<urlset xmlns="${NAMESPACE}">`,
    ...entries.map((one) => entry("url", one)),
    "</urlset>",
    "",
  ].join("\n");

/** Names the parts of a map that is too large for one file. */
export const sitemapIndexText = (urls: readonly string[]): string =>
  [
    XML_HEAD,
    `<sitemapindex xmlns="${NAMESPACE}">`,
    ...urls.map((url) => entry("sitemap", { url, changedAt: null })),
    "</sitemapindex>",
    "",
  ].join("\n");

/** Everything may be read; where the map is. @rule GL-14.12 */
export const robotsText = (sitemapUrl: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${sitemapUrl}\n`;
