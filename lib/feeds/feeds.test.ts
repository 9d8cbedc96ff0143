import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { atomText } from "#lib/feeds/atom.ts";
import type { Feed } from "#lib/feeds/feed.ts";
import { jsonFeedText } from "#lib/feeds/json-feed.ts";
import { rssText } from "#lib/feeds/rss.ts";
import { robotsText, sitemapIndexText, sitemapText } from "#lib/feeds/sitemap.ts";

const feed: Feed = {
  title: "通知公告 & 提示",
  description: "需要知晓的“通知”<公告>",
  pageUrl: "https://www.yunzhou.gov.cn/zwdt/tzgg",
  url: "https://www.yunzhou.gov.cn/zwdt/tzgg/rss.xml",
  language: "zh-CN",
  author: "云州市人民政府",
  items: [
    {
      title: '关于 "A<B" 的通知 & 说明',
      url: "https://www.yunzhou.gov.cn/zwdt/tzgg/202611/18.html?a=1&b=2",
      publishedAt: new Date("2026-11-20T01:30:00Z"),
      summary: "摘要\u0000\u0008里混进了控制字符",
    },
    {
      title: "第二条",
      url: "https://www.yunzhou.gov.cn/zwdt/tzgg/202611/17.html",
      publishedAt: new Date("2026-11-19T01:30:00Z"),
      summary: null,
    },
  ],
};

/** Texts of the elements of one name, as a parser that forgives nothing reads them. */
function read(xml: string, name: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const found: string[] = [];
  let isInside = false;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    isInside = tag.name === name;
    if (isInside) found.push("");
  });
  parser.on("text", (text) => {
    if (isInside) found[found.length - 1] += text;
  });
  parser.on("closetag", () => {
    isInside = false;
  });
  parser.write(xml).close();
  return found;
}

test("RSS holds each item once, in order, with its address as its name", () => {
  const xml = rssText(feed);
  expect(read(xml, "title")).toEqual([feed.title, ...feed.items.map(({ title }) => title)]);
  expect(read(xml, "guid")).toEqual(feed.items.map(({ url }) => url));
  expect(read(xml, "pubDate")[0]).toBe("Fri, 20 Nov 2026 01:30:00 GMT");
  expect(read(xml, "description")[1]).toBe("摘要里混进了控制字符");
});

test("Atom says when it and each of its entries appeared", () => {
  const xml = atomText(feed);
  expect(read(xml, "updated")).toEqual([
    "2026-11-20T01:30:00.000Z",
    "2026-11-20T01:30:00.000Z",
    "2026-11-19T01:30:00.000Z",
  ]);
  expect(read(xml, "id")).toEqual([feed.url, ...feed.items.map(({ url }) => url)]);
});

test("an item without a summary still has a text in JSON", () => {
  const { items, version } = JSON.parse(jsonFeedText(feed));
  expect(version).toBe("https://jsonfeed.org/version/1.1");
  expect(items[1]).toMatchObject({ id: feed.items[1]?.url, content_text: "第二条" });
});

test("an empty column is an empty feed, not a broken one", () => {
  const empty = { ...feed, items: [] };
  expect(read(rssText(empty), "item")).toEqual([]);
  expect(read(atomText(empty), "updated")).toEqual(["1970-01-01T00:00:00.000Z"]);
  expect(JSON.parse(jsonFeedText(empty)).items).toEqual([]);
});

test("whatever a title holds, the feed can be read and says it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      const drawn = { ...feed, items: [{ ...feed.items[0], title } as Feed["items"][number]] };
      expect(read(rssText(drawn), "title")).toHaveLength(2);
      expect(read(atomText(drawn), "title")).toHaveLength(2);
    }),
    { numRuns: 40, seed: 20261122 },
  );
});

describe("maps", () => {
  test("say each address and when it changed, if that is known", () => {
    const xml = sitemapText([
      { url: "https://www.yunzhou.gov.cn/?a&b", changedAt: null },
      { url: "https://www.yunzhou.gov.cn/a.html", changedAt: new Date("2026-11-20T01:30:00Z") },
    ]);
    expect(read(xml, "loc")).toEqual([
      "https://www.yunzhou.gov.cn/?a&b",
      "https://www.yunzhou.gov.cn/a.html",
    ]);
    expect(read(xml, "lastmod")).toEqual(["2026-11-20T01:30:00.000Z"]);
  });

  test("an index names the parts", () => {
    const urls = ["https://www.yunzhou.gov.cn/sitemap-1.xml"];
    expect(read(sitemapIndexText(urls), "loc")).toEqual(urls);
  });

  test("robots may read everything and learn where the map is", () => {
    expect(robotsText("https://www.yunzhou.gov.cn/sitemap.xml")).toBe(
      "User-agent: *\nAllow: /\n\nSitemap: https://www.yunzhou.gov.cn/sitemap.xml\n",
    );
  });
});
