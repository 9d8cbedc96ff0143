import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { order } from "#e2e/support/cli.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { siteOf } from "#e2e/support/product.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

const SITE = "yunchuan";
const folder = mkdtempSync(join(tmpdir(), "zs 归档-"));
const pageOf = (file: string): string => pathToFileURL(join(folder, file)).href;

test.beforeAll(async () => {
  await order("search", "offline", "--site", SITE, "--out", folder);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** Whatever it asks of a network. */
function asked(page: Page): string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) urls.push(request.url());
  });
  return urls;
}

test("an archived site is searched from a disk, without a server, and says since when it is archived", async ({
  page,
}) => {
  const urls = asked(page);
  await page.goto(pageOf("index.html"));
  await expect(page.locator(".archived-banner")).toHaveText(/已归档，归档时间 \d{4}-\d{2}-\d{2}/);
  await page.getByRole("searchbox").fill("老年人");
  await expect(page.getByRole("status")).toHaveText(/^找到 \d+ 篇。$/);
  const first = page.getByRole("listitem").first();
  await expect(first.locator("mark").first()).toHaveText("老年人");
  await expect(first.getByRole("link")).toHaveAttribute(
    "href",
    new RegExp(`^${siteOf(SITE).origin}/`),
  );
  await page.getByRole("searchbox").fill("老年人 优待");
  for (const item of await page.getByRole("listitem").all())
    await expect(item).toContainText(/老年人|优待/);
  // One character stands in more than are shown, and that is said.
  await page.getByRole("searchbox").fill("的");
  await expect(page.getByRole("status")).toHaveText(/^找到 \d+ 篇，显示前 50 篇/);
  await expect(page.locator("#found > li")).toHaveCount(50);
  await page.getByRole("searchbox").fill("羴鱻麤龘");
  await expect(page.getByRole("status")).toContainText("没有找到");
  await page.getByRole("searchbox").fill("<img src=x onerror=alert(1)>");
  await expect(page.getByRole("status")).toContainText("没有找到");
  expect(urls).toEqual([]);
});

test("without script everything stands by its year; both pages are valid, accessible and fit a phone", async ({
  page,
  browser,
}) => {
  const still = await browser.newContext({ javaScriptEnabled: false });
  const plain = await still.newPage();
  await plain.goto(pageOf("index.html"));
  await expect(plain.locator("noscript p")).toBeVisible();
  await plain.getByRole("link", { name: /^按年份查看全部/ }).click();
  expect(await plain.getByRole("listitem").count()).toBeGreaterThan(50);
  await still.close();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const file of ["index.html", "all.html"]) {
    await page.goto(pageOf(file));
    expect([file, await axeViolations(page, [], true)]).toEqual([file, []]);
    expect([file, await overflowing(page)]).toEqual([file, []]);
  }
  const pages = ["index.html", "all.html"].map((name) => ({
    name,
    html: readFileSync(join(folder, name), "utf8"),
  }));
  expect(await htmlErrors(pages)).toEqual([]);
});
