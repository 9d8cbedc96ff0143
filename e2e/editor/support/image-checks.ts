/** Pictures: chosen, pasted, described; refused without words for those who cannot see them. */
import { expect } from "@playwright/test";
import { paste } from "./clipboard.ts";
import type { EditorPage, Press } from "./editor-page.ts";
import { blocksOf, empty, textOf } from "./editor-page.ts";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export async function checkImage(editor: EditorPage, press: Press): Promise<void> {
  const { page } = editor;
  await empty(editor);
  await page.keyboard.type("图前");
  await press(editor, "图片");
  await page
    .getByLabel("选择图片文件")
    .setInputFiles({ name: "会议.png", mimeType: "image/png", buffer: Buffer.from(PNG, "base64") });
  await page.getByRole("button", { name: "确定" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "请填写替代文本" })).toBeVisible();
  await page.getByLabel("替代文本").fill("会议现场");
  await page.getByLabel("图片说明").fill("市政府常务会议");
  await page.keyboard.press("Enter");
  await expect(textOf(editor).getByRole("img", { name: "会议现场" })).toHaveCount(1);
  await expect(textOf(editor)).toBeFocused();
  expect((await blocksOf(editor)).filter(({ type }) => type === "image")).toMatchObject([
    { src: null, alt: "会议现场", caption: "市政府常务会议" },
  ]);
  // It is chosen now: the same button changes it.
  await press(editor, "图片");
  await page.getByLabel("替代文本").fill("会场全景");
  await page.keyboard.press("Enter");
  await expect(textOf(editor)).toBeFocused();
  expect((await blocksOf(editor)).filter(({ type }) => type === "image")).toMatchObject([
    { alt: "会场全景", caption: "市政府常务会议" },
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("图后");
  expect((await blocksOf(editor)).map(({ type }) => type)).toEqual([
    "paragraph",
    "image",
    "paragraph",
  ]);
}

export async function checkPastedImage(editor: EditorPage): Promise<void> {
  const { page } = editor;
  await empty(editor);
  const file = { type: "image/png", base64: PNG };
  await paste(editor, {
    html: '<meta charset="utf-8"><img src="https://www.example.com/a.png">',
    files: [
      { ...file, name: "一.png" },
      { ...file, name: "二.png" },
    ],
  });
  for (const alt of ["图一", "图二"]) {
    await page.getByLabel("替代文本").fill(alt);
    await page.keyboard.press("Enter");
    await expect(textOf(editor).getByRole("img", { name: alt })).toHaveCount(1);
  }
  const images = (await blocksOf(editor)).filter(({ type }) => type === "image");
  expect(images).toMatchObject([{ alt: "图一" }, { alt: "图二" }]);
}
