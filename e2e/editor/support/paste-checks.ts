/** What people bring along: Word, web pages, plain words, and a server that does not answer. */
import { expect } from "@playwright/test";
import type { Block } from "#lib/richtext/nodes.ts";
import type { Clipboard } from "./clipboard.ts";
import { paste } from "./clipboard.ts";
import type { EditorPage } from "./editor-page.ts";
import { blocksOf, empty, textOf } from "./editor-page.ts";

/** Pastes between two words and answers with what came in between. */
export async function pasteBetween(editor: EditorPage, clipboard: Clipboard): Promise<Block[]> {
  const { page } = editor;
  await empty(editor);
  await page.keyboard.type("始");
  await page.keyboard.press("Enter");
  const before = await textOf(editor).innerHTML();
  await paste(editor, clipboard);
  await expect.poll(() => textOf(editor).innerHTML(), { timeout: 20_000 }).not.toBe(before);
  return (await blocksOf(editor)).slice(1);
}

export async function checkPlainText(editor: EditorPage): Promise<void> {
  const blocks = await pasteBetween(editor, { text: "一\r\n二\n三\n" });
  expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "paragraph"]);
  await expect(textOf(editor).locator("p")).toHaveText(["始", "一", "二", "三"]);
}

/** A line joins the line it is pasted into, with its formats. */
export async function checkInlinePaste(editor: EditorPage): Promise<void> {
  await empty(editor);
  await editor.page.keyboard.type("前后");
  await editor.page.keyboard.press("ArrowLeft");
  await paste(editor, { html: "<p>中<b>央</b></p>", text: "中央" });
  await expect(textOf(editor)).toHaveText("前中央后");
  expect(await blocksOf(editor)).toMatchObject([
    { children: [{ text: "前中" }, { text: "央", format: 1 }, { text: "后" }] },
  ]);
}

export async function checkTableIntoCell(editor: EditorPage): Promise<void> {
  const table = "<table><tr><td>甲</td><td>乙</td></tr></table>";
  await pasteBetween(editor, { html: `${table}<p>尾</p>`, text: "x" });
  await editor.page.locator(".rte-text td").first().click();
  await paste(editor, { html: `<p>内</p>${table}`, text: "x" });
  await expect(editor.page.locator(".rte-text td").first()).toContainText("内");
  await expect(editor.page.locator(".rte-text td table")).toHaveCount(0);
  expect((await blocksOf(editor)).filter(({ type }) => type === "table")).toHaveLength(1);
}
