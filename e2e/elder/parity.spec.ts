import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { ask } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { articlesOf, careOf, LONG_LIST } from "#e2e/support/site-pages.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

const HOW_MANY = 20;
const COLUMNS = [
  "zwdt/yw",
  "zwdt/tzgg",
  "zcwj/gfxwj",
  "zcwj/fggz",
  "bsfw/bszn",
  "sjfb/msjc",
  "gk/qygk",
];

/** What a reader is told, in the order in which it is told; blanks do not count. */
const tellingOf = (page: Page) =>
  page.evaluate(() => {
    const words = (selector: string) =>
      (document.querySelector(selector)?.textContent ?? "").replace(/\s+/g, "");
    const parts = [...document.querySelectorAll(".rich :is(p, li, td, th, h2, h3, h4, caption)")];
    const sentences = parts
      .filter((part) => !part.querySelector("p, li, td"))
      .flatMap((part) => (part.textContent ?? "").split(/(?<=[。！？；])/))
      .map((sentence) => sentence.replace(/\s+/g, ""))
      .filter((sentence) => sentence !== "");
    return { meta: words("[data-el=meta]"), head: words("article h1"), sentences };
  });

test(`${HOW_MANY} articles say the same in both forms: title, time, source and every sentence`, async ({
  page,
}) => {
  const { origin } = siteOf("songya");
  const articles = await articlesOf(origin, COLUMNS);
  const step = Math.max(1, Math.floor(articles.length / HOW_MANY));
  const chosen = articles.filter((_, index) => index % step === 0).slice(0, HOW_MANY);
  expect(chosen).toHaveLength(HOW_MANY);
  let sentences = 0;
  for (const url of chosen) {
    await page.goto(url);
    const standard = await tellingOf(page);
    await page.goto(careOf(url));
    const care = await tellingOf(page);
    expect(care.head, url).toBe(standard.head);
    expect(care.meta, url).toBe(standard.meta);
    expect(care.sentences, url).toEqual(standard.sentences);
    expect(standard.head, url).not.toBe("");
    expect(standard.sentences.length, url).toBeGreaterThan(0);
    sentences += standard.sentences.length;
  }
  test.info().annotations.push({ type: "sentences", description: String(sentences) });
});

const rowsOf = (html: string): string[] => {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return [...main.matchAll(/href="(?:\/care)?(\/[^"]*\/\d{6}\/\d+\.html)"/g)].map(
    ([, path = ""]) => path,
  );
};

test("a list holds the same rows in the same order in both forms", async () => {
  const { origin } = siteOf("yunchuan");
  const standard = rowsOf((await ask(`${origin}${LONG_LIST}`)).body);
  const [first, second] = await Promise.all([
    ask(`${origin}/care${LONG_LIST}`),
    ask(`${origin}/care${LONG_LIST}/index_2.html`),
  ]);
  expect(standard).toHaveLength(20);
  expect([...rowsOf(first.body), ...rowsOf(second.body)]).toEqual(standard);
});

test("the care form names the standard page as the page itself, and the other way round", async () => {
  const { origin } = siteOf("yunchuan");
  for (const path of ["/", "/zwdt/tzgg"]) {
    const [standard, care] = await Promise.all([
      ask(`${origin}${path}`),
      ask(careOf(`${origin}${path}`)),
    ]);
    const canonical = `<link rel="canonical" href="${origin}${path}"`;
    expect(standard.body.includes(canonical)).toBe(true);
    expect(care.body.includes(canonical)).toBe(true);
    expect(standard.body).toMatch(/<link rel="alternate" href="\/care/);
  }
});
