import {
  $getNodeByKey,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
} from "lexical";
import type { FootnoteNode } from "../nodes/footnote-node.ts";
import { $createFootnoteNode, $isFootnoteNode } from "../nodes/footnote-node.ts";
import { $chosenNode } from "./images.ts";
import { $linkAtSelection } from "./links.ts";

/** The note whose mark is selected, or stands right before or after the caret. */
export function $footnoteAtSelection(): FootnoteNode | null {
  const chosen = $chosenNode();
  if ($isFootnoteNode(chosen)) return chosen;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { offset } = selection.anchor;
  const at = selection.anchor.getNode();
  const beside = $isElementNode(at)
    ? [at.getChildAtIndex(offset - 1), at.getChildAtIndex(offset)]
    : [
        offset === 0 ? at.getPreviousSibling() : null,
        $isTextNode(at) && offset === at.getTextContentSize() ? at.getNextSibling() : null,
      ];
  return beside.find((node) => $isFootnoteNode(node)) ?? null;
}

/** After the selected words, or after the link they stand in: a mark cannot be one. */
export function $insertFootnote(text: string): void {
  const note = $createFootnoteNode(text);
  const link = $linkAtSelection();
  const selection = $getSelection();
  if (link) link.insertAfter(note);
  else {
    if ($isRangeSelection(selection) && !selection.isCollapsed()) {
      const end = selection.isBackward() ? selection.anchor : selection.focus;
      const { key, offset, type } = end;
      selection.anchor.set(key, offset, type);
      selection.focus.set(key, offset, type);
    }
    $insertNodes([note]);
  }
  note.selectNext(0, 0);
}

export function $changeFootnote(key: string, text: string): void {
  const node = $getNodeByKey(key);
  if ($isFootnoteNode(node)) node.setText(text);
}

export function $removeFootnote(key: string): void {
  const node = $getNodeByKey(key);
  if (!$isFootnoteNode(node)) return;
  node.selectPrevious();
  node.remove();
}
