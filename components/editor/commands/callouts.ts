import { $isQuoteNode } from "@lexical/rich-text";
import { $isTableNode } from "@lexical/table";
import { $unwrapNode } from "@lexical/utils";
import type { LexicalEditor } from "lexical";
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
} from "lexical";
import type { CalloutKind } from "#lib/richtext/callouts.ts";
import type { CalloutNode } from "../nodes/callout-node.ts";
import { $createCalloutNode, $isCalloutNode } from "../nodes/callout-node.ts";
import { $selectedBlocks } from "./blocks.ts";

export function $calloutAtSelection(): CalloutNode | null {
  const [node] = $getSelection()?.getNodes() ?? [];
  return node ? $findMatchingParent(node, $isCalloutNode) : null;
}

/** Only blocks of the text itself, and no quotes or tables: a callout holds none. */
export function $canCallout(): boolean {
  if ($calloutAtSelection()) return true;
  return $selectedBlocks().every(
    (block) => $isRootNode(block.getParent()) && !$isQuoteNode(block) && !$isTableNode(block),
  );
}

/** Puts the selected blocks into a callout, or gives the one they are in another kind. */
export function $setCallout(kind: CalloutKind): void {
  const around = $calloutAtSelection();
  if (around) {
    around.setKind(kind);
    return;
  }
  const blocks = $selectedBlocks();
  const [first] = blocks;
  if (!first || !$canCallout()) return;
  const callout = $createCalloutNode(kind);
  first.insertBefore(callout);
  callout.append(...blocks);
  // Somewhere to go on writing.
  if (callout.getNextSibling() === null) callout.insertAfter($createParagraphNode());
}

/** The blocks stay, without their frame. */
export function $removeCallout(key: string): void {
  const node = $getNodeByKey(key);
  if ($isCalloutNode(node)) $unwrapNode(node);
}

/** Enter on an empty last line leaves the callout, as it leaves a list. */
export function registerCalloutEnd(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    INSERT_PARAGRAPH_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const line = selection.anchor.getNode();
      const callout = line.getParent();
      const isLast = $isCalloutNode(callout) && callout.getLastChild()?.is(line);
      if (!$isParagraphNode(line) || !line.isEmpty() || !isLast) return false;
      if (callout.getChildrenSize() < 2) return false;
      callout.insertAfter(line);
      line.select();
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
