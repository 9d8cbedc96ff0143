/** A page without results says why it has none, and what narrows a question is seen and can be undone. */
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { bringIn, freshWord, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";

test.describe.configure({ timeout: 120_000 });

/** A word of this run alone, so that no other document has it. */
const word = `云梁${freshWord().slice(4)}`;
const papers = Array.from({ length: 23 }, (_, at) =>
  makeDocument(`关于${word}供暖的第${at + 1}号通知`, {
    date: `20${10 + (at % 3)}-03-20T09:30:00+08:00`,
  }),
);

let site: TestSite;

test.beforeAll(async () => {
  site = await openTestSite("搜索条件网站");
  await bringIn(papers, { site: site.code, column: "zwdt/tzgg", as: "published" });
});

const both = (more: string) => [
  searchOf(site.origin, word, more),
  careOf(searchOf(site.origin, word, more)),
];
const total = "找到 23 条结果";

test("a page past the last one says so and leads to the first and the last", async ({ page }) => {
  for (const address of both("page=15")) {
    await page.goto(address);
    await expect(page).toHaveTitle(new RegExp(`^${word} 的搜索结果（没有这一页）`));
    await expect(page.locator("[data-el=search-beyond]")).toContainText("一共只有 3 页");
    await expect(page.getByText(/没有找到|到全部网站里找/)).toHaveCount(0);
    expect(await axeViolations(page, ["target-size"]), address).toEqual([]);
    await page.getByRole("link", { name: "看最后一页（第 3 页）" }).click();
    await expect(page.locator("[data-el=hit]")).toHaveCount(3);
    await page.goBack();
    await page.getByRole("link", { name: "看第一页" }).click();
    await expect(page.locator("[data-el=hit]")).toHaveCount(10);
  }
});

test("a zero under conditions says so, and one link drops them all", async ({ page }) => {
  for (const address of both("validity=invalid&to=1990-12-31")) {
    await page.goto(address);
    await expect(page.locator("[data-el=search-empty]")).toContainText("您选了筛选条件");
    expect(await axeViolations(page, ["target-size"]), address).toEqual([]);
    await page.getByRole("link", { name: "去掉全部条件再找一次" }).click();
    await expect(page.getByRole("status")).toContainText(total);
  }
});

test("conditions that a form does not list are seen and undone at once", async ({ page }) => {
  const clear = page.getByRole("link", { name: "清除全部条件" });
  await page.goto(searchOf(site.origin, word, "from=2011-01-01&to=2011-12-31"));
  await expect(page.getByLabel("发布日期从")).toBeVisible();
  await clear.click();
  await expect(page.getByRole("status")).toContainText(total);
  for (const more of ["validity=current", "sort=time", "from=2011-01-01"]) {
    await page.goto(careOf(searchOf(site.origin, word, more)));
    await page.getByText("筛选：已选条件").click();
    await clear.click();
    await expect(page.getByRole("status")).toContainText(total);
    await expect(page).not.toHaveURL(/validity=|sort=|from=/);
  }
});
