import { $insertNodeToNearestRoot } from "@lexical/utils";
import type { LexicalNode } from "lexical";
import {
  $createNodeSelection,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $setSelection,
} from "lexical";
import type { ImageFields } from "../nodes/image-node.ts";
import { $createImageNode, $isImageNode } from "../nodes/image-node.ts";
import { $createRuleNode } from "../nodes/rule-node.ts";

/** The one thing that is selected as a whole, if one is. */
export function $chosenNode(): LexicalNode | null {
  const selection = $getSelection();
  const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
  return others.length === 0 ? (node ?? null) : null;
}

export function $insertImage(fields: Partial<ImageFields>): void {
  const image = $insertNodeToNearestRoot($createImageNode(fields));
  $selectBlock(image.getKey());
}

export function $changeImage(key: string, fields: Partial<ImageFields>): void {
  const node = $getNodeByKey(key);
  if ($isImageNode(node)) node.setFields(fields);
}

export function $removeNode(key: string): void {
  const node = $getNodeByKey(key);
  node?.selectNext();
  node?.remove();
}

export function $insertRule(): void {
  $insertNodeToNearestRoot($createRuleNode());
}

export function $selectBlock(key: string): void {
  const selection = $createNodeSelection();
  selection.add(key);
  $setSelection(selection);
}
