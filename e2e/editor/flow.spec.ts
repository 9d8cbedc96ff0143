import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { ask } from "#e2e/support/http.ts";
import { deskOrigin, signIn, textOfDesk } from "./support/desk-editor.ts";
import type { Hands } from "./support/hands.ts";
import { actButton, byKeys, byMouse } from "./support/hands.ts";

test.describe.configure({ timeout: 180_000 });

const SITE = "yunchuan";
/** Patience only: that it is a second at most is for `bench publish` to say, on a quiet machine. */
const VISIBLE_MS = 5_000;
const LOOK_EVERY = [20];

const folder = mkdtempSync(join(tmpdir(), "zs-flow-"));
const PICTURE = join(folder, "会场.png");
const FORM = join(folder, "申请表.pdf");
test.beforeAll(() => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  writeFileSync(PICTURE, Buffer.from(png, "base64"));
  writeFileSync(FORM, "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads what a citizen reads now until it is as it should be. */
const soon = (address: string, isThere: (answer: { status: number; body: string }) => boolean) =>
  expect
    .poll(async () => isThere(await ask(address)), { timeout: VISIBLE_MS, intervals: LOOK_EVERY })
    .toBe(true);

async function openDraft(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole("link", { name: "内容", exact: true }));
  await hands.choose(page.getByLabel("栏目", { exact: true }), "　通知公告");
  await hands.press(page.getByRole("button", { name: "筛选" }));
  await hands.press(page.getByRole("button", { name: /写一篇$/ }));
  await expect(page).toHaveURL(/\/admin\/content\/\d+$/);
}

async function addTable(page: Page, hands: Hands): Promise<void> {
  await hands.tool({ page, read: () => Promise.reject(new Error("not asked")) }, "表格");
  await hands.write(page.getByLabel("行数"), "2");
  await hands.write(page.getByLabel("列数"), "2");
  await page.keyboard.press("Enter");
  await expect(textOfDesk(page)).toBeFocused();
  for (const word of ["时间", "地点", "九时", "省政府"]) {
    await page.keyboard.type(word);
    if (word !== "省政府") await page.keyboard.press("Tab");
  }
}

async function addPicture(page: Page, hands: Hands): Promise<void> {
  await hands.tool({ page, read: () => Promise.reject(new Error("not asked")) }, "图片");
  await hands.attach(page.getByLabel("选择图片文件"), PICTURE);
  await hands.write(page.getByLabel("替代文本"), "会场全景");
  await page.keyboard.press("Enter");
  await expect(textOfDesk(page).getByRole("img", { name: "会场全景" })).toHaveCount(1);
}

async function write(page: Page, hands: Hands, title: string): Promise<void> {
  await hands.write(page.getByLabel("标题", { exact: true }), title);
  await hands.write(page.getByLabel(/^来源/), "云川省人民政府办公厅");
  await hands.press(textOfDesk(page));
  await page.keyboard.type("自即日起工作台试运行。");
  await page.keyboard.press("Enter");
  await addTable(page, hands);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("End");
  await addPicture(page, hands);
  await hands.attach(page.getByLabel(/^添加附件/), FORM);
  await expect(page.getByLabel("附件名称")).toHaveValue("申请表.pdf");
}

const stateOf = (page: Page, word: string) => page.getByText(new RegExp(`· ${word}`)).first();

async function live(page: Page): Promise<string> {
  const link = page.getByRole("link", { name: "看已发布的页面" });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
}

type People = { author: Page; reviewer: Page };

async function bringBack({ author, reviewer }: People, hands: Hands, address: string) {
  await reviewer.goto(address);
  await hands.press(actButton(reviewer, "退回"));
  await hands.write(reviewer.getByLabel(/^退回原因/), "请写明联系电话");
  await hands.press(actButton(reviewer, "确定"));
  await expect(stateOf(reviewer, "已退回")).toBeVisible();
  await author.goto(`${deskOrigin()}/admin`);
}

async function flow(browser: Browser, hands: Hands): Promise<void> {
  const title = `关于工作台试运行的通知（${hands.name}${Date.now()}）`;
  const author = await signIn(browser, "author", SITE);
  await openDraft(author, hands);
  const address = author.url();
  await write(author, hands, title);
  await hands.press(actButton(author, "提交审核"));
  await expect(stateOf(author, "审核中")).toBeVisible();
  await expect(actButton(author, "批准")).toHaveCount(0);

  const reviewer = await signIn(browser, "reviewer", SITE);
  await expect(reviewer.getByRole("link", { name: title })).toBeVisible();
  await bringBack({ author, reviewer }, hands, address);

  await hands.press(author.getByRole("link", { name: title }));
  await expect(author.getByText("请写明联系电话")).toBeVisible();
  await hands.press(textOfDesk(author));
  await author.keyboard.press("ControlOrMeta+Home");
  await author.keyboard.type("联系电话：12345。");
  await hands.press(actButton(author, "提交审核"));
  await expect(stateOf(author, "审核中")).toBeVisible();

  await reviewer.goto(address);
  await hands.press(actButton(reviewer, "批准并发布"));
  const page = await live(reviewer);
  await soon(page, ({ status, body }) => status === 200 && body.includes("联系电话：12345。"));
  const { body } = await ask(page);
  for (const part of ["<th", "省政府", 'alt="会场全景"', "申请表.pdf"])
    expect(body).toContain(part);

  await author.goto(address);
  await hands.press(actButton(author, "修改"));
  await expect(author).not.toHaveURL(address);
  const second = author.url();
  await hands.write(author.getByLabel("标题", { exact: true }), `${title}更新`);
  await hands.press(actButton(author, "提交审核"));
  await expect(stateOf(author, "审核中")).toBeVisible();
  expect((await ask(page)).body).not.toContain(`${title}更新`);
  await reviewer.goto(second);
  await hands.press(actButton(reviewer, "批准并发布"));
  expect(await live(reviewer)).toBe(page);
  await soon(page, ({ body: now }) => now.includes(`${title}更新`));

  await hands.press(actButton(reviewer, "撤下"));
  await hands.write(reviewer.getByLabel(/^撤下原因/), "试运行结束");
  await hands.press(actButton(reviewer, "确定"));
  await expect(reviewer.getByRole("link", { name: "看已发布的页面" })).toHaveCount(0);
  await soon(page, ({ status }) => status === 410);
}

for (const hands of [byMouse, byKeys])
  test(`written, returned, mended, approved by another, read, changed while live, withdrawn: by ${hands.name}`, async ({
    browser,
  }) => {
    await flow(browser, hands);
  });
