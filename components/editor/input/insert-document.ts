import { $isQuoteNode } from "@lexical/rich-text";
import { $findCellNode } from "@lexical/table";
import type { LexicalEditor, LexicalNode, SerializedLexicalNode } from "lexical";
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $parseSerializedNode,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from "lexical";
import { cleanText } from "#lib/richtext/characters.ts";
import type { Block } from "#lib/richtext/nodes.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";

/** Puts a document in where the caret is, as pasting does: a lone paragraph joins the line. */
export function $insertDocument(editor: LexicalEditor, document: RichTextDocument): void {
  const selection = $getSelection() ?? $getRoot().selectEnd();
  const [node] = selection.getNodes();
  const isNarrow = node ? $findCellNode(node) !== null || isQuoted(node) : false;
  const blocks = isNarrow ? withoutTables(document.root.children) : document.root.children;
  const nodes = blocks.map((block) => $parseSerializedNode(block as SerializedLexicalNode));
  $insertBlocks(editor, nodes);
}

/** Lines become paragraphs. */
export function $insertPlainText(editor: LexicalEditor, text: string): void {
  const lines = cleanText(text).replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const nodes = lines.map((line) => $createParagraphNode().append($createTextNode(line)));
  $insertBlocks(editor, nodes);
}

function $insertBlocks(editor: LexicalEditor, nodes: LexicalNode[]): void {
  const selection = $getSelection() ?? $getRoot().selectEnd();
  const [first, ...others] = nodes;
  const isLine = $isParagraphNode(first) && others.length === 0;
  const inserted = isLine && $isRangeSelection(selection) ? first.getChildren() : nodes;
  const payload = { nodes: inserted, selection };
  if (editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, payload)) return;
  selection.insertNodes(inserted);
}

function isQuoted(node: LexicalNode): boolean {
  const quote = $findMatchingParent(node, $isQuoteNode);
  return quote?.isShadowRoot() === true;
}

// A single table pasted into a table fills its cells, which Lexical does itself.
function withoutTables(blocks: readonly Block[]): Block[] {
  if (blocks.length === 1) return [...blocks];
  return blocks.flatMap((block): Block[] =>
    block.type === "table"
      ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
      : [block],
  );
}
