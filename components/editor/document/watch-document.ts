import type { LexicalEditor } from "lexical";
import { BLUR_COMMAND, COMMAND_PRIORITY_LOW, HISTORY_MERGE_TAG, mergeRegister } from "lexical";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { tidyDocument } from "./tidy-document.ts";

const QUIET_MS = 300;

export type DocumentWatch = {
  /** The document as it stands now; announces it first if it has changed. */
  flush: () => RichTextDocument;
  stop: () => void;
};

type Listener = {
  /** At every change, at once: nothing is read yet. */
  touched: () => void;
  /** When the typing rests, and on blur. */
  changed: (document: RichTextDocument) => void;
};

/**
 * Tells of changes. A document that was only opened is never announced, and `flush` gives it back as
 * it came, whatever Lexical tidied while reading it.
 */
export function watchDocument(
  editor: LexicalEditor,
  initial: RichTextDocument | null,
  { touched, changed }: Listener,
): DocumentWatch {
  // Lexical's own repairs of the loaded document come first, and are nobody's change.
  editor.update(() => undefined, { discrete: true, tag: HISTORY_MERGE_TAG });
  const read = () => tidyDocument(editor.getEditorState().toJSON());
  let latest = read();
  let written = JSON.stringify(latest);
  latest = initial ?? latest;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = () => {
    if (timer === null) return latest;
    clearTimeout(timer);
    timer = null;
    const document = read();
    const text = JSON.stringify(document);
    if (text === written) return latest;
    [latest, written] = [document, text];
    changed(document);
    return latest;
  };
  const unregister = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(flush, QUIET_MS);
      touched();
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        // After the update that the blur itself may bring.
        queueMicrotask(flush);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
  const stop = () => {
    unregister();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return { flush, stop };
}
