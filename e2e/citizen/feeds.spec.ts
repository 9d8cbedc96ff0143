import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";
import { parseFeed } from "@rowanmanning/feed-parser";
import Parser from "rss-parser";
import { order } from "#e2e/support/cli.ts";
import { bringIn, makeDocument } from "#e2e/support/documents.ts";
import { ask, unescapeHtml } from "#e2e/support/http.ts";
import { gatewayPort, siteOf } from "#e2e/support/product.ts";

type Item = { title: string; url: string; at: string };

const FORMS = ["rss.xml", "atom.xml", "feed.json"];
const MOST_ITEMS = 50;
const SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

const minute = (moment: Date | string): string => new Date(moment).toISOString().slice(0, 16);

/** Rows of a column on its list pages, newest first, as a reader gathers them. */
async function rowsOf(origin: string, column: string): Promise<Item[]> {
  const rows: Item[] = [];
  for (let page = 1; ; page += 1) {
    const path = page === 1 ? column : `${column}/index_${page}.html`;
    const { status, body } = await ask(`${origin}/${path}`);
    if (status !== 200) break;
    const list = body.slice(body.indexOf('id="list"'), body.indexOf("<footer"));
    for (const [, href = "", title = "", at = ""] of list.matchAll(
      /<a class="row-link[^"]*" href="([^"]*)">([^<]*)<\/a>[\s\S]*?<time[^>]*dateTime="([^"]*)"/gi,
    ))
      rows.push({ title: unescapeHtml(title), url: `${origin}${href}`, at: minute(at) });
  }
  return rows.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Columns of a site, told by its map page. */
async function columnsOf(origin: string): Promise<string[]> {
  const { body } = await ask(`${origin}/sitemap.xml`);
  const paths = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) =>
    url.slice(origin.length + 1),
  );
  return paths.filter((path) => path !== "" && !path.endsWith(".html"));
}

const byAddress = (items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => one.url.localeCompare(other.url));

for (const code of ["yunchuan", "rst"]) {
  test(`two foreign parsers read every column of ${code} as its list tells it, item for item`, async () => {
    test.setTimeout(120_000);
    const { origin } = siteOf(code);
    const columns = await columnsOf(origin);
    expect(columns.length).toBeGreaterThan(15);
    for (const column of columns) {
      const rows = (await rowsOf(origin, column)).slice(0, MOST_ITEMS);
      expect(rows.length, column).toBeGreaterThan(0);
      for (const form of FORMS) {
        const { status, headers, body } = await ask(`${origin}/${column}/${form}`);
        expect(status, `${column}/${form}`).toBe(200);
        expect(headers["content-type"], column).toMatch(
          /^application\/(rss\+xml|atom\+xml|feed\+json); charset=utf-8$/,
        );
        if (form !== "feed.json") {
          const one = await new Parser().parseString(body);
          const items = one.items.map(({ title = "", link = "", isoDate = "" }) => ({
            title,
            url: link,
            at: minute(isoDate),
          }));
          expect(byAddress(items), `${column}/${form}`).toEqual(byAddress(rows));
          const other = parseFeed(body);
          const found = other.items.map(({ title, url, published }) => ({
            title: title ?? "",
            url: url ?? "",
            at: minute(published ?? ""),
          }));
          expect(byAddress(found), `${column}/${form}`).toEqual(byAddress(rows));
          expect(other.url).toBe(`${origin}/${column}`);
        } else {
          const { version, items, feed_url: self } = JSON.parse(body);
          expect(version).toBe("https://jsonfeed.org/version/1.1");
          expect(self).toBe(`${origin}/${column}/feed.json`);
          const read = items.map(
            (item: {
              title: string;
              url: string;
              date_published: string;
              content_text: string;
            }) => {
              expect(item.content_text).not.toBe("");
              return { title: item.title, url: item.url, at: minute(item.date_published) };
            },
          );
          expect(byAddress(read), column).toEqual(byAddress(rows));
        }
      }
    }
  });
}

test("a list names its feeds for programs, and one of them for people", async ({ page }) => {
  for (const [code, column] of [
    ["yunchuan", "zwdt/tzgg"],
    ["rst", "tzgg"],
  ]) {
    const { origin } = siteOf(code ?? "");
    await page.goto(`${origin}/${column}`);
    const hrefs = await page
      .locator('head link[rel="alternate"][type]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs).toEqual(FORMS.map((form) => `${origin}/${column}/${form}`));
    const link = page.getByRole("link", { name: "RSS 订阅" }).first();
    expect(await link.getAttribute("href")).toBe(`${origin}/${column}/rss.xml`);
    await page.goto(`${origin}/care/${column}`);
    await expect(page.getByRole("link", { name: "RSS 订阅" })).toHaveCount(0);
  }
});

test("robots may read everything and are told where the map is", async () => {
  const { origin } = siteOf("yunchuan");
  const { status, body, headers } = await ask(`${origin}/robots.txt`);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(body).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`);
});

test("the map keeps the protocol, names every page once, on the site's own host, and each answers", async () => {
  test.setTimeout(90_000);
  const { origin } = siteOf("rst");
  const { headers, body, bytes } = await ask(`${origin}/sitemap.xml`);
  expect(headers["content-type"]).toBe("application/xml; charset=utf-8");
  expect(body).toMatch(
    new RegExp(
      `^<\\?xml version="1.0" encoding="UTF-8"\\?>\\n<urlset xmlns="${SITEMAP_NAMESPACE}">`,
    ),
  );
  expect(bytes.length).toBeLessThan(50 * 1024 * 1024);
  const entries = [...body.matchAll(/<url>(.*?)<\/url>/g)].map(([, inner = ""]) => inner);
  for (const entry of entries)
    expect(entry).toMatch(
      /^<loc>[^<]{1,2048}<\/loc>(<lastmod>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z<\/lastmod>)?$/,
    );
  const urls = entries.map((entry) => /<loc>([^<]*)/.exec(entry)?.[1] ?? "");
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
  const statuses: string[] = [];
  for (const url of urls) {
    const { status } = await ask(unescapeHtml(url), { method: "HEAD" });
    if (status !== 200) statuses.push(`${status} ${url}`);
  }
  expect(statuses).toEqual([]);
});

test("what is published enters feed and map, what is withdrawn leaves them", async () => {
  test.setTimeout(60_000);
  const { origin } = siteOf("yunchuan");
  const files = [
    `${origin}/zwdt/tzgg/rss.xml`,
    `${origin}/zwdt/feed.json`,
    `${origin}/sitemap.xml`,
  ];
  const document = makeDocument("关于“订阅”<测试> & 检查的通知", {
    date: "2026-11-25T08:00:00+08:00",
  });
  const [url = ""] = await bringIn([document], {
    site: "yunchuan",
    column: "zwdt/tzgg",
    as: "published",
  });
  for (const file of files)
    await expect
      .poll(async () => (await ask(file)).body.includes(url), { message: file })
      .toBe(true);
  const { items } = await new Parser().parseString((await ask(files[0] ?? "")).body);
  expect(items.find(({ link }) => link === url)?.title).toBe(document.title);
  await order("withdraw", document.id, "--reason", "端到端测试");
  for (const file of files)
    await expect
      .poll(async () => (await ask(file)).body.includes(url), { message: file })
      .toBe(false);
});

test("drafts are in no feed and no map", async () => {
  const { origin } = siteOf("yunchuan");
  const document = makeDocument("一条还没有发布的通知");
  await bringIn([document], { site: "yunchuan", column: "zwdt/tzgg", as: "draft" });
  for (const path of ["/zwdt/tzgg/rss.xml", "/zwdt/tzgg/atom.xml", "/zwdt/tzgg/feed.json"])
    expect((await ask(`${origin}${path}`)).body).not.toContain(document.title);
});

test("feeds are kept like pages: 304 for who has one, packed on the way, HEAD as GET", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/robots.txt", "/sitemap.xml", "/zwdt/tzgg/rss.xml"]) {
    const first = await ask(`${origin}${path}`);
    const { etag = "" } = first.headers;
    expect((await ask(`${origin}${path}`, { headers: { "if-none-match": etag } })).status).toBe(
      304,
    );
    const packed = await ask(`${origin}${path}`, { headers: { "accept-encoding": "gzip" } });
    expect(packed.body).toBe(first.body);
    expect(first.headers["x-zs-tags"]).toBeUndefined();
  }
});

test("what has no feed has none: care pages, articles, columns that are not there, parts of a small map", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of [
    "/care/zwdt/tzgg/rss.xml",
    "/no-such-column/rss.xml",
    "/rss.xml",
    "/sitemap-1.xml",
    "/sitemap-99999.xml",
    "/zwdt/tzgg/rss.xml.html",
  ])
    expect((await ask(`${origin}${path}`)).status, path).toBe(404);
});

test("all of it answers over IPv6 too", async () => {
  const { host } = siteOf("yunchuan");
  for (const path of ["/", "/care", "/robots.txt", "/sitemap.xml", "/zwdt/tzgg/atom.xml"]) {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      httpRequest(
        { host: "::1", port: gatewayPort(), path, headers: { host: `${host}:${gatewayPort()}` } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on("error", reject)
        .end();
    });
    expect(status, path).toBe(200);
  }
});
