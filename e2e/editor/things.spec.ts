import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { ask } from "#e2e/support/http.ts";
import { deskEditor, openNewDraft, signIn, textOfDesk } from "./support/desk-editor.ts";
import type { EditorPage } from "./support/editor-page.ts";
import { blocksOf, buttonOf, empty } from "./support/editor-page.ts";
import type { Hands } from "./support/hands.ts";
import { actButton, byKeys, byMouse } from "./support/hands.ts";

test.describe.configure({ timeout: 180_000 });

const SITE = "yunchuan";
const folder = mkdtempSync(join(tmpdir(), "zs-things-"));
const FILM = join(folder, "会议.mp4");
const PAPER = join(folder, "议程.doc");
const PROGRAM = join(folder, "议程.pdf");
test.beforeAll(() => {
  writeFileSync(FILM, Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isommp42 and no more", "latin1"));
  const stream = Buffer.from("WordDocument", "utf16le");
  writeFileSync(PAPER, Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), stream]));
  writeFileSync(PROGRAM, "MZ is what programs begin with");
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(browser: Browser): Promise<EditorPage> {
  const page = await signIn(browser, "author", SITE);
  await openNewDraft(page);
  return deskEditor(page);
}

const apply = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "确定" });
const isBack = async (page: Page) => {
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(textOfDesk(page)).toBeFocused();
};

async function addFootnote(editor: EditorPage, hands: Hands, text: string): Promise<void> {
  await hands.tool(editor, "脚注");
  await hands.press(apply(editor.page));
  await expect(editor.page.getByRole("alert").filter({ hasText: "请填写脚注内容" })).toBeVisible();
  await hands.write(editor.page.getByLabel("脚注内容"), text);
  expect(await axeViolations(editor.page, [], true)).toEqual([]);
  await hands.press(apply(editor.page));
  await isBack(editor.page);
}

async function addFilm(editor: EditorPage, hands: Hands): Promise<void> {
  const { page } = editor;
  await hands.tool(editor, "视频");
  await hands.attach(page.getByLabel("选择视频文件"), FILM);
  await hands.write(page.getByLabel(/^视频说明/), "工作会议");
  await hands.press(apply(page));
  await expect(page.getByRole("alert").filter({ hasText: "请填写文字稿" })).toBeVisible();
  await hands.write(page.getByLabel(/^文字稿/), "主持人：现在开会。");
  expect(await axeViolations(page, [], true)).toEqual([]);
  await hands.press(apply(page));
  await isBack(page);
}

async function addPaper(editor: EditorPage, hands: Hands): Promise<void> {
  const { page } = editor;
  await hands.tool(editor, "附件");
  await hands.attach(page.getByLabel("选择文件"), PROGRAM);
  await hands.press(apply(page));
  await expect(page.getByRole("alert").filter({ hasText: "不能上传这种文件" })).toBeVisible();
  await hands.attach(page.getByLabel("选择文件"), PAPER);
  await hands.write(page.getByLabel("显示名称"), "会议议程");
  await hands.press(apply(page));
  await isBack(page);
}

async function addCallout(editor: EditorPage, hands: Hands): Promise<void> {
  await hands.tool(editor, "提示框");
  await editor.page.getByRole("radio", { name: "说明" }).focus();
  for (let step = 0; step < 3; step += 1) await editor.page.keyboard.press("ArrowDown");
  expect(await axeViolations(editor.page, [], true)).toEqual([]);
  await hands.press(apply(editor.page));
  await isBack(editor.page);
}

for (const hands of [byMouse, byKeys])
  test(`notes, callouts, films and attachments are written, changed and taken away by ${hands.name}`, async ({
    browser,
  }) => {
    const editor = await open(browser);
    const { keyboard } = editor.page;
    await empty(editor);
    await keyboard.type("按办法办理");
    await addFootnote(editor, hands, "办法见附件");
    await keyboard.type("。");
    const written = { children: [{ text: "按办法办理" }, { text: "办法见附件" }, { text: "。" }] };
    expect(await blocksOf(editor)).toMatchObject([written]);

    // Beside the mark, Alt+Enter opens what it says.
    await keyboard.press("ArrowLeft");
    // The editor hears of the caret a moment after the key; its button says when.
    await expect(buttonOf(editor, "脚注")).toHaveAttribute("aria-pressed", "true");
    await keyboard.press("Alt+Enter");
    await hands.write(editor.page.getByLabel("脚注内容"), "办法第三条");
    await hands.press(apply(editor.page));
    await isBack(editor.page);
    expect(JSON.stringify(await blocksOf(editor))).toContain("办法第三条");

    // Cut and pasted, everything is as it was; undone, too.
    await keyboard.press("ControlOrMeta+a");
    await keyboard.press("ControlOrMeta+x");
    await keyboard.press("ControlOrMeta+v");
    expect(JSON.stringify(await blocksOf(editor))).toContain("办法第三条");

    await keyboard.press("ControlOrMeta+End");
    await addCallout(editor, hands);
    expect(await blocksOf(editor)).toMatchObject([
      { type: "callout", kind: "warning", children: [{ type: "paragraph" }] },
      { type: "paragraph" },
    ]);
    await keyboard.press("ControlOrMeta+End");
    await addFilm(editor, hands);
    await addPaper(editor, hands);
    const types = async () => (await blocksOf(editor)).map(({ type }) => type);
    // Lexical leaves a line to go on writing after what it puts in.
    expect(await types()).toEqual(["callout", "paragraph", "video", "attachment", "paragraph"]);

    await keyboard.press("Alt+Enter");
    await hands.press(editor.page.getByRole("button", { name: "删除附件" }));
    await isBack(editor.page);
    expect(await types()).not.toContain("attachment");
    await keyboard.press("ControlOrMeta+z");
    expect(await types()).toContain("attachment");
  });

test("a citizen reads them: notes lead to and fro, a film plays on request and can be sought in", async ({
  browser,
}) => {
  const editor = await open(browser);
  const author = editor.page;
  await author.getByLabel("标题", { exact: true }).fill(`关于会议的通知${Date.now()}`);
  await author.getByLabel(/^来源/).fill("云川省人民政府办公厅");
  await empty(editor);
  await author.keyboard.type("会议按办法召开");
  await addFootnote(editor, byMouse, "办法见附件");
  await author.keyboard.press("Enter");
  await author.keyboard.type("请准时参加");
  await addCallout(editor, byMouse);
  await author.keyboard.press("ControlOrMeta+End");
  await addFilm(editor, byMouse);
  await addPaper(editor, byMouse);
  await expect(buttonOf(editor, "附件")).toHaveAttribute("aria-pressed", "true");
  await actButton(author, "提交审核").click();
  await expect(author.getByText(/· 审核中/).first()).toBeVisible();

  const reviewer = await signIn(browser, "reviewer", SITE);
  await reviewer.goto(author.url());
  await actButton(reviewer, "批准并发布").click();
  const link = reviewer.getByRole("link", { name: "看已发布的页面" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";

  for (const form of [address, address.replace(/^(https?:\/\/[^/]+)/, "$1/care")]) {
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await reader.goto(form);
    await expect(reader.locator(".callout-title")).toHaveText("注意");
    await reader.getByRole("link", { name: "注释 1", exact: true }).click();
    await expect(reader.locator("#note-1")).toBeInViewport();
    await reader.getByRole("link", { name: "返回正文中的注释 1" }).click();
    await expect(reader.locator("#note-mark-1")).toBeInViewport();
    const film = reader.locator("video");
    expect([await film.getAttribute("preload"), await film.getAttribute("autoplay")]).toEqual([
      "none",
      null,
    ]);
    await reader.getByText("视频文字稿").click();
    await expect(reader.getByText("主持人：现在开会。")).toBeVisible();
    const paper = reader.getByRole("link", { name: /^附件：会议议程（DOC，/ });
    await expect(paper).toHaveAttribute("download", "会议议程.doc");
    await reader.close();
  }
  const { body } = await ask(address);
  const src = /<source src="([^"]+\.mp4)"/.exec(body)?.[1] ?? "";
  const film = new URL(src, address).href;
  await expect.poll(async () => (await ask(film, { method: "HEAD" })).status).toBe(200);
  const part = await ask(film, { headers: { range: "bytes=4-11" } });
  expect([part.status, part.body, part.headers["content-type"]]).toEqual([
    206,
    "ftypisom",
    "video/mp4",
  ]);
  expect(part.headers["x-content-type-options"]).toBe("nosniff");
  const doc = /href="([^"]+\.doc)"/.exec(body)?.[1] ?? "";
  const saved = await ask(new URL(doc, address).href);
  expect(saved.headers["content-disposition"]).toBe("attachment");
});

test("the tree of columns leads to a column's pieces, keeps the other filters and says where one is", async ({
  browser,
}) => {
  const page = await signIn(browser, "author", SITE);
  await page.goto(`${new URL(page.url()).origin}/admin/content?state=live&words=的`);
  const tree = page.getByRole("navigation", { name: "栏目树" });
  await tree.getByRole("link", { name: "通知公告" }).click();
  await expect(tree.getByRole("link", { name: "通知公告" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page).toHaveURL(/column=\d+&state=live&words=/);
  await expect(page.getByLabel("状态")).toHaveValue("live");
  const columns = await page.locator("tbody td:nth-child(2)").allTextContents();
  expect([columns.length > 0, new Set(columns)]).toEqual([true, new Set(["通知公告"])]);
  await tree.getByRole("link", { name: "全部栏目" }).click();
  await expect(page).not.toHaveURL(/column=/);
});

test("the switcher takes a part of a name, moves nothing on the screen and lets go by Escape", async ({
  browser,
}) => {
  const page = await signIn(browser, "super-admin", "platform");
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${new URL(page.url()).origin}/admin`);
    const summary = page.locator(".switcher summary");
    const place = () => page.getByRole("heading", { name: "我的待办" }).boundingBox();
    const before = await place();
    await summary.click();
    await page.getByLabel("输入网站名称查找").fill("没有这个名字");
    await expect(page.getByRole("status")).toHaveText(/没有名称相符的网站/);
    expect(await place()).toEqual(before);
    await page.keyboard.press("Escape");
    await expect(summary).toBeFocused();
    await expect(page.getByLabel("输入网站名称查找")).toBeHidden();
    await summary.press("Enter");
    await page.getByLabel("输入网站名称查找").fill("青澜");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/admin\/content/);
    await expect(summary).toContainText("青澜市");
  }
});
