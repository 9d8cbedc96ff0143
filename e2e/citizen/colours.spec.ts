import { expect, test } from "@playwright/test";
import { colourReport } from "#e2e/support/colours.ts";
import { running, siteOf } from "#e2e/support/product.ts";
import { pageTypes } from "#e2e/support/site-pages.ts";
import { themeByCode } from "#themes/themes.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ timeout: 120_000 });

const brandOf = (themeCode: string): string[] => {
  const theme = themeByCode(themeCode);
  if (!theme) throw new Error(`no theme ${themeCode}`);
  return Object.values(theme.brand).filter((colour) => colour !== null);
};

test("home, list, article and the other pages of the province show its hues and no other", async ({
  page,
}) => {
  const brand = brandOf(siteOf("yunchuan").theme);
  for (const { name, url } of await pageTypes("yunchuan")) {
    await page.goto(url);
    const { strangers, clusters, shares } = await colourReport(page, brand);
    expect(strangers, name).toEqual([]);
    expect(clusters, name).toBeLessThanOrEqual(3);
    // The main hue leads, the second one accompanies.
    expect(shares[0] ?? 0, name).toBeGreaterThanOrEqual(0.6);
    expect(shares[1] ?? 0, name).toBeLessThanOrEqual(0.3);
  }
});

test("each theme of the group keeps to its own hues", async ({ page }) => {
  const byTheme = new Map(running().sites.map((site) => [site.theme, site]));
  expect(byTheme.size).toBeGreaterThan(1);
  for (const [theme, { code }] of byTheme) {
    const { origin } = siteOf(code);
    for (const path of ["/", "/sitemap.html"]) {
      await page.goto(`${origin}${path}`);
      const { strangers, clusters } = await colourReport(page, brandOf(theme));
      expect(strangers, `${theme} ${path}`).toEqual([]);
      expect(clusters, `${theme} ${path}`).toBeLessThanOrEqual(3);
    }
  }
});

test("what is pointed at, what has the focus and what was visited keep the hues too", async ({
  page,
}) => {
  const { origin, theme } = siteOf("yunchuan");
  await page.goto(`${origin}/zwdt/tzgg`);
  await page.locator("#list a").first().click();
  await page.goto(`${origin}/zwdt/tzgg`);
  await page.getByText("如何识别").click();
  for (const link of [page.locator("#list a").first(), page.locator("[data-el=care]")]) {
    await link.hover();
    await link.focus();
    const { strangers } = await colourReport(page, brandOf(theme));
    expect(strangers).toEqual([]);
  }
});

/** Faults that a careless hand would bring in, and one that is none. */
const PLANTED: [name: string, html: string, isFault: boolean][] = [
  ["a purple badge", '<b style="background:#7c3aed;color:#fff">新</b>', true],
  ["a link in the browser's blue", '<a href="#x" style="color:#0000ee">链接</a>', true],
  [
    "a green dot",
    '<svg width="40" height="40"><circle cx="20" cy="20" r="18" fill="#16a34a"/></svg>',
    true,
  ],
  ["a gradient", '<p style="background:linear-gradient(90deg,#fff,#06b6d4)">条</p>', true],
  ["a green border", '<p style="border-left:4px solid #16a34a">边</p>', true],
  ["a grey box", '<p style="background:#e5e5e5;color:#444">灰</p>', false],
  ["a photograph", '<p data-color-exempt="photo" style="background:#ff00aa">照片</p>', false],
];

test("the check finds each planted stranger and lets greys and photographs pass", async ({
  page,
}) => {
  const brand = brandOf("zhongzhou-red");
  for (const [name, html, isFault] of PLANTED) {
    await page.setContent(
      `<body style="color:#222"><h1 style="color:${brand[0]}">标题</h1>${html}</body>`,
    );
    const { strangers } = await colourReport(page, brand);
    expect(strangers.length > 0, `${name}: ${strangers}`).toBe(isFault);
  }
});
