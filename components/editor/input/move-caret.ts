import type { LexicalEditor } from "lexical";
import { $createRangeSelectionFromDom, $setSelection } from "lexical";

/** To where something was dropped; stays where it was when that is no place for a caret. */
export function moveCaretTo(editor: LexicalEditor, x: number, y: number): void {
  const root = editor.getRootElement();
  const range = root && rangeAt(root.ownerDocument, x, y);
  if (!root || !range || !root.contains(range.startContainer)) return;
  const dom = root.ownerDocument.getSelection();
  dom?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.startContainer,
    range.startOffset,
  );
  const selection = $createRangeSelectionFromDom(dom, editor);
  if (selection) $setSelection(selection);
}

function rangeAt(document: Document, x: number, y: number): Range | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (!position) return null;
  const range = document.createRange();
  range.setStart(position.offsetNode, position.offset);
  return range;
}
