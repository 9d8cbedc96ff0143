/** Addresses that are read by programs: robots, site maps, feeds of columns. Standard form only. */
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALES } from "#lib/i18n/locales.ts";

export const FEED_FORMS = ["rss", "atom", "json"] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

export const FEED_FILES: Record<FeedForm, string> = {
  rss: "rss.xml",
  atom: "atom.xml",
  json: "feed.json",
};

/** Media types, and how the forms are called everywhere. */
export const FEED_TYPES: Record<FeedForm, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
export const FEED_NAMES: Record<FeedForm, string> = { rss: "RSS", atom: "Atom", json: "JSON Feed" };

/** What an address asks for, before it is known whether such a column stands there. */
export type FeedAddress =
  | { kind: "robots" }
  /** `null` is the first address of all: the map itself, or the index of its parts. */
  | { kind: "sitemap"; part: number | null }
  | { kind: "feed"; form: FeedForm; columnPath: string };

export type FeedKind =
  | Exclude<FeedAddress, { kind: "feed" }>
  | { kind: "feed"; form: FeedForm; columnId: number };

export const ROBOTS_PATH = "/robots.txt";
export const SITEMAP_PATH = "/sitemap.xml";
export const sitemapPartPath = (part: number): string => `/sitemap-${part}.xml`;
export const feedPath = (columnPath: string, form: FeedForm): string =>
  `/${columnPath}/${FEED_FILES[form]}`;

export function readFeedAddress(path: string): FeedAddress | null {
  if (path === ROBOTS_PATH) return { kind: "robots" };
  if (path === SITEMAP_PATH) return { kind: "sitemap", part: null };
  const part = /^\/sitemap-([1-9]\d{0,4})\.xml$/.exec(path);
  if (part) return { kind: "sitemap", part: Number(part[1]) };
  const end = path.lastIndexOf("/");
  const form = FEED_FORMS.find((known) => FEED_FILES[known] === path.slice(end + 1));
  return form && end > 0 ? { kind: "feed", form, columnPath: path.slice(1, end) } : null;
}

function segmentsOf(feed: FeedKind): string[] {
  switch (feed.kind) {
    case "robots":
      return ["robots"];
    case "sitemap":
      return feed.part === null ? ["sitemap"] : ["sitemap", String(feed.part)];
    case "feed":
      return ["feed", feed.form, String(feed.columnId)];
  }
}

export type FeedPlace = { siteId: number; locale: Locale };

/** `/feeds/3/zh-CN/feed/rss/12`: what middleware rewrites to; no citizen can ask for it. */
export const feedInnerPath = ({ siteId, locale }: FeedPlace, feed: FeedKind): string =>
  `/${["feeds", siteId, locale, ...segmentsOf(feed)].join("/")}`;

const positive = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

function readSegments([kind, first, second]: readonly string[]): FeedKind | null {
  if (kind === "robots") return { kind };
  if (kind === "sitemap") return { kind, part: positive(first) };
  const form = FEED_FORMS.find((known) => known === first);
  const columnId = positive(second);
  return kind === "feed" && form && columnId ? { kind, form, columnId } : null;
}

/** Inverse of `feedInnerPath`, from Next's params; null for anything it does not write. */
export function readFeedInner(params: {
  site: string;
  locale: string;
  what: readonly string[];
}): { place: FeedPlace; feed: FeedKind } | null {
  const siteId = positive(params.site);
  const locale = LOCALES.find((known) => known === params.locale);
  const feed = readSegments(params.what);
  return siteId && locale && feed ? { place: { siteId, locale }, feed } : null;
}
