import { $isLinkNode, LinkNode } from "@lexical/link";
import { ListNode } from "@lexical/list";
import { $isQuoteNode, HeadingNode, QuoteNode } from "@lexical/rich-text";
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellNode,
  TableNode,
} from "@lexical/table";
import { $unwrapNode } from "@lexical/utils";
import type { LexicalEditor } from "lexical";
import {
  $createParagraphNode,
  $findMatchingParent,
  $isRootNode,
  mergeRegister,
  TextNode,
} from "lexical";
import { isLinkAddress } from "#lib/richtext/address.ts";
import { cleanText, isBlank } from "#lib/richtext/characters.ts";
import { AnchorNode } from "../nodes/anchor-node.ts";
import { $isCalloutNode, CalloutNode } from "../nodes/callout-node.ts";
import { FootnoteNode } from "../nodes/footnote-node.ts";
import { ALLOWED_FORMATS } from "./fields.ts";

/**
 * Keeps what is on the screen the same as what will be saved: looks and structures a document
 * cannot hold go as soon as they arrive, by whatever way (paste, drop, another tab's editor).
 */
export function registerHouseRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, $tidyText),
    editor.registerNodeTransform(HeadingNode, (heading) => {
      if (heading.getTag() === "h1") heading.setTag("h2");
    }),
    editor.registerNodeTransform(LinkNode, (link) => {
      if (!isLinkAddress(link.getURL())) $unwrapNode(link);
    }),
    editor.registerNodeTransform(ListNode, (list) => {
      if (list.getListType() === "check") list.setListType("bullet");
    }),
    editor.registerNodeTransform(QuoteNode, (quote) => {
      if ($isQuoteNode(quote.getParent())) $unwrapNode(quote);
      else if ($isCalloutNode(quote.getParent())) $unquote(quote);
    }),
    editor.registerNodeTransform(CalloutNode, (callout) => {
      if (!$isRootNode(callout.getParent())) $unwrapNode(callout);
    }),
    editor.registerNodeTransform(FootnoteNode, (note) => {
      if (isBlank(note.getText())) note.remove();
      else if ($isLinkNode(note.getParent())) note.getParent()?.insertAfter(note);
    }),
    editor.registerNodeTransform(AnchorNode, (anchor) => {
      const parent = anchor.getParent();
      if ($isLinkNode(parent)) parent.insertBefore(anchor);
    }),
    editor.registerNodeTransform(TableNode, $tidyTable),
    editor.registerNodeTransform(TableCellNode, $tidyCell),
  );
}

function $unquote(quote: QuoteNode): void {
  if (quote.isShadowRoot()) $unwrapNode(quote);
  else quote.replace($createParagraphNode(), true);
}

function $tidyText(text: TextNode): void {
  const format = text.getFormat();
  if ((format & ALLOWED_FORMATS) !== format) text.setFormat(format & ALLOWED_FORMATS);
  if (text.getStyle() !== "") text.setStyle("");
  const words = text.getTextContent();
  const clean = cleanText(words);
  if (clean !== words) text.setTextContent(clean);
}

function $tidyTable(table: TableNode): void {
  if ($findMatchingParent(table, (node) => !node.is(table) && $isTableNode(node))) {
    for (const block of $cellsOf(table).flatMap((cell) => cell.getChildren())) {
      table.insertBefore(block);
    }
    table.remove();
    return;
  }
  const top = $findMatchingParent(table, (node) => $isRootNode(node.getParent()));
  if (top && !top.is(table)) top.insertAfter(table);
  if (table.getColWidths() !== undefined) table.setColWidths(undefined);
  if (table.getRowStriping()) table.setRowStriping(false);
  if (table.getFrozenRows() > 0) table.setFrozenRows(0);
  if (table.getFrozenColumns() > 0) table.setFrozenColumns(0);
}

function $cellsOf(table: TableNode): TableCellNode[] {
  return table.getChildren().flatMap((row) => {
    return $isTableRowNode(row) ? row.getChildren().filter($isTableCellNode) : [];
  });
}

function $tidyCell(cell: TableCellNode): void {
  if (cell.getWidth() !== undefined) cell.setWidth(undefined);
  if (cell.getBackgroundColor() !== null) cell.setBackgroundColor(null);
  if (cell.getVerticalAlign() !== undefined) cell.setVerticalAlign(undefined);
}
