import { $isListItemNode } from "@lexical/list";
import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import type { LexicalNode, TextNode } from "lexical";
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
} from "lexical";
import { $makeParagraphs, $selectedBlocks } from "./blocks.ts";

/** Back to plain paragraphs; without a selection, the block the caret stands in. */
export function $clearFormatting(): void {
  const selection = $getSelection();
  if (!selection) return;
  const blocks = $selectedBlocks();
  const isCaret = $isRangeSelection(selection) && selection.isCollapsed();
  const texts = isCaret ? blocks.flatMap($textsOf) : selection.extract().filter($isTextNode);
  for (const text of texts) text.setFormat(0);
  if ($isRangeSelection(selection)) selection.setFormat(0);
  for (const block of new Set(texts.flatMap($blockOf))) {
    block.setFormat("");
    if (!$isListItemNode(block)) block.setIndent(0);
  }
  if (blocks.some((block) => $isHeadingNode(block) || $isWordsQuote(block))) $makeParagraphs();
}

function $isWordsQuote(node: LexicalNode): boolean {
  return $isQuoteNode(node) && !node.isShadowRoot();
}

function $textsOf(node: LexicalNode): TextNode[] {
  return $isElementNode(node) ? node.getAllTextNodes() : [];
}

function $blockOf(text: TextNode) {
  const block = $findMatchingParent(text, (node) => $isElementNode(node) && !node.isInline());
  return $isElementNode(block) ? [block] : [];
}
