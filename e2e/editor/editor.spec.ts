import { expect, test } from "@playwright/test";
import {
  checkBlocks,
  checkDialogsGiveBackFocus,
  checkFormats,
  checkLink,
  checkLists,
  checkOneTabStop,
  checkQuoteOfBlocks,
} from "./support/button-checks.ts";
import { deskEditor, openNewDraft, signIn } from "./support/desk-editor.ts";
import { pressByKeys, pressByMouse } from "./support/editor-page.ts";
import { checkImage, checkPastedImage } from "./support/image-checks.ts";
import {
  checkComposition,
  checkKeysWhileComposing,
  checkNoMarkdown,
  checkWaysOut,
} from "./support/keyboard-checks.ts";
import { checkInlinePaste, checkPlainText, checkTableIntoCell } from "./support/paste-checks.ts";
import { checkTable } from "./support/table-checks.ts";
import { measureTyping } from "./support/typing.ts";

test.describe.configure({ timeout: 120_000 });

async function open(browser: Parameters<typeof signIn>[0]) {
  const page = await signIn(browser, "author", "yunchuan");
  await openNewDraft(page);
  return deskEditor(page);
}

for (const [name, press] of [
  ["mouse", pressByMouse],
  ["keys alone", pressByKeys],
] as const) {
  test(`every button of the toolbar does its work by ${name}`, async ({ browser }) => {
    const editor = await open(browser);
    await checkFormats(editor, press);
    await checkBlocks(editor, press);
    await checkQuoteOfBlocks(editor, press);
    await checkLink(editor, press);
    await checkDialogsGiveBackFocus(editor, press);
  });

  test(`a table is made, merged and split by ${name}`, async ({ browser }) => {
    await checkTable(await open(browser), press);
  });

  test(`a picture asks for its words by ${name}`, async ({ browser }) => {
    await checkImage(await open(browser), press);
  });
}

test("lists nest, the toolbar is one stop, and every way out of the text is open", async ({
  browser,
}) => {
  const editor = await open(browser);
  await checkLists(editor);
  await checkOneTabStop(editor);
  await checkWaysOut(editor);
});

test("composing Chinese is never disturbed, and no markdown is guessed", async ({ browser }) => {
  const editor = await open(browser);
  await checkComposition(editor);
  await checkKeysWhileComposing(editor);
  await checkNoMarkdown(editor);
});

test("what is pasted arrives as nodes of ours", async ({ browser }) => {
  const editor = await open(browser);
  await checkPlainText(editor);
  await checkInlinePaste(editor);
  await checkTableIntoCell(editor);
  await checkPastedImage(editor);
});

test("keys typed are keys kept", async ({ browser }) => {
  const figures = await measureTyping(await open(browser), 40);
  expect(figures.keys).toBeGreaterThan(0);
});
