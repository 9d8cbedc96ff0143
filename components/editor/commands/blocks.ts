import type { HeadingTagType } from "@lexical/rich-text";
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
} from "@lexical/rich-text";
import { $setBlocksType } from "@lexical/selection";
import { $isTableNode } from "@lexical/table";
import { $unwrapNode } from "@lexical/utils";
import type { LexicalNode } from "lexical";
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRootOrShadowRoot,
} from "lexical";

/** The blocks the selection touches: children of the root, of a cell, of a quote of blocks. */
export function $selectedBlocks(): LexicalNode[] {
  const blocks = new Map<string, LexicalNode>();
  for (const node of $getSelection()?.getNodes() ?? []) {
    const block = $findMatchingParent(node, (one) => $isRootOrShadowRoot(one.getParent()));
    if (block) blocks.set(block.getKey(), block);
  }
  return [...blocks.values()];
}

export function $makeParagraphs(): void {
  $setBlocksType($getSelection(), () => $createParagraphNode());
}

/** Asked again for the heading it is, a heading becomes a paragraph. */
export function $toggleHeading(tag: HeadingTagType): void {
  const blocks = $selectedBlocks();
  const isSame = blocks.every((block) => $isHeadingNode(block) && block.getTag() === tag);
  if (isSame && blocks.length > 0) $makeParagraphs();
  else $setBlocksType($getSelection(), () => $createHeadingNode(tag));
}

/** One paragraph becomes a quote of words, several blocks one quote around them; and back. */
export function $toggleQuote(): void {
  const blocks = $selectedBlocks();
  const quote = blocks.map((block) => $findMatchingParent(block, $isQuoteNode)).find(Boolean);
  if (quote) {
    if (quote.isShadowRoot()) $unwrapNode(quote);
    else $makeParagraphs();
    return;
  }
  const [first, ...others] = blocks;
  if (!first || blocks.some((block) => $isTableNode(block))) return;
  if (others.length === 0 && ($isParagraphNode(first) || $isHeadingNode(first))) {
    $setBlocksType($getSelection(), () => $createQuoteNode());
    return;
  }
  const around = $createQuoteNode({ shadowRoot: true });
  first.insertBefore(around);
  around.append(...blocks);
}
