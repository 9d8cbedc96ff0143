/** A page that shows the editor, whichever it is, and the hands that use it. */
import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { parseDocument } from "#lib/richtext/schema.ts";

export type EditorPage = {
  page: Page;
  /** The document as the page would save it now. */
  read: () => Promise<RichTextDocument>;
};

export function textOf({ page }: EditorPage): Locator {
  return page.getByRole("textbox", { name: "正文", exact: true });
}

export function toolbarOf({ page }: EditorPage): Locator {
  return page.getByRole("toolbar", { name: "编辑工具栏" });
}

export function buttonOf(editor: EditorPage, name: string): Locator {
  return toolbarOf(editor).getByRole("button", { name, exact: true });
}

/** An empty text with the caret in it. */
export async function empty(editor: EditorPage): Promise<void> {
  const { page } = editor;
  await expect(textOf(editor)).toHaveAttribute("contenteditable", "true");
  await textOf(editor).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+Alt+Digit0");
  await expect(textOf(editor)).toHaveText("");
}

/** What would be saved, having passed the server's own check. */
export async function blocksOf(editor: EditorPage): Promise<RichTextDocument["root"]["children"]> {
  const document = await editor.read();
  expect(parseDocument(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true });
  return document.root.children;
}

/** Two ways to the same button: the pointer, and keys alone. */
export type Press = (editor: EditorPage, name: string) => Promise<void>;

export const pressByMouse: Press = (editor, name) => buttonOf(editor, name).click();

export const pressByKeys: Press = async (editor, name) => {
  const { page } = editor;
  await page.keyboard.press("Alt+F10");
  await expect(toolbarOf(editor).locator("button:focus")).toHaveCount(1);
  await page.keyboard.press("Home");
  const names = await toolbarOf(editor)
    .getByRole("button")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  for (let step = names.indexOf(name); step > 0; step -= 1) await page.keyboard.press("ArrowRight");
  await expect(buttonOf(editor, name)).toBeFocused();
  await page.keyboard.press("Enter");
};
