/** 搜索即服务: guides and bodies answer in the result itself, and places and organisations narrow it. */
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { ask } from "#e2e/support/http.ts";
import { overflowing } from "#e2e/support/layout.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

test.describe.configure({ timeout: 120_000 });
test.use({ javaScriptEnabled: false });

const GUIDE = "高龄老年人津贴申领办事指南";
/** Words that every site has often enough, so that nothing else is searched in their place. */
const WORDS = "办理";
const BODY = "云川省民政厅";
const group = (words: string, more = "") =>
  searchOf(siteOf("yunchuan").origin, words, `scope=group${more}`);

/** Opens a result page with all its results: one that ran out of time says so and asks to try again. */
async function open(page: Page, url: string): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await expect(page.getByText("这次查找时间有限")).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

const hitOf = (page: Page, title: string) =>
  page.locator("[data-el=hit]").filter({ hasText: title }).first();
const total = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.getByRole("status").textContent()) ?? "")?.[0]);

const FORMS = [
  { name: "standard", form: (url: string) => url },
  { name: "care", form: careOf },
];

for (const { name, form } of FORMS)
  for (const width of [1280, 390]) {
    test(`${name} at ${width}: a guide says in the result whom to call and where to go`, async ({
      page,
    }, info) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, form(group(GUIDE, "&region=990221")));
      const card = hitOf(page, GUIDE).locator("[data-el=hit-card]");
      await expect(card.locator("dt")).toHaveText([
        "办理机构",
        "责任处室",
        "咨询电话",
        "监督投诉电话",
        "受理地点",
        "受理时间",
        "来源",
      ]);
      await expect(card.locator("dd").first()).toContainText("鹭屿县民政局");
      await expect(card.getByRole("link", { name: "12345" }).first()).toHaveAttribute(
        "href",
        "tel:12345",
      );
      await expect(hitOf(page, GUIDE)).toContainText("云川省 › 青澜市 › 鹭屿县");
      expect(await overflowing(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath("guide.png"), fullPage: true });
      await open(page, form(group(BODY, "&class=organisation")));
      const body = hitOf(page, BODY).locator("[data-el=hit-card]");
      await expect(body.locator("dt")).toHaveText([
        "办公地址",
        "办公电话",
        "传真",
        "办公时间",
        "来源",
      ]);
      await expect(body.locator("a[href='tel:088986113355']")).toHaveText("0889-86113355");
      expect(await overflowing(page)).toEqual([]);
      await page.screenshot({ path: info.outputPath("body.png"), fullPage: true });
    });
  }

test("a place narrows the results, from province to county, and its line leads up again", async ({
  page,
}) => {
  await open(page, group(WORDS));
  const tree = page.locator("[data-el=choose-regions]");
  const all = await total(page);
  const city = tree.getByRole("listitem").filter({ hasText: /^青澜市/ });
  await expect(city.getByRole("listitem").filter({ hasText: /^鹭屿县/ })).toHaveCount(1);
  await tree.getByRole("link", { name: /^青澜市（/ }).click();
  await expect(page).toHaveURL(/region=990200/);
  const inCity = await total(page);
  expect(inCity).toBeLessThan(all);
  await tree.getByRole("link", { name: /^鹭屿县（/ }).click();
  await expect(page).toHaveURL(/region=990221/);
  const inCounty = await total(page);
  expect(inCounty).toBeLessThan(inCity);
  await expect(page.locator("[data-el=hit-place]").first()).toHaveText(/鹭屿县$/);
  const line = page.getByRole("navigation", { name: "当前地区" });
  await expect(line.getByRole("link")).toHaveText(["不限地区", "云川省", "青澜市", "鹭屿县"]);
  await expect(line.locator("[aria-current]")).toHaveText("鹭屿县");
  await line.getByRole("link", { name: "青澜市" }).click();
  expect(await total(page)).toBe(inCity);
  await line.getByRole("link", { name: "不限地区" }).click();
  await expect(page).not.toHaveURL(/region=/);
  expect(await total(page)).toBe(all);
});

test("the care form narrows and widens by place in closed lists", async ({ page }) => {
  await open(page, careOf(group(GUIDE)));
  const fold = page.locator("details").filter({ hasText: /^筛选/ });
  await fold.locator("summary").click();
  await fold.getByRole("link", { name: /^云川省 › 青澜市 › 鹭屿县（/ }).click();
  await expect(page).toHaveURL(/\/care\/search\?.*region=990221/);
  await page.locator("summary", { hasText: "筛选：鹭屿县" }).click();
  await page.getByRole("link", { name: "青澜市", exact: true }).click();
  await expect(page).toHaveURL(/\/care\/search\?.*region=990200/);
});

test("who the results come from narrows them, and can be let go", async ({ page }) => {
  await open(page, group("津贴"));
  const organisations = page.locator("[data-el=choose-organisations]");
  const all = await total(page);
  const offered = organisations.getByRole("link", { name: /（\d/ }).last();
  const name = ((await offered.textContent()) ?? "").replace(/（.*$/, "").trim();
  await offered.click();
  await expect(page).toHaveURL(/org=\d+/);
  expect(await total(page)).toBeLessThan(all);
  for (const hit of await page.locator("[data-el=hit]").all())
    await expect(hit).toContainText(name);
  await expect(organisations.locator("[aria-current]")).toContainText(name);
  await organisations.getByRole("link", { name: "不限机构" }).click();
  expect(await total(page)).toBe(all);
});

test("programs are told the fields, the places and the organisations", async () => {
  const { origin } = siteOf("yunchuan");
  const query = new URLSearchParams({ q: GUIDE, scope: "group", region: "990221" });
  const { body } = await ask(`${origin}/api/v1/search?${query}`);
  const answer = JSON.parse(body);
  expect(answer.hits[0]).toMatchObject({
    place: ["云川省", "青澜市", "鹭屿县"],
    card: { type: "service" },
  });
  expect(answer.hits[0].card.fields[0]).toMatchObject({ field: "agency", name: "办理机构" });
  expect(answer.regions).toContainEqual(
    expect.objectContaining({ code: "990221", name: "鹭屿县", parentCode: "990200" }),
  );
  expect(answer.organisations[0]).toMatchObject({ name: expect.any(String) });
});

test.describe("with script, which axe needs", () => {
  test.use({ javaScriptEnabled: true });

  test("the page of a guide shows its fields, the numbers to call, and its text once", async ({
    page,
  }, info) => {
    const errors: string[] = [];
    for (const { form } of FORMS) {
      await open(page, form(group(GUIDE, "&region=990221")));
      await hitOf(page, GUIDE).getByRole("link").first().click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(GUIDE);
      const index = page.locator("[data-el=docmeta]");
      await expect(index.locator("dt")).toContainText(["办理机构", "受理条件", "申请材料"]);
      await expect(index.locator("a[href='tel:12345']").first()).toBeVisible();
      await expect(page.getByText("具有鹭屿县户籍，年满80周岁的老年人")).toHaveCount(1);
      errors.push(...(await axeViolations(page, ["target-size"])));
      await page.screenshot({ path: info.outputPath(`${errors.length}.png`), fullPage: true });
    }
    expect(errors).toEqual([]);
  });

  test("with cards, trees and lines every form and family holds the rules", async ({ page }) => {
    test.setTimeout(240_000);
    const pages: { name: string; html: string }[] = [];
    const violations: string[] = [];
    for (const code of ["yunchuan", "rst"])
      for (const more of ["", "&region=990200", "&region=990221&org=1"])
        for (const { form } of FORMS) {
          const url = form(searchOf(siteOf(code).origin, "办事指南", `scope=group${more}`));
          await page.setViewportSize({ width: 1280, height: 900 });
          await open(page, url);
          violations.push(...(await axeViolations(page, ["target-size"])));
          await page.setViewportSize({ width: 390, height: 844 });
          violations.push(...(await axeViolations(page, ["target-size"])));
          expect(await overflowing(page), url).toEqual([]);
          pages.push({ name: url, html: (await ask(url)).body });
        }
    const { origin } = siteOf("yunchuan");
    for (const locale of ["en", "zh-hant"]) {
      const url = searchOf(`${origin}/${locale}`, GUIDE, "scope=group");
      pages.push({ name: url, html: (await ask(url)).body });
    }
    expect(violations).toEqual([]);
    expect(await htmlErrors(pages)).toEqual([]);
  });
});
