/** 归档: what is no longer kept up stays to be read and says so, until somebody keeps it up again. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { cli } from "#e2e/support/cli.ts";
import { bringIn, freshWord, makeDocument } from "#e2e/support/documents.ts";
import { ask } from "#e2e/support/http.ts";
import { siteOf } from "#e2e/support/product.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { deskOrigin, signIn } from "./support/desk-editor.ts";
import { actButton } from "./support/hands.ts";

const SITE = "yunchuan";
const words = `${freshWord()}的通知`;
const oldPath = `/art/${freshWord()}.html`;
const { origin } = siteOf(SITE);
const folder = mkdtempSync(join(tmpdir(), "zs-e2e-archive-"));
let page: Page;
let url: string;

test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser }) => {
  const document = { ...makeDocument(words), url: `http://old.example.cn${oldPath}` };
  [url = ""] = await bringIn([document], { site: SITE, column: "zwdt/tzgg", as: "published" });
  page = await signIn(browser, "reviewer", SITE);
  await page.goto(`${deskOrigin()}/admin/content?words=${words}`);
  await page.getByRole("link", { name: words }).first().click();
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await page.context().close();
});

const shows = async (address: string, sign: string) => (await ask(address)).body.includes(sign);

async function decide(act: string, reason: string): Promise<void> {
  await actButton(page, act).click();
  await page.getByLabel(new RegExp(`^${act}`)).fill(reason);
  await actButton(page, "确定").click();
}

test("is done by who may withdraw, with a reason, and the desk then offers nothing that changes it", async () => {
  await decide("归档", "机构改革，栏目停办");
  await expect(page.getByText("已归档，不再更新")).toBeVisible();
  for (const name of ["归档", "修改"]) await expect(actButton(page, name)).toHaveCount(0);
  await expect(actButton(page, "取消归档")).toBeVisible();
  expect(await axeViolations(page, ["target-size"], true)).toEqual([]);
  await page.goto(`${deskOrigin()}/admin/content?words=${words}`);
  await expect(page.getByRole("row", { name: new RegExp(words) })).toContainText("已归档");
});

test("its page is there as before and says so above everything else, in every form and language", async ({
  browser,
}) => {
  await expect.poll(() => shows(url, 'data-el="archived"')).toBe(true);
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const languages: [string, string][] = [
    [url, "已归档"],
    [careOf(url), "已归档"],
    [url.replace(origin, `${origin}/zh-hant`), "已歸檔"],
    [url.replace(origin, `${origin}/en`), "Archived"],
  ];
  for (const [address, sign] of languages) {
    await reader.goto(address);
    const note = reader.locator(".archived-banner");
    await expect(note).toContainText(sign);
    await expect(note.locator("time")).toHaveText(/^\d{4}-\d\d-\d\d$/);
    await expect(note.getByRole("link")).toHaveAttribute("href", /\/zwdt\/tzgg\/?$/);
    await expect(reader).toHaveTitle(new RegExp(`${words}.*${sign.toLowerCase()}`, "i"));
    const { body } = await ask(address);
    expect(await htmlErrors([{ name: address, html: body }])).toEqual([]);
  }
  await reader.context().close();
  const checked = await (await browser.newContext({ bypassCSP: true })).newPage();
  for (const [address] of languages.slice(0, 2)) {
    await checked.goto(address);
    expect(await axeViolations(checked, ["target-size"])).toEqual([]);
  }
  await checked.context().close();
});

test("the search finds it and marks it, its old address leads to it and is told as archived", async ({
  browser,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  for (const base of [origin, `${origin}/care`]) {
    await reader.goto(searchOf(base, words));
    await expect(reader.locator('[data-el="hit"]').first()).toContainText("已归档");
  }
  await reader.context().close();
  expect((await ask(`${origin}${oldPath}`)).headers.location).toBe(url);
  const list = join(folder, "urls.txt");
  writeFileSync(list, `http://old.example.cn${oldPath}\n`);
  const { out } = await cli("migration", "--site", SITE, "--urls", list);
  expect(out).toContain("归档 archived 1");
});

test("it is taken out again, and its page is one like any other", async () => {
  await page.goBack();
  await decide("取消归档", "恢复更新");
  await expect(actButton(page, "归档")).toBeVisible();
  await expect.poll(() => shows(url, 'data-el="archived"')).toBe(false);
  const other = await cli("archive", "nothing-of-this-name", "--reason", "试一试");
  expect([other.code, other.err]).toEqual([2, expect.stringContaining("没有这条内容")]);
});
