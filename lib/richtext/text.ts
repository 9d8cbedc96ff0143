import type { Block, Inline, List, Quote } from "./nodes.ts";
import { isInline } from "./nodes.ts";
import type { RichTextDocument } from "./schema.ts";

// Up to its end mark and the quotation marks that close after it.
const SENTENCE = /.*?(?:[。！？!?]+[”’」』）)]*|\.(?=\s)|$)/gsu;

/** A beginning of `max` characters is found in the first so many times `max`, blank lines and all. */
const BEGINNING = 40;

/**
 * What a reader sees, for search, summaries and counting: one line per block, cell, item or line
 * break, notes last. Without alternative texts, which stand in for pictures.
 */
export function plainText(document: RichTextDocument): string {
  const notes: string[] = [];
  const lines = linesOf(document.root.children, notes);
  return [...lines, ...notes]
    .flatMap((line) => line.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * The beginning of a text in whole sentences, at most `max` characters (a surrogate pair is one);
 * a first sentence that is longer is cut and ends in `…`. Lines are joined.
 */
export function firstSentences(text: string, max: number): string {
  const joined = joinLines(text.trimStart().slice(0, max * BEGINNING));
  let summary = "";
  for (const [sentence] of joined.matchAll(SENTENCE)) {
    if (lengthOf(summary + sentence) > max) break;
    summary += sentence;
  }
  if (summary.trim() !== "" || joined === "") return summary.trim();
  return `${[...joined]
    .slice(0, Math.max(0, max - 1))
    .join("")
    .trim()}…`;
}

function linesOf(blocks: readonly Block[], notes: string[]): string[] {
  return blocks.flatMap((block) => blockLines(block, notes));
}

function blockLines(block: Block, notes: string[]): string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [wordsOf(block.children, notes)];
    case "list":
      return listLines(block, notes);
    case "quote":
      return quoteLines(block, notes);
    case "callout":
      return linesOf(block.children, notes);
    case "table":
      return block.children.flatMap((row) =>
        row.children.flatMap((cell) => linesOf(cell.children, notes)),
      );
    case "image":
      return [block.caption];
    case "video":
      return [block.caption, block.transcript];
    case "attachment":
      return [block.title];
    case "horizontalrule":
      return [];
  }
}

function listLines(list: List, notes: string[]): string[] {
  return list.children.flatMap((item) => {
    const inlines = item.children.filter((child): child is Inline => child.type !== "list");
    const words = wordsOf(inlines, notes);
    const nested = item.children.filter((child) => child.type === "list");
    return [words, ...nested.flatMap((inner) => listLines(inner, notes))];
  });
}

function quoteLines(quote: Quote, notes: string[]): string[] {
  const words = quote.children.filter((child): child is Inline => isInline(child));
  const blocks = quote.children.flatMap((child) => (isInline(child) ? [] : [child]));
  return [wordsOf(words, notes), ...linesOf(blocks, notes)];
}

/** The words of one block; a line break is a line break. What its notes say is added to `notes`. */
export function wordsOf(nodes: readonly Inline[], notes: string[] = []): string {
  let words = "";
  for (const node of nodes) {
    if (node.type === "linebreak") words += "\n";
    else if (node.type === "footnote") notes.push(node.text);
    else if (node.type !== "anchor")
      words += node.type === "link" ? wordsOf(node.children) : node.text;
  }
  return words;
}

/** Full-width punctuation carries its own space; after anything else a line break becomes one. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, "\n")
    .replace(/(?<=[\u3000-\u303f\uff00-\uffef])\n/g, "")
    .replace(/\s+/g, " ");
}

/** Characters, without making one string of each. */
function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    length += 1;
  return length;
}
