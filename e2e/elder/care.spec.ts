import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { careProblems, countTimers, unfoldAll } from "#e2e/support/care.ts";
import { ask, askPacked, linksOf } from "#e2e/support/http.ts";
import { doubleText, overflowing } from "#e2e/support/layout.ts";
import { running, siteOf } from "#e2e/support/product.ts";
import { careOf, findArticle, LONG_LIST, LONG_TITLE, pageTypes } from "#e2e/support/site-pages.ts";
import { visit } from "#e2e/support/visit.ts";
import { SCHEMES } from "#lib/routing/variant.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ mode: "parallel", timeout: 120_000 });
test.use({ viewport: { width: 390, height: 844 } });

const KILOBYTE = 1024;
/** Stops of the Tab key, by page type (K9). */
const MOST_STOPS: Record<string, number> = {
  home: 30,
  list: 25,
  article: 20,
  "article with a table": 20,
  "search found": 30,
  "search found nothing": 20,
};

type CarePage = { name: string; url: string; most: number };

/** A care page in a size or colours. */
function withForm(url: string, form: string): string {
  if (form === "") return url;
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}?${form}${search.replace("?", "&")}`;
}

/** Home, list, two articles and results in their care form. */
async function carePages(): Promise<CarePage[]> {
  const pages = await pageTypes("yunchuan");
  return pages
    .filter(({ name }) => name in MOST_STOPS)
    .map(({ name, url }) => ({ name, url: careOf(url), most: MOST_STOPS[name] ?? 0 }));
}

async function open(page: Page, url: string): Promise<void> {
  await page.context().addInitScript(countTimers);
  await page.goto(url);
}

test("home, list and articles keep every rule of the care form, folded and unfolded", async ({
  page,
}) => {
  const found: string[] = [];
  for (const { name, url, most } of await carePages()) {
    await open(page, url);
    const folded = await careProblems(page, { focusables: most });
    await unfoldAll(page);
    const unfolded = await careProblems(page, { focusables: Number.POSITIVE_INFINITY });
    found.push(...[...folded, ...unfolded].map((line) => `${name}: ${line}`));
  }
  expect([...new Set(found)]).toEqual([]);
});

test("the rules themselves find a page that breaks them", async ({ page }) => {
  await open(page, "about:blank");
  await page.setContent(`<!doctype html><html lang="zh-CN"><body style="font-size:18px">
    <header style="position:sticky;top:0"><a href="/" style="display:block">首页</a></header>
    <main style="display:grid;grid-template-columns:1fr 1fr"><section><p>左边一栏的文字</p></section>
    <section class="rich"><p style="line-height:1.2">右边一栏</p><p style="margin:0">挨得太近</p></section>
    <a href="tel:12345" style="display:block;margin-top:900px" data-primary>电话</a></main>
    </body></html>`);
  await page.evaluate(() => setTimeout(() => {}, 60_000));
  const found = await careProblems(page, { focusables: 1 });
  for (const rule of ["K1", "K2", "K3", "K4", "K6", "K7", "K8", "K9", "K20"])
    expect(
      found.filter((line) => line.startsWith(`${rule} `)),
      rule,
    ).not.toEqual([]);
});

for (const [size, body] of [
  [1, 24],
  [2, 30],
  [3, 36],
] as const) {
  test(`at size ${size} the text is ${body} px and nothing scrolls sideways, at 320 px or twice as large`, async ({
    page,
  }) => {
    const found: string[] = [];
    for (const { name, url } of await carePages()) {
      await page.setViewportSize({ width: 1280, height: 844 });
      await page.goto(withForm(url, size === 1 ? "" : `size=${size}`));
      const text = page.locator("main p, main li").first();
      await expect(text, name).toHaveCSS("font-size", `${body}px`);
      await unfoldAll(page);
      await page.setViewportSize({ width: 320, height: 640 });
      found.push(...(await overflowing(page)).map((line) => `${name} at 320 px: ${line}`));
      // 400 % on a window of 1280 × 1024.
      await page.setViewportSize({ width: 320, height: 256 });
      found.push(...(await overflowing(page)).map((line) => `${name} at 400 %: ${line}`));
      await page.setViewportSize({ width: 1280, height: 844 });
      await doubleText(page);
      found.push(...(await overflowing(page)).map((line) => `${name} doubled: ${line}`));
    }
    expect(found).toEqual([]);
  });
}

for (const scheme of [null, ...SCHEMES]) {
  test(`in colours ${scheme ?? "of the site"} axe finds nothing on an article, 7:1 included`, async ({
    page,
  }) => {
    const article = careOf(await findArticle(siteOf("yunchuan").origin, LONG_LIST, LONG_TITLE));
    await page.goto(scheme === null ? article : `${article}?scheme=${scheme}`);
    await unfoldAll(page);
    await expect(page.locator("html")).toHaveAttribute("data-mode", "care");
    if (scheme !== null) await expect(page.locator("html")).toHaveAttribute("data-scheme", scheme);
    expect(await axeViolations(page, ["target-size", "color-contrast-enhanced"])).toEqual([]);
  });
}

test("axe finds nothing on the other care pages either", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  const others = ["/care", `/care${LONG_LIST}`, "/care/no-such-page", "/care/sitemap.html"];
  const found: string[] = [];
  for (const path of others) {
    await page.goto(`${origin}${path}`);
    await unfoldAll(page);
    const lines = await axeViolations(page, ["target-size", "color-contrast-enhanced"]);
    found.push(...lines.map((line) => `${path}: ${line}`));
  }
  expect(found).toEqual([]);
});

test("care pages carry no script, set no cookie and ask nobody else", async ({ browser }) => {
  for (const { name, url } of await carePages()) {
    const { context, requests, complaints } = await visit(browser, url);
    const { origin } = new URL(url);
    expect(
      requests.filter((request) => !request.url.startsWith(`${origin}/`)),
      name,
    ).toEqual([]);
    expect(
      requests.filter(({ kind }) => !["document", "stylesheet", "other", "image"].includes(kind)),
    ).toEqual([]);
    expect(await context.cookies(), name).toEqual([]);
    expect(complaints, name).toEqual([]);
    expect((await ask(url)).body.match(/<script\b[^>]*>/g) ?? [], name).toEqual([]);
    await context.close();
  }
});

/** Links to sites of the group, but the one back to the standard form. */
async function groupLinks(url: string): Promise<URL[]> {
  const hosts = running().sites.map(({ host }) => host);
  const { body } = await ask(url);
  const rest = body.replace(/<a\b[^>]*data-el="care"[^>]*>/g, "<a>");
  return linksOf(rest, url)
    .map((link) => new URL(link))
    .filter(({ hostname }) => hosts.includes(hostname));
}

test("every link of a care page, to sister sites too, leads to a care page, and keeps size and colours", async () => {
  const pages = [...(await carePages()).map(({ url }) => url)];
  for (const url of pages) {
    for (const form of ["", "scheme=yb&size=2"]) {
      const asked = withForm(url, form);
      const links = await groupLinks(asked);
      expect(links.length, url).toBeGreaterThan(3);
      const astray = links.filter(({ pathname }) => !/^\/care(\/|$)/.test(pathname));
      expect(
        astray.map(({ href }) => href),
        url,
      ).toEqual([]);
      if (form === "") continue;
      const { body } = await ask(asked);
      const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
      const forgetful = linksOf(main, url).filter(
        (link) =>
          new URL(link).host === new URL(url).host && !new URL(link).search.startsWith(`?${form}`),
      );
      expect(forgetful, url).toEqual([]);
    }
  }
});

test("a care article weighs at most 15 KB packed, the styles 12 KB, the whole home page 60 KB", async () => {
  const { origin } = siteOf("yunchuan");
  const article = careOf(await findArticle(origin, LONG_LIST, LONG_TITLE));
  const { bytes } = await askPacked(article);
  expect(bytes.length).toBeLessThanOrEqual(15 * KILOBYTE);
  const home = await askPacked(`${origin}/care`);
  const parts = [...home.body.matchAll(/<link [^>]*href="(\/(?:t|marks)\/[^"]+)"/g)];
  const weights = await Promise.all(parts.map(([, href]) => askPacked(`${origin}${href}`)));
  const total = weights.reduce((sum, part) => sum + part.bytes.length, home.bytes.length);
  expect(total).toBeLessThanOrEqual(60 * KILOBYTE);
  test.info().annotations.push({
    type: "weight",
    description: `article ${bytes.length} B, home with everything ${total} B`,
  });
});

test("the care switch and the way back keep the page", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  const article = await findArticle(origin, LONG_LIST, LONG_TITLE);
  const addresses = [
    [`${origin}/`, `${origin}/care`],
    [`${origin}${LONG_LIST}`, `${origin}/care${LONG_LIST}`],
    [article, careOf(article)],
    [`${origin}/sitemap.html`, `${origin}/care/sitemap.html`],
  ] as const;
  for (const [standard, care] of addresses) {
    await page.goto(standard);
    await page.getByRole("link", { name: "关怀版" }).click();
    await expect(page).toHaveURL(care);
    await page.getByRole("link", { name: "返回标准版" }).click();
    await expect(page).toHaveURL(standard);
  }
});

test("an elder finds the telephone, turns the letters up and reads a notice to its end", async ({
  page,
}) => {
  const { origin } = siteOf("yunchuan");
  await page.goto(`${origin}/care`);
  await expect(page.locator("a[href='tel:12345']")).toBeInViewport();
  await page.getByRole("link", { name: "最大" }).click();
  await expect(page).toHaveURL(`${origin}/care?size=3`);
  const news = page.getByRole("heading", { name: "新通知" }).locator("xpath=..");
  await news.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/care\/.*\?size=3$/);
  await expect(page.locator(".rich p").first()).toHaveCSS("font-size", "36px");
  await expect(page.locator("[data-el=meta]")).toContainText("来源：");
  await page.getByText("换颜色").click();
  await page.getByRole("link", { name: "黑底黄字" }).click();
  await expect(page).toHaveURL(/\?scheme=by&size=3$/);
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(0, 0, 0)");
});
