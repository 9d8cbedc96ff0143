import { expect, test } from "vitest";
import type { FeedKind } from "#lib/routing/feed.ts";
import { feedInnerPath, feedPath, readFeedAddress, readFeedInner } from "#lib/routing/feed.ts";

test.each([
  ["/robots.txt", { kind: "robots" }],
  ["/sitemap.xml", { kind: "sitemap", part: null }],
  ["/sitemap-12.xml", { kind: "sitemap", part: 12 }],
  ["/zwdt/tzgg/rss.xml", { kind: "feed", form: "rss", columnPath: "zwdt/tzgg" }],
  ["/tzgg/atom.xml", { kind: "feed", form: "atom", columnPath: "tzgg" }],
  ["/tzgg/feed.json", { kind: "feed", form: "json", columnPath: "tzgg" }],
  ["/rss.xml", null],
  ["/sitemap-0.xml", null],
  ["/sitemap.html", null],
  ["/zwdt/robots.txt", null],
  ["/tzgg/rss.xml.html", null],
  ["/", null],
])("%s asks for %j", (path, found) => {
  expect(readFeedAddress(path)).toEqual(found);
});

const KINDS: FeedKind[] = [
  { kind: "robots" },
  { kind: "sitemap", part: null },
  { kind: "sitemap", part: 3 },
  { kind: "feed", form: "json", columnId: 12 },
];

test.each(KINDS.map((kind) => [JSON.stringify(kind), kind] as const))(
  "the inner address of %s is read back",
  (_, kind) => {
    const place = { siteId: 3, locale: "zh-Hant" as const };
    const [, , site = "", locale = "", ...what] = feedInnerPath(place, kind).split("/");
    expect(readFeedInner({ site, locale, what })).toEqual({ place, feed: kind });
  },
);

test("inner addresses that middleware never writes are refused", () => {
  expect(readFeedInner({ site: "x", locale: "zh-CN", what: ["robots"] })).toBeNull();
  expect(readFeedInner({ site: "1", locale: "de", what: ["robots"] })).toBeNull();
  expect(readFeedInner({ site: "1", locale: "zh-CN", what: ["feed", "xls", "1"] })).toBeNull();
});

test("a column's feed stands below the column", () => {
  expect(feedPath("zwdt/tzgg", "atom")).toBe("/zwdt/tzgg/atom.xml");
});
