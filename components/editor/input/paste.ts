import type { LexicalEditor } from "lexical";
import {
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from "lexical";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import type { EditorWordKey } from "../editor-words.ts";
import { $insertDocument, $insertPlainText } from "./insert-document.ts";
import { moveCaretTo } from "./move-caret.ts";

export type PasteHost = {
  pasteHtml: (html: string) => Promise<RichTextDocument>;
  takeImages: ((files: File[]) => void) | null;
  announce: (key: EditorWordKey | null) => void;
};

type Carried = { html: string; text: string; images: File[] };

const OWN_TYPES = ["application/x-lexical-editor", "application/x-lexical-drag"];
const HAS_WORDS = /[^\s<>]/;

/** Everything from outside goes through the server's reader, so that nothing comes in unread. */
export function registerPaste(editor: LexicalEditor, host: PasteHost): () => void {
  // One after the other: two quick pastes must not change places.
  let queue = Promise.resolve();
  const take = (data: DataTransfer | null): boolean => {
    if (!data || OWN_TYPES.some((type) => data.types.includes(type))) return false;
    const carried = read(data);
    if (carried.images.length > 0 && !hasWords(carried.html) && host.takeImages) {
      host.takeImages(carried.images);
      return true;
    }
    if (carried.html === "" && carried.text === "") return false;
    queue = queue.then(() => insert(editor, host, carried));
    return true;
  };
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!("clipboardData" in event) || !take(event.clipboardData)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const data = event.dataTransfer;
        if (!data || OWN_TYPES.some((type) => data.types.includes(type))) return false;
        event.preventDefault();
        moveCaretTo(editor, event.clientX, event.clientY);
        take(data);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

function read(data: DataTransfer): Carried {
  return {
    html: data.getData("text/html"),
    text: data.getData("text/plain"),
    images: [...data.files].filter(({ type }) => type.startsWith("image/")),
  };
}

/** A browser that copies one picture adds an `<img>` beside the file; Office adds a picture of the words. */
function hasWords(html: string): boolean {
  return HAS_WORDS.test(html.replace(/<!--.*?-->|<(style|title)\b.*?<\/\1>|<[^>]*>/gis, ""));
}

async function insert(editor: LexicalEditor, host: PasteHost, carried: Carried): Promise<void> {
  const document = carried.html === "" ? null : await readHtml(host, carried.html);
  editor.update(
    () => {
      if (document && document.root.children.length > 0) $insertDocument(editor, document);
      else $insertPlainText(editor, carried.text);
    },
    { tag: PASTE_TAG },
  );
}

async function readHtml(host: PasteHost, html: string): Promise<RichTextDocument | null> {
  host.announce("paste.reading");
  try {
    const document = await host.pasteHtml(html);
    host.announce(null);
    return document;
  } catch {
    // The server is away or refused; the words are what must not be lost.
    host.announce("paste.plain");
    return null;
  }
}
