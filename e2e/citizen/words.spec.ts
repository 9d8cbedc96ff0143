import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { ask } from "#e2e/support/http.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { siteOf } from "#e2e/support/product.ts";
import { articlesOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

const LANGUAGES = ["zh-CN", "zh-Hant", "en"];
const PREFIXES = { "zh-CN": "", "zh-Hant": "/zh-hant", en: "/en" } as const;
const SENTENCE = "機器轉換，以簡體為準";
/** Characters that the origin writes and zh-Hant does not. */
const SIMPLIFIED = /[这们个对说进发务国际关实现办预报导转长东车马门问间]/;

let paths: string[] = [];

test.beforeAll(async () => {
  const { origin } = siteOf("yunchuan");
  const [article = ""] = await articlesOf(origin, ["zwdt/tzgg"]);
  const [paper = ""] = await articlesOf(origin, ["zcwj/gfxwj"]);
  paths = [
    "",
    "/zwdt/tzgg",
    article.slice(origin.length),
    paper.slice(origin.length),
    "/sitemap.html",
    "/accessibility.html",
    "/no-such-page",
  ];
});

test("every page has its own address in each language and says so in head and header", async ({
  page,
}) => {
  const { origin } = siteOf("yunchuan");
  for (const path of paths.slice(0, 6)) {
    for (const [locale, prefix] of Object.entries(PREFIXES)) {
      await page.goto(`${origin}${prefix}${path}` || `${origin}/`);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      const links = await page
        .locator("head link[hreflang]")
        .evaluateAll((all) =>
          all.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]),
        );
      expect(links.map(([lang]) => lang)).toEqual(LANGUAGES);
      for (const [lang, href] of links) {
        const own = PREFIXES[lang as keyof typeof PREFIXES];
        expect(href).toBe(`${origin}${`${own}${path}` || "/"}`);
      }
      const nav = page.locator('[data-el="languages"] a');
      expect(await nav.evaluateAll((all) => all.map((a) => a.getAttribute("lang")))).toEqual(
        LANGUAGES,
      );
      await expect(nav.and(page.locator("[aria-current]"))).toHaveAttribute("lang", locale);
    }
  }
});

test("pages in zh-Hant are converted whole: title, text, links and foot, and say so", async ({
  page,
}) => {
  const { origin } = siteOf("yunchuan");
  for (const path of paths) {
    for (const care of ["", "/care"]) {
      await page.goto(`${origin}/zh-hant${care}${path}`);
      await expect(page.locator('[data-el="converted"]')).toHaveText(SENTENCE);
      const text = await page.evaluate(() => {
        const languages = document.querySelector('[data-el="languages"]');
        languages?.remove();
        return `${document.title} ${document.body.textContent}`;
      });
      expect(SIMPLIFIED.exec(text)?.[0] ?? "", `${care}${path}`).toBe("");
      const local = await page
        .locator('a[href^="/"]')
        .filter({ hasNotText: /^(简体|English)$/ })
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(
        local.filter((href) => !/^\/(zh-hant|files\/)/.test(href)),
        path,
      ).toEqual([]);
    }
  }
});

test("what a machine did not write does not say that it did", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/", "/en", "/care", "/en/care"]) {
    await page.goto(`${origin}${path}`);
    await expect(page.locator('[data-el="converted"]')).toHaveCount(0);
  }
  await page.goto(`${siteOf("rst").origin}/`);
  await expect(page.locator('[data-el="languages"]')).toHaveCount(0);
  expect((await ask(`${siteOf("rst").origin}/en`)).status).toBe(404);
});

test("the interface is English under /en, and care keeps the language", async ({ page }) => {
  const { origin } = siteOf("yunchuan");
  await page.goto(`${origin}/en/zwdt/tzgg`);
  await expect(page.locator('[data-el="crumb"]')).toContainText("Home");
  await page.locator('[data-el="care"]').click();
  await expect(page).toHaveURL(`${origin}/en/care/zwdt/tzgg`);
  await page.locator('[data-el="foot.sitemap"]').click();
  await page.locator("main").getByRole("link", { name: "繁體" }).click();
  await expect(page).toHaveURL(`${origin}/zh-hant/care/sitemap.html`);
});

test("pages in both other languages are valid, accessible and fit a phone", async ({ page }) => {
  test.setTimeout(240_000);
  const { origin } = siteOf("yunchuan");
  const urls = ["/zh-hant", "/en"].flatMap((prefix) =>
    ["", "/care"].flatMap((care) => paths.map((path) => `${origin}${prefix}${care}${path}`)),
  );
  await page.setViewportSize({ width: 320, height: 640 });
  for (const url of urls) {
    await page.goto(url);
    expect(await overflowing(page), url).toEqual([]);
    expect(await axeViolations(page, ["target-size"]), url).toEqual([]);
  }
  const drawn = await Promise.all(
    urls.map(async (url) => ({ name: url, html: (await ask(url)).body })),
  );
  expect(await htmlErrors(drawn)).toEqual([]);
});

test("feeds are written in the language of their address", async () => {
  const { origin } = siteOf("yunchuan");
  const { body } = await ask(`${origin}/zh-hant/zwdt/tzgg/rss.xml`);
  expect(body).toContain("<language>zh-Hant</language>");
  expect(body).toContain(`<link>${origin}/zh-hant/zwdt/tzgg</link>`);
  expect(SIMPLIFIED.exec(body.replace(/<(link|guid)[^>]*>[^<]*/g, ""))?.[0] ?? "").toBe("");
});

/** Every text of a page with the language that it is said to be in. */
async function shownTexts(page: Page): Promise<{ lang: string; text: string }[]> {
  return await page.locator("body :not(script, style)").evaluateAll((elements) =>
    elements.flatMap((element) =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .map((node) => ({
          lang: element.closest("[lang]")?.getAttribute("lang") ?? "",
          text: node.textContent?.trim() ?? "",
        })),
    ),
  );
}

test("on English pages every word in Chinese is marked as Chinese, and none in English is", async ({
  page,
}) => {
  const { origin } = siteOf("yunchuan");
  for (const path of paths) {
    for (const care of ["", "/care"]) {
      await page.goto(`${origin}/en${care}${path}`);
      const texts = await shownTexts(page);
      const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
      const isEnglish = (text: string) => /^[A-Za-z][A-Za-z ,']{2,}$/.test(text);
      expect(texts.filter(({ text }) => isChinese(text)).length, path).toBeGreaterThan(10);
      expect(texts.filter(({ text }) => isEnglish(text)).length, path).toBeGreaterThan(5);
      const wrong = texts.filter(
        ({ lang, text }) =>
          (isChinese(text) && !lang.startsWith("zh")) || (isEnglish(text) && lang !== "en"),
      );
      expect(wrong, `${care}${path}`).toEqual([]);
    }
  }
});
