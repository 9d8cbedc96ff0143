/** Nobody is trapped, and the input method is never disturbed. */
import { expect } from "@playwright/test";
import { compose, pressWhileComposing } from "./compose.ts";
import type { EditorPage } from "./editor-page.ts";
import { blocksOf, empty, textOf, toolbarOf } from "./editor-page.ts";

export async function checkWaysOut(editor: EditorPage): Promise<void> {
  const { keyboard } = editor.page;
  const text = textOf(editor);
  await empty(editor);
  await keyboard.type("字");
  await keyboard.press("Tab");
  await expect(text).not.toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(text).toBeFocused();
  await keyboard.press("Shift+Tab");
  await expect(toolbarOf(editor).locator("button:focus")).toHaveCount(1);
  await keyboard.press("Escape");
  await expect(text).toBeFocused();
  for (const key of ["F6", "Alt+F10"]) {
    await keyboard.press(key);
    await expect(toolbarOf(editor).locator("button:focus")).toHaveCount(1);
    await keyboard.press(key);
    await expect(text).toBeFocused();
  }
  await keyboard.press("Control+Shift+Digit7");
  await keyboard.press("Tab");
  await expect(text).toBeFocused();
  await keyboard.press("Escape");
  await expect(editor.page.getByRole("status").filter({ hasText: "Tab" })).toBeVisible();
  await keyboard.press("Tab");
  await expect(text).not.toBeFocused();
  expect(await blocksOf(editor)).toMatchObject([{ type: "list" }]);
}

export async function checkComposition(editor: EditorPage): Promise<void> {
  await empty(editor);
  await compose(editor, ["z", "zh", "zheng", "zheng'fu"], "政府");
  expect(await blocksOf(editor)).toMatchObject([{ children: [{ text: "政府" }] }]);
  await editor.page.keyboard.press("Control+b");
  await compose(editor, ["g", "gong'kai"], "公开");
  expect(await blocksOf(editor)).toMatchObject([
    { children: [{ text: "政府" }, { text: "公开", format: 1 }] },
  ]);
}

/** Tab, Enter, Escape and F6 choose candidates then; in a list each of them would do something. */
export async function checkKeysWhileComposing(editor: EditorPage): Promise<void> {
  const { page } = editor;
  await empty(editor);
  await page.keyboard.press("Control+Shift+Digit8");
  await page.keyboard.type("一");
  await page.keyboard.press("Enter");
  for (const key of ["Tab", "Escape", "F6", "Enter"]) {
    await pressWhileComposing(editor, "er", key);
    await expect(textOf(editor)).toBeFocused();
  }
  await compose(editor, ["er"], "二");
  expect(await blocksOf(editor)).toMatchObject([
    { type: "list", children: [{ children: [{ text: "一" }] }, { children: [{ text: "二" }] }] },
  ]);
}

/** Markdown is not what people type here: nothing may turn into anything. */
export async function checkNoMarkdown(editor: EditorPage): Promise<void> {
  for (const typed of ["# 一", "- 一", "1. 一", "> 一", "**一**"]) {
    await empty(editor);
    await editor.page.keyboard.type(typed);
    const expected = [{ type: "paragraph", children: [{ text: typed, format: 0 }] }];
    expect(await blocksOf(editor)).toMatchObject(expected);
  }
}
