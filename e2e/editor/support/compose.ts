/** Pinyin through Chromium's own input method door: what a Chinese editor does all day. */
import type { EditorPage } from "./editor-page.ts";

export async function compose(
  { page }: EditorPage,
  steps: string[],
  chosen: string,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send("Input.insertText", { text: chosen });
  await session.detach();
}

/** A key that belongs to the input method: while it composes, nobody else may act on it. */
export async function pressWhileComposing(
  { page }: EditorPage,
  text: string,
  key: string,
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  await session.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key,
    code: key,
    windowsVirtualKeyCode: 229,
  });
  await session.detach();
}
