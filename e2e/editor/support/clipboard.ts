/** Pastes as a browser does, with whatever clipboard one wishes. */
import type { EditorPage } from "./editor-page.ts";
import { textOf } from "./editor-page.ts";

export type Clipboard = {
  html?: string;
  text?: string;
  files?: { name: string; type: string; base64: string }[];
};

export async function paste(editor: EditorPage, clipboard: Clipboard): Promise<void> {
  await textOf(editor).evaluate((element, { html, text, files = [] }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData("text/html", html);
    if (text !== undefined) data.setData("text/plain", text);
    for (const { name, type, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    const event = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    (document.activeElement === element
      ? element
      : (document.activeElement ?? element)
    ).dispatchEvent(event);
  }, clipboard);
}
