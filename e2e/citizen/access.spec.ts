import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { order } from "#e2e/support/cli.ts";
import { makeWithdrawn, openTestSite } from "#e2e/support/documents.ts";
import { clipped, doubleText, overflowing } from "#e2e/support/layout.ts";
import { running, siteOf } from "#e2e/support/product.ts";
import type { PageAddress } from "#e2e/support/site-pages.ts";
import { pageTypes } from "#e2e/support/site-pages.ts";

// Many pages a test: a machine that does other things besides needs longer.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

let pages: PageAddress[] = [];

test.beforeAll(async () => {
  const { url } = await makeWithdrawn();
  pages = [...(await pageTypes("yunchuan")), { name: "withdrawn", url }];
});

for (const width of [1280, 390]) {
  test(`axe finds nothing on any page type at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const found: string[] = [];
    for (const { name, url } of pages) {
      await page.goto(url);
      for (const line of await axeViolations(page, ["target-size"])) found.push(`${name}: ${line}`);
    }
    expect(found).toEqual([]);
  });
}

test("axe finds nothing in what the official strip unfolds", async ({ page }) => {
  await page.goto(pages[0]?.url ?? "");
  await page.getByText("如何识别").click();
  await expect(page.getByText("域名以 .gov.cn 结尾")).toBeVisible();
  expect(await axeViolations(page, ["target-size"])).toEqual([]);
});

test("axe finds nothing on the pages that stand for a whole site", async ({ page }) => {
  const site = await openTestSite("暂停服务的网站");
  await order("site", "state", "--code", site.code, "--state", "suspended", "--notice", "检修");
  const { origin } = siteOf("yunchuan");
  for (const url of [`${site.origin}/`, `${origin}/a//b`, `${running().url}/`]) {
    await page.goto(url);
    expect(await axeViolations(page, ["target-size"]), url).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowing(page), url).toEqual([]);
  }
});

test("the checks themselves find what is too small, too pale, too wide and cut off", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.setContent(`<!doctype html><html lang="zh-CN"><head><title>错</title></head><body>
    <main><h1>有错的页面</h1><p style="color:#999">太淡的字</p>
    <button style="width:12px;height:12px;padding:0">甲</button><button style="width:12px;height:12px;padding:0">乙</button>
    <p style="width:900px">太宽</p>
    <p style="width:60px;overflow:hidden;white-space:nowrap">被截断的一行文字</p></main></body></html>`);
  const found = await axeViolations(page, ["target-size"]);
  for (const rule of ["color-contrast", "target-size"])
    expect(
      found.some((line) => line.startsWith(`${rule} `)),
      rule,
    ).toBe(true);
  expect(await overflowing(page)).not.toEqual([]);
  expect(await clipped(page)).not.toEqual([]);
});

async function layoutProblems(page: Page, isDouble: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { name, url } of pages) {
    await page.goto(url);
    if (isDouble) await doubleText(page);
    for (const line of [...(await overflowing(page)), ...(await clipped(page))])
      found.push(`${name}: ${line}`);
  }
  return found;
}

type Stop = {
  name: string;
  isRinged: boolean;
  isInView: boolean;
  isOnTop: boolean;
  isForward: boolean;
  /** The round is over: this is where it began. */
  isFirst: boolean;
};

/** What a keyboard user would see of the element that has the focus; null when none has. */
const stopHere = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(here);
    const { left, top, right, bottom } = here.getClientRects()[0] ?? here.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const above = document.elementFromPoint(x, y);
    const before = document.querySelector("[data-e2e-last]");
    const isForward =
      before === null ||
      (before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const isFirst = here.hasAttribute("data-e2e-first");
    if (before === null) here.setAttribute("data-e2e-first", "");
    before?.removeAttribute("data-e2e-last");
    here.setAttribute("data-e2e-last", "");
    return {
      name: `${here.tagName} ${(here.textContent ?? "").trim().slice(0, 20)}`,
      isRinged: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      isInView: top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1,
      isOnTop: above !== null && (here.contains(above) || above.contains(here)),
      isForward,
      isFirst,
    };
  });

const isBad = ({ isRinged, isInView, isOnTop, isForward }: Stop): boolean =>
  !(isRinged && isInView && isOnTop && isForward);

/** All stops of the Tab key, from the top of the page to its end. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  const most = await page.locator("a[href], summary, [tabindex='0']").count();
  for (let pressed = 0; pressed <= most; pressed += 1) {
    await page.keyboard.press("Tab");
    const stop = await stopHere(page);
    if (stop === null || stop.isFirst) break;
    stops.push(stop);
  }
  return stops;
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("no page scrolls sideways or cuts text off at 320 px", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await layoutProblems(page, false)).toEqual([]);
  });

  for (const width of [1280, 640, 390]) {
    test(`no page scrolls sideways or cuts text off with text twice as large at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      expect(await layoutProblems(page, true)).toEqual([]);
    });
  }

  test("no page scrolls sideways at any usual width", async ({ page }) => {
    for (const width of [768, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await layoutProblems(page, false), `${width} px`).toEqual([]);
    }
  });

  test("the skip links come first, show themselves and lead where they say", async ({ page }) => {
    for (const { name, url } of pages) {
      await page.goto(url);
      const targets = await page
        .locator("nav[aria-label=快速跳转] a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(targets.slice(0, 3), name).toEqual(["#nav", "#search", "#main"]);
      expect(targets, name).toContain("#foot");
      for (const target of targets) {
        await page.keyboard.press("Tab");
        const link = page.locator(":focus");
        await expect(link, name).toHaveAttribute("href", target);
        await expect(link, name).toBeInViewport();
        await expect(page.locator(target), `${name}: ${target}`).toHaveAttribute("tabindex", "-1");
      }
    }
  });

  test("a skip link carries the focus past the navigation", async ({ page }) => {
    await page.goto(pages[1]?.url ?? "");
    for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const isInMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    expect(isInMain).toBe(true);
  });

  test("every stop of the Tab key is ringed, in view, uncovered and in reading order", async ({
    page,
  }) => {
    const problems: string[] = [];
    for (const { name, url } of pages) {
      await page.goto(url);
      const stops = await walk(page);
      expect(stops.length, name).toBeGreaterThan(10);
      problems.push(...stops.filter(isBad).map((stop) => `${name}: ${JSON.stringify(stop)}`));
    }
    expect(problems).toEqual([]);
  });

  test("each page has one banner, one main, one foot, one first heading, and skips no level", async ({
    page,
  }) => {
    for (const { name, url } of pages) {
      await page.goto(url);
      for (const role of ["banner", "main", "contentinfo"] as const)
        await expect(page.getByRole(role), `${role} of ${name}`).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 }), name).toHaveCount(1);
      const levels = await page
        .locator("h1, h2, h3, h4, h5, h6")
        .evaluateAll((heads) => heads.map((head) => Number(head.tagName[1])));
      const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? level) + 1);
      expect(jumps, `${name}: ${levels.join(" ")}`).toEqual([]);
      await expect(page, name).toHaveTitle(/.+/);
    }
  });
});
