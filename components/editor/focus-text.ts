import type { LexicalEditor } from "lexical";
import { $getSelection, $isNodeSelection, $setSelection } from "lexical";

/** The keys go to the text again, and what was selected there still is. */
export function focusText(editor: LexicalEditor): void {
  const selection = editor.getEditorState().read(() => $getSelection()?.clone() ?? null);
  if (!$isNodeSelection(selection)) {
    editor.focus();
    return;
  }
  // Lexical focuses by setting the browser's selection, and a chosen picture has none.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(() => $setSelection(selection.clone()), { discrete: true });
}
