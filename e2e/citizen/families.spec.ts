import type { Browser } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { ask } from "#e2e/support/http.ts";
import { clipped, doubleText, overflowing } from "#e2e/support/layout.ts";
import { running, siteOf } from "#e2e/support/product.ts";
import type { PageAddress } from "#e2e/support/site-pages.ts";
import { articlesOf } from "#e2e/support/site-pages.ts";
import { ssim } from "#e2e/support/ssim.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { themeByCode } from "#themes/themes.ts";

/** Sites of the second family: a department, and a city with the most columns; columns of news and papers. */
const SITES = { rst: ["tzgg", "zcwj/bmwj"], qinglan: ["zwdt/tzgg", "zcwj/gfxwj"] };
const CODES = Object.keys(SITES);
const SIZES = [
  { width: 1280, height: 960 },
  { width: 390, height: 844 },
];
/** Above this two homes are one design in two colours (CITIZEN-DESIGN §3.6). */
const MOST_ALIKE = 0.5;

test.describe.configure({ mode: "parallel" });

const pages: PageAddress[] = [];

test.beforeAll(async () => {
  for (const [code, columns] of Object.entries(SITES)) {
    const { origin } = siteOf(code);
    const articles = await Promise.all(columns.map((column) => articlesOf(origin, [column])));
    const paths = ["/", ...columns.map((column) => `/${column}`), "/sitemap.html", "/no-such-page"];
    const urls = [
      ...paths.map((path) => `${origin}${path}`),
      ...articles.flatMap(([one]) => one ?? []),
    ];
    pages.push(...urls.map((url) => ({ name: url, url })));
  }
});

async function firstScreen(
  browser: Browser,
  code: string,
  viewport: { width: number; height: number },
): Promise<Buffer> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${siteOf(code).origin}/`);
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

test("the families are told apart at the first glance, on a desk and in the hand", async ({
  browser,
}) => {
  for (const size of SIZES) {
    const home = await firstScreen(browser, "yunchuan", size);
    for (const code of CODES) {
      const alike = await ssim(home, await firstScreen(browser, code, size));
      expect(alike, `yunchuan and ${code} at ${size.width} px`).toBeLessThanOrEqual(MOST_ALIKE);
    }
  }
});

test("the measure itself knows one design in two colours for what it is", async ({ browser }) => {
  const [size] = SIZES;
  if (!size) throw new Error("no size");
  const [one, other] = [
    await firstScreen(browser, "rst", size),
    await firstScreen(browser, "jyt", size),
  ];
  expect(await ssim(one, other)).toBeGreaterThan(MOST_ALIKE);
  expect(await ssim(one, one)).toBeCloseTo(1);
});

test("the demo group uses both families", async () => {
  const families = new Set(running().sites.map(({ theme }) => themeByCode(theme)?.family));
  expect([...families].sort()).toEqual(["fuwutai", "zhongzhou"]);
});

for (const { width, height } of SIZES) {
  test(`axe finds nothing on any page type of the counter at ${width} px`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    const found: string[] = [];
    for (const { name, url } of pages) {
      await page.goto(url);
      for (const line of await axeViolations(page, ["target-size"])) found.push(`${name}: ${line}`);
    }
    expect(found).toEqual([]);
  });
}

test("the counter is valid HTML on every page type", async () => {
  test.setTimeout(60_000);
  const drawn = await Promise.all(
    pages.map(async ({ name, url }) => ({ name, html: (await ask(url)).body })),
  );
  expect(await htmlErrors(drawn)).toEqual([]);
});

test("at 320 px and with text twice as large nothing is lost and nothing scrolls sideways", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { name, url } of pages) {
    await page.goto(url);
    expect(await overflowing(page), `${name} at 320 px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const { name, url } of pages) {
    await page.goto(url);
    await doubleText(page);
    expect(await overflowing(page), `${name} with large text`).toEqual([]);
    expect(await clipped(page), `${name} with large text`).toEqual([]);
  }
});

test("the task comes first: question, one primary action, tiles, and the news last", async ({
  page,
}) => {
  await page.goto(`${siteOf("rst").origin}/`);
  const headings = await page.locator("main h2").allTextContents();
  expect(headings[0]).toBe("您想办什么事？");
  expect(headings.at(-1)).toBe("工作动态");
  await expect(page.locator("main [data-el=search] button")).toHaveCount(1);
  const tiles = page.locator("#services li a.row-link");
  await expect(tiles).toHaveCount(8);
  await page.getByRole("link", { name: "查办事指南" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("办事指南");
});
