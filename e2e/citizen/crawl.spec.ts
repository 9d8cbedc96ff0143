import { expect, test } from "@playwright/test";
import { ask, linksOf } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

const MAX_PAGES = 260;
const AT_ONCE = 4;

type Crawl = {
  /** Standard pages that were read, by address. */
  pages: Map<string, { status: number; body: string }>;
  /** What links pointed to, by target: one page that points there. */
  cited: Map<string, string>;
};

/** Reads a site as a search engine does: every standard page once, from link to link. */
async function crawl(origin: string): Promise<Crawl> {
  const [pages, cited] = [new Map() as Crawl["pages"], new Map<string, string>()];
  const queue = [`${origin}/`];
  const isPage = (url: string) =>
    url.startsWith(`${origin}/`) && !/^\/care(\/|\?|$)/.test(url.slice(origin.length));
  const visit = async (url: string) => {
    const { status, body } = await ask(url);
    pages.set(url, { status, body });
    for (const link of linksOf(body, url)) {
      if (cited.has(link)) continue;
      cited.set(link, url);
      if (isPage(link) && !pages.has(link)) queue.push(link);
    }
  };
  cited.set(`${origin}/`, "(start)");
  while (queue.length > 0 && pages.size < MAX_PAGES)
    await Promise.all(queue.splice(0, AT_ONCE).map(visit));
  return { pages, cited };
}

test("every link of a whole site leads to a page, and no column is blank", async () => {
  const { origin } = siteOf("jyt");
  const { pages, cited } = await crawl(origin);
  test.info().annotations.push({ type: "pages read", description: String(pages.size) });
  expect(pages.size).toBeGreaterThan(60);
  expect(pages.size, "the site is larger than this test reads").toBeLessThan(MAX_PAGES);

  const dead = [...pages].filter(([, { status }]) => status !== 200);
  expect(dead.map(([url, { status }]) => `${status} ${url} from ${cited.get(url)}`)).toEqual([]);

  const lists = [...pages].filter(([, { body }]) => body.includes('id="list"'));
  const rows = (body: string) => /id="list"[^>]*>([\s\S]*)<footer/.exec(body)?.[1] ?? "";
  const blank = lists.filter(([, { body }]) => !/<li\b[^>]*>.*?<a /.test(rows(body)));
  expect(lists.length).toBeGreaterThan(10);
  expect(blank.map(([url]) => url)).toEqual([]);
});

test("links to care pages and to sister sites lead to pages too", async () => {
  const { origin } = siteOf("jyt");
  const { pages, cited } = await crawl(origin);
  const others = [...cited.keys()].filter(
    (url) =>
      !pages.has(url) && url.startsWith("http:") && new URL(url).hostname.endsWith(".localhost"),
  );
  expect(others.length).toBeGreaterThan(60);
  const dead: string[] = [];
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const part = others.slice(at, at + AT_ONCE);
    const answers = await Promise.all(part.map((url) => ask(url, { method: "HEAD" })));
    for (const [index, { status }] of answers.entries())
      if (status !== 200)
        dead.push(`${status} ${part[index]} from ${cited.get(part[index] ?? "")}`);
  }
  expect(dead).toEqual([]);
});
