import type { ListItemNode } from "@lexical/list";
import { $insertList, $isListItemNode, $isListNode, $removeList } from "@lexical/list";
import type { BaseSelection, LexicalEditor, LexicalNode } from "lexical";
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
} from "lexical";
import { MAX_INDENT } from "#lib/richtext/limits.ts";
import { $selectedBlocks } from "./blocks.ts";

export type ListKind = "bullet" | "number";

/** The innermost item the selection begins in. */
export function $itemAt(selection: BaseSelection | null): ListItemNode | null {
  const [node] = selection?.getNodes() ?? [];
  return node ? $findMatchingParent(node, $isListItemNode) : null;
}

export function $listKindAt(selection: BaseSelection | null): ListKind | null {
  const list = $itemAt(selection)?.getParent();
  if (!$isListNode(list)) return null;
  return list.getListType() === "number" ? "number" : "bullet";
}

export function $toggleList(kind: ListKind): void {
  if ($listKindAt($getSelection()) === kind) $removeList();
  else $insertList(kind);
}

/** Only below an item that stands before it, and no deeper than a document may. */
export function $canIndentItem(item: ListItemNode): boolean {
  return item.getPreviousSibling() !== null && item.getIndent() < MAX_INDENT;
}

export function indentOf(node: LexicalNode | null | undefined): number {
  return $isElementNode(node) ? node.getIndent() : 0;
}

/** Whether the selection can go one step to the right. */
export function $canIndent(): boolean {
  const item = $itemAt($getSelection());
  if (item) return $canIndentItem(item);
  return $selectedBlocks().every((block) => indentOf(block) < MAX_INDENT);
}

/** Holds every way to indent (button, key, other code) to the bounds of a document. */
export function registerIndentBounds(editor: LexicalEditor): () => void {
  return editor.registerCommand(INDENT_CONTENT_COMMAND, () => !$canIndent(), COMMAND_PRIORITY_HIGH);
}
