import type { LexicalEditor } from "lexical";
import { $getSelection, $isRangeSelection } from "lexical";

/**
 * Lexical 0.52 waits after a press of the pointer for the browser to say that the selection changed,
 * and takes the next time it does for the pointer's doing. A click where the caret already stands
 * changes nothing, so a later change by keys (choosing cells, going to a picture) was taken back.
 */
export function registerClickSettling(editor: LexicalEditor): () => void {
  const onClick = () => {
    queueMicrotask(() => {
      const hasCaret = editor.getEditorState().read(() => $isRangeSelection($getSelection()));
      if (hasCaret) document.dispatchEvent(new Event("selectionchange"));
    });
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener("click", onClick);
    root?.addEventListener("click", onClick);
  });
}
