import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { withDatabase } from "#e2e/support/database.ts";
import { deskOrigin, openNewDraft, signIn, textOfDesk } from "./support/desk-editor.ts";
import { buttonOf } from "./support/editor-page.ts";
import { actButton } from "./support/hands.ts";

test.describe.configure({ timeout: 240_000 });

const SITE = "yunchuan";
/** 1280 at 100 %, a phone, and 1280 at 400 % (WCAG 1.4.10). */
const WIDTHS = [1280, 390, 320];

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Axe finds nothing and nothing is wider than the window, at every width. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect([name, width, await axeViolations(page, ["target-size"], true)]).toEqual([
      name,
      width,
      [],
    ]);
    expect([name, width, (await overflow(page)) <= 0]).toEqual([name, width, true]);
  }
  // 1280 at 200 %, where nothing but room changes.
  await page.setViewportSize({ width: 640, height: 400 });
  expect([name, 640, (await overflow(page)) <= 0]).toEqual([name, 640, true]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function startDraft(page: Page, title: string): Promise<string> {
  await openNewDraft(page);
  await page.getByLabel("标题", { exact: true }).fill(title);
  await page.getByLabel(/^来源/).fill("云川省人民政府办公厅");
  await textOfDesk(page).click();
  await page.keyboard.type("内容。");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存");
  return page.url();
}

test("signing in", async ({ page }) => {
  await page.goto(`${deskOrigin()}/admin/sign-in`);
  await check(page, "sign-in");
  await page.getByLabel("账号").fill("nobody");
  await page.getByLabel("密码").fill("wrong-password");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByText("账号或密码不对。")).toBeVisible();
  await check(page, "a wrong password");
  await page.goto(`${deskOrigin()}/admin/setup/none`);
  await check(page, "a set-up address that opens nothing");
});

test("lists: to-dos, content, review, password, the switcher", async ({ browser }) => {
  const page = await signIn(browser, "site-admin", SITE);
  await check(page, "to-dos");
  for (const path of [
    "/admin/content",
    "/admin/content?state=live",
    "/admin/review",
    "/admin/password",
  ]) {
    await page.goto(`${deskOrigin()}${path}`);
    await check(page, path);
  }
  await page.goto(`${deskOrigin()}/admin/content/999999999`);
  await check(page, "no such piece");
  await page.goto(`${deskOrigin()}/admin`);
  await page.getByText("选择网站").click();
  await check(page, "the switcher");
});

test("imports: batches, receipts, old addresses, and where there are none", async ({ browser }) => {
  const page = await signIn(browser, "site-admin", SITE);
  for (const path of ["", "?before=1", "/999999999", "/addresses", "/addresses?words=none"]) {
    await page.goto(`${deskOrigin()}/admin/imports${path}`);
    await check(page, `imports${path}`);
  }
  await page.goto(`${deskOrigin()}/admin/imports`);
  await page.getByRole("row").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "回执" })).toBeVisible();
  await check(page, "receipts");
  for (const name of [/^导入 \d+$/, /^退回 \d+$/]) {
    await page.getByRole("link", { name }).click();
    await check(page, String(name));
  }
});

test("the search: words, a trial, and what is asked before one is deleted", async ({ browser }) => {
  const page = await signIn(browser, "super-admin", "platform");
  const search = `${deskOrigin()}/admin/search`;
  await page.goto(`${search}/words`);
  const word = `屏幕${Date.now()}`;
  await page.getByLabel("俗称（老百姓的说法）").fill(word);
  await page.getByLabel(/^正式名称/).fill("居民身份证，居住证");
  await page.getByRole("button", { name: "试一试" }).click();
  await expect(page.getByText("加上这个词")).toBeVisible();
  await check(page, "a trial of a synonym");
  await page.getByRole("button", { name: "添加" }).click();
  await expect(page.getByText(`已保存“${word}”。`)).toBeVisible();
  await check(page, "synonyms");
  // The list has more words than one screen.
  await page.getByLabel("找哪个词").fill(word);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("button", { name: `删除“${word}”` }).click();
  await check(page, "a deletion is confirmed");
  await page.getByRole("button", { name: "确定删除" }).click();
  await expect(page.getByText(`已删除“${word}”。`)).toBeVisible();
  for (const path of ["/words?words=没有的", "/words/protected"]) {
    await page.goto(`${search}${path}`);
    await check(page, path);
  }
});

test("the search: kinds of results, recommended results, and a new one", async ({ browser }) => {
  const page = await signIn(browser, "super-admin", "platform");
  const search = `${deskOrigin()}/admin/search`;
  const question = `屏幕${Date.now()}`;
  await page.goto(`${search}/classes`);
  await check(page, "kinds of results");
  await page.goto(`${search}/best-bets/new`);
  await page.getByLabel(/^读者搜什么/).fill(question);
  await page.getByLabel("找要推荐的内容").fill("通知");
  await page.getByRole("button", { name: "找一找" }).click();
  await page
    .getByRole("button", { name: /^加入“/ })
    .first()
    .click();
  await page.getByLabel(/^为什么推荐/).fill("屏幕检查");
  await check(page, "a recommendation with its result");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: new RegExp(question) })).toBeVisible();
  await check(page, "recommendations");
  await page.getByRole("button", { name: new RegExp(`^删除“${question}”`) }).click();
  await page.getByRole("button", { name: "确定删除" }).click();
  await expect(page.getByRole("row", { name: new RegExp(question) })).toHaveCount(0);
});

test("search: questions, one of them, statistics, hot words", async ({ browser }) => {
  const words = `没有结果的词${Date.now()}`.replace(/\d/g, "x");
  await withDatabase(async (sql) => {
    await sql`insert into search_task (site_id, text, reason, asked, due_on)
      select id, ${words}, 'no-hits', 9, now()::date - 7 from site where code = ${SITE} on conflict do nothing`;
    await sql`insert into search_day (site_id, day, channel, asked, empty, clicked, withheld)
      select id, now()::date - 1, 'person', 90, 9, 30, 1 from site where code = ${SITE} on conflict do nothing`;
    await sql`insert into search_question (site_id, day, text, scope, class, asked, led, empty, clicked, hits)
      select id, now()::date - 1, ${words}, 'site', '', 9, 0, 9, 0, 0 from site where code = ${SITE}
      on conflict do nothing`;
    await sql`insert into search_hot_choice (site_id, text, choice, chosen_by)
      select id, ${words}, 'pin', 'test' from site where code = ${SITE} on conflict do nothing`;
  });
  const page = await signIn(browser, "site-admin", SITE);
  for (const path of ["", "?state=dismissed", "/questions", "/questions?which=empty", "/hot"]) {
    await page.goto(`${deskOrigin()}/admin/search${path}`);
    await check(page, `search${path}`);
  }
  await page.goto(`${deskOrigin()}/admin/search?state=overdue`);
  await page.getByRole("link", { name: words }).click();
  await expect(page.getByRole("heading", { name: "处理", exact: true })).toBeVisible();
  await check(page, "one question");
  await page.getByRole("button", { name: "标为不处理" }).click();
  await check(page, "a reason is missing");
});

test("the editor with each of its dialogs, its preview and its history", async ({ browser }) => {
  const author = await signIn(browser, "author", SITE);
  const address = await startDraft(author, `无障碍检查${Date.now()}`);
  await check(author, "editor");
  const editor = { page: author, read: () => Promise.reject(new Error("not asked")) };
  for (const name of ["链接", "脚注", "提示框", "图片", "视频", "附件", "表格", "快捷键"]) {
    await textOfDesk(author).click();
    await buttonOf(editor, name).click();
    await expect(author.getByRole("dialog")).toBeVisible();
    await check(author, name);
    await author.keyboard.press("Escape");
  }
  await author.getByText("预览", { exact: true }).click();
  await check(author, "preview");
  await actButton(author, "提交审核").click();
  await expect(author.getByText(/· 审核中/).first()).toBeVisible();
  await check(author, "in review, as its author sees it");
  const reviewer = await signIn(browser, "reviewer", SITE);
  await reviewer.goto(address);
  await check(reviewer, "in review, as the reviewer sees it");
  await actButton(reviewer, "退回").click();
  await check(reviewer, "a reason is asked");
});

test("at 400 % everything can still be reached and done", async ({ browser }) => {
  const author = await signIn(browser, "author", SITE);
  await author.setViewportSize({ width: 320, height: 256 });
  await startDraft(author, `放大四倍${Date.now()}`);
  await actButton(author, "提交审核").click();
  await expect(author.getByText(/· 审核中/).first()).toBeVisible();
  await actButton(author, "撤回审核").click();
  await expect(author.getByText(/· 草稿/).first()).toBeVisible();
});
