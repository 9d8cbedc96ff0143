/** What every button does, whichever way it is reached. */
import { expect } from "@playwright/test";
import type { EditorPage, Press } from "./editor-page.ts";
import { blocksOf, buttonOf, empty, toolbarOf } from "./editor-page.ts";

const FORMATS = {
  加粗: 1,
  斜体: 2,
  下划线: 8,
  删除线: 4,
  下标: 32,
  上标: 64,
} as const;

export async function checkFormats(editor: EditorPage, press: Press): Promise<void> {
  for (const [name, format] of Object.entries(FORMATS)) {
    await empty(editor);
    await editor.page.keyboard.type("前");
    await press(editor, name);
    await expect(buttonOf(editor, name)).toHaveAttribute("aria-pressed", "true");
    await editor.page.keyboard.type("后");
    expect(await blocksOf(editor)).toMatchObject([
      {
        children: [
          { text: "前", format: 0 },
          { text: "后", format },
        ],
      },
    ]);
  }
  await editor.page.keyboard.press("Control+a");
  await press(editor, "清除格式");
  expect(await blocksOf(editor)).toMatchObject([{ children: [{ text: "前后", format: 0 }] }]);
}

export async function checkBlocks(editor: EditorPage, press: Press): Promise<void> {
  await empty(editor);
  await editor.page.keyboard.type("字");
  const kinds = [
    ["标题一", { type: "heading", tag: "h2" }],
    ["标题二", { type: "heading", tag: "h3" }],
    ["标题三", { type: "heading", tag: "h4" }],
    ["正文", { type: "paragraph" }],
    ["引用", { type: "quote" }],
    ["正文", { type: "paragraph" }],
    ["居中", { format: "center" }],
    ["右对齐", { format: "right" }],
    ["两端对齐", { format: "justify" }],
    ["左对齐", { format: "" }],
    ["增加缩进", { indent: 1 }],
    ["减少缩进", { indent: 0 }],
    ["项目列表", { type: "list", listType: "bullet" }],
    ["编号列表", { type: "list", listType: "number" }],
    ["编号列表", { type: "paragraph" }],
  ] as const;
  for (const [name, expected] of kinds) {
    await press(editor, name);
    expect(await blocksOf(editor), name).toMatchObject([expected]);
  }
  await press(editor, "撤销");
  expect(await blocksOf(editor)).toMatchObject([{ type: "list" }]);
  await press(editor, "重做");
  expect(await blocksOf(editor)).toMatchObject([{ type: "paragraph" }]);
  await press(editor, "分隔线");
  expect((await blocksOf(editor)).map(({ type }) => type)).toContain("horizontalrule");
}

/** Several paragraphs, and one quote around them; and out of it again. */
export async function checkQuoteOfBlocks(editor: EditorPage, press: Press): Promise<void> {
  await empty(editor);
  await editor.page.keyboard.type("一");
  await editor.page.keyboard.press("Enter");
  await editor.page.keyboard.type("二");
  await editor.page.keyboard.press("Control+a");
  await press(editor, "引用");
  expect(await blocksOf(editor)).toMatchObject([
    { type: "quote", shadowRoot: true, children: [{ type: "paragraph" }, { type: "paragraph" }] },
  ]);
  await press(editor, "引用");
  expect(await blocksOf(editor)).toMatchObject([{ type: "paragraph" }, { type: "paragraph" }]);
}

export async function checkLists(editor: EditorPage): Promise<void> {
  const { keyboard } = editor.page;
  await empty(editor);
  await keyboard.press("Control+Shift+Digit8");
  await keyboard.type("一");
  await keyboard.press("Enter");
  await keyboard.type("二");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await keyboard.type("三");
  await keyboard.press("Shift+Tab");
  const item = (text: string) => ({ type: "listitem", children: [{ text }] });
  expect(await blocksOf(editor)).toMatchObject([
    {
      type: "list",
      children: [
        item("一"),
        { type: "listitem", children: [{ type: "list", children: [item("二")] }] },
        item("三"),
      ],
    },
  ]);
}

export async function checkLink(editor: EditorPage, press: Press): Promise<void> {
  const { page } = editor;
  await empty(editor);
  await page.keyboard.type("看");
  await press(editor, "链接");
  await page.getByLabel("链接地址").fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "不能用作链接" })).toBeVisible();
  await page.getByLabel("链接地址").fill("www.gov.cn/zhengce");
  await expect(page.getByRole("link", { name: "在新窗口中打开" })).toHaveAttribute(
    "target",
    "_blank",
  );
  await page.getByLabel("显示文字").fill("政策");
  await page.keyboard.press("Enter");
  await page.keyboard.type("库");
  const url = "https://www.gov.cn/zhengce";
  expect(await blocksOf(editor)).toMatchObject([
    { children: [{ text: "看" }, { url, children: [{ text: "政策" }] }, { text: "库" }] },
  ]);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+k");
  await expect(page.getByLabel("链接地址")).toHaveValue(url);
  await page.getByRole("button", { name: "移除链接" }).click();
  expect(JSON.stringify(await blocksOf(editor))).not.toContain('"link"');
}

/** Escape closes a dialog and gives the caret back. */
export async function checkDialogsGiveBackFocus(editor: EditorPage, press: Press): Promise<void> {
  const { page } = editor;
  await empty(editor);
  await page.keyboard.type("甲");
  for (const name of ["链接", "图片", "表格", "快捷键"]) {
    await press(editor, name);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("textbox", { name: "正文", exact: true })).toBeFocused();
  }
  await page.keyboard.type("乙");
  expect(await blocksOf(editor)).toMatchObject([{ children: [{ text: "甲乙" }] }]);
}

export async function checkOneTabStop(editor: EditorPage): Promise<void> {
  await expect(toolbarOf(editor).locator("button[tabindex='0']")).toHaveCount(1);
}
