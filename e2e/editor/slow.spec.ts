/** On an old computer a screen stands for seconds before its scripts hear anything. */
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import {
  accountOf,
  beginDraft,
  deskOrigin,
  openColumn,
  openNewDraft,
  signIn,
  textOfDesk,
} from "./support/desk-editor.ts";

const SITE = "yunchuan";

/** Holds the scripts of all screens of this person back; what it gives lets them go. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route(/\/_next\/static\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return async () => {
    release();
    await page.context().unrouteAll({ behavior: "wait" });
  };
}

/** Lets every timer of this page fire late, as on a computer that has much else to do. */
const slowTimers = (page: Page, lateMs = 500) =>
  page.addInitScript((more) => {
    const real = window.setTimeout;
    const late = (act: () => void, ms = 0, ...rest: unknown[]) => real(act, ms + more, ...rest);
    window.setTimeout = late as typeof real;
  }, lateMs);

const come = (page: Page, address: string) => page.goto(address, { waitUntil: "commit" });

test("who signs in before the scripts are there is signed in by them, and the password stands in no address", async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const letGo = await holdScripts(page);
  const { login, password } = accountOf("site-admin", SITE);
  await come(page, `${deskOrigin()}/admin/sign-in`);
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(password);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("密码")).toHaveValue(password);
  await letGo();
  await expect(page.getByRole("heading", { name: "我的待办" })).toBeVisible();
  expect(asked.filter((url) => url.includes(encodeURIComponent(password)))).toEqual([]);
  expect(asked.filter((url) => url.endsWith("/callback/credentials"))).toHaveLength(1);
  await page.context().close();
});

test("every field of a draft keeps and saves what was typed before the scripts were there", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openColumn(page);
  const letGoOfList = await holdScripts(page);
  await page.goto(page.url(), { waitUntil: "commit" });
  await page.getByLabel("类型", { exact: true }).last().selectOption({ label: "政策文件" });
  await letGoOfList();
  await beginDraft(page);
  await page.waitForLoadState();

  await slowTimers(page);
  const letGo = await holdScripts(page);
  await come(page, page.url());
  const title = page.getByLabel("标题", { exact: true });
  const number = page.getByLabel("发文字号");
  const index = page.getByLabel("索引号");
  const column = page.getByRole("checkbox", { checked: false }).first();
  const name = await column.evaluate((box) => box.parentElement?.textContent ?? "");
  await title.fill("关于供水管网改造的通知");
  await number.fill("云政发〔2026〕9号");
  await index.fill("ZS-2026-9");
  await column.check();
  await title.focus();
  await page.keyboard.press("Home");
  await letGo();
  await expect(page.locator(".save-line.saved")).toContainText("已保存");
  // The caret stays where it was.
  await page.keyboard.type("〔急〕");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存");
  await page.reload();
  await expect(title).toHaveValue("〔急〕关于供水管网改造的通知");
  await expect(number).toHaveValue("云政发〔2026〕9号");
  await expect(index).toHaveValue("ZS-2026-9");
  await expect(page.getByRole("checkbox", { name, exact: true })).toBeChecked();
  await page.context().close();
});

test("what is done while the scripts take over counts, and after what was done before", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openNewDraft(page);
  await expect(textOfDesk(page)).toBeVisible();
  await slowTimers(page, 4_000);
  const letGo = await holdScripts(page);
  await come(page, page.url());
  const title = page.getByLabel("标题", { exact: true });
  const subtitle = page.getByLabel("副标题");
  const boxes = page.getByRole("checkbox", { checked: false });
  const [first, second] = await Promise.all(
    [0, 1].map((at) => boxes.nth(at).evaluate((box) => box.parentElement?.textContent ?? "")),
  );
  const box = (name = "") => page.getByRole("checkbox", { name, exact: true });
  await title.fill("关于供水的通知");
  await box(first).check();
  await letGo();
  // React knows the field now; the timer that tells it of what was done before is still to come.
  await page.waitForFunction(() => {
    const field = document.querySelector("#title");
    return field !== null && Object.keys(field).some((key) => key.startsWith("__react"));
  });
  await box(first).uncheck();
  await box(second).check();
  await subtitle.fill("第二批");
  await expect(page.locator(".save-line.saved")).toContainText("已保存", { timeout: 30_000 });
  await expect(title).toHaveValue("关于供水的通知");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存", { timeout: 30_000 });
  await page.goto(page.url());
  await expect(title).toHaveValue("关于供水的通知");
  await expect(subtitle).toHaveValue("第二批");
  await expect(box(first)).not.toBeChecked();
  await expect(box(second)).toBeChecked();
  await page.context().close();
});

test("a field that is emptied and one of several lines that had words are heard, and the next key loses none", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openColumn(page);
  await page.getByLabel("类型", { exact: true }).last().selectOption({ label: "办事指南" });
  await beginDraft(page);
  const lines = page.locator("textarea").first();
  const title = page.getByLabel("标题", { exact: true });
  const subtitle = page.getByLabel("副标题");
  await lines.fill("第一行");
  await subtitle.fill("要去掉的");
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存");

  await slowTimers(page, 4_000);
  const letGo = await holdScripts(page);
  await come(page, page.url());
  await lines.fill("第一行\n第二行");
  await subtitle.fill("");
  await title.fill("关于供水");
  await letGo();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("#title") ?? {}).some((key) => key.startsWith("__react")),
  );
  // What draws the screen again sets the title back, before the next key of whoever goes on in it.
  await page.getByLabel("作者").fill("张三");
  await title.focus();
  await page.keyboard.type("2026");
  await expect(title).toHaveValue("关于供水2026");
  await page.waitForFunction(() => !("early" in window));
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-line.saved")).toContainText("已保存", { timeout: 30_000 });
  await page.goto(page.url());
  await expect(title).toHaveValue("关于供水2026");
  await expect(subtitle).toHaveValue("");
  await expect(lines).toHaveValue("第一行\n第二行");
  await page.context().close();
});

test("a word that an input method is in the middle of is neither lost nor broken off", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  await openNewDraft(page);
  await expect(textOfDesk(page)).toBeVisible();
  const letGo = await holdScripts(page);
  await come(page, page.url());
  const title = page.getByLabel("标题", { exact: true });
  await title.focus();
  const keys = await page.context().newCDPSession(page);
  await keys.send("Input.imeSetComposition", { text: "tong", selectionStart: 4, selectionEnd: 4 });
  await letGo();
  await expect(page.getByRole("button", { name: /^直达/ })).toBeEnabled();
  await expect(title).toHaveValue("tong");
  await keys.send("Input.imeSetComposition", {
    text: "tong'zhi",
    selectionStart: 8,
    selectionEnd: 8,
  });
  await keys.send("Input.insertText", { text: "通知" });
  await expect(title).toHaveValue("通知");
  await expect(page.locator(".save-line.saved")).toContainText("已保存");
  await page.reload();
  await expect(title).toHaveValue("通知");
  await page.context().close();
});

test("a button that is pressed before the scripts were there does its work once, with what was typed", async ({
  browser,
}) => {
  const page = await signIn(browser, "site-admin", SITE);
  const letGo = await holdScripts(page);
  await come(page, `${deskOrigin()}/admin/search/best-bets/new`);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByLabel("找要推荐的内容").fill("公积金");
  await page.getByRole("button", { name: "找一找", exact: true }).dblclick();
  await letGo();
  await expect(page.getByRole("button", { name: /^加入“/ }).first()).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/candidates"))).toHaveLength(1);
  await page.context().close();
});
