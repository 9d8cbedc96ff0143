import {
  heading,
  lineBreak,
  list,
  listItem,
  paragraph,
  quoteOfBlocks,
  quoteOfWords,
} from "../build.ts";
import { MAX_LIST_NUMBER } from "../limits.ts";
import type { CellBlock, Inline, List, ListItem, PlainBlock, Quote, Table } from "../nodes.ts";
import type { FlatBlock, ItemFrame, ListFrame } from "./flat.ts";

/** HTML has no callouts, so none comes from it. */
type Folded = CellBlock | Table;

type OpenList = { frame: ListFrame; node: List; last: { frame: ItemFrame; node: ListItem } | null };

/** Folds a row of lines and things back into quotes and lists. */
export function foldBlocks(flat: readonly FlatBlock[]): Folded[] {
  return runsOfOneQuote(flat).flatMap((run): Folded[] => {
    const folded = foldLists(run);
    const isQuote = run[0] !== undefined && quoteOf(run[0]) !== null;
    return isQuote ? [quote(folded.filter((block) => isPlain(block)))] : folded;
  });
}

function quote(blocks: PlainBlock[]): Folded {
  const [only, ...others] = blocks;
  // Lexical's older and simpler form of quote, where it is enough.
  const isWords = only?.type === "paragraph" && others.length === 0;
  return isWords ? { ...quoteOfWords(only.children), format: only.format } : quoteOfBlocks(blocks);
}

// A quote cannot hold a table, so around one it is two quotes.
function quoteOf(block: FlatBlock): FlatBlock["place"]["quote"] {
  return block.node?.type === "table" ? null : block.place.quote;
}

function runsOfOneQuote(flat: readonly FlatBlock[]): FlatBlock[][] {
  const runs: FlatBlock[][] = [];
  for (const [index, block] of flat.entries()) {
    const before = flat[index - 1];
    if (before && quoteOf(before) === quoteOf(block)) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

function foldLists(flat: readonly FlatBlock[]): Exclude<Folded, Quote>[] {
  const blocks: Exclude<Folded, Quote>[] = [];
  const open: OpenList[] = [];
  for (const block of flat) {
    if (block.node !== null || block.place.item === null) {
      // A picture or table inside an item ends the list; what follows it opens the list again.
      open.length = 0;
      blocks.push(block.node ?? lineBlock(block.place, block.words));
      continue;
    }
    const isTop = openLists(open, block.place.item.list);
    if (isTop && open[0]) blocks.push(open[0].node);
    addToItem(open, block.place.item, block);
  }
  return blocks;
}

function lineBlock({ headingTag, alignment }: FlatBlock["place"], words: Inline[]) {
  return headingTag ? heading(headingTag, words, alignment) : paragraph(words, alignment);
}

/** Closes and opens lists until `wanted` is the innermost; true when the outermost is a new one. */
function openLists(open: OpenList[], wanted: ListFrame): boolean {
  const chain: ListFrame[] = [];
  for (let frame: ListFrame | null = wanted; frame; frame = frame.parent) chain.unshift(frame);
  const different = chain.findIndex((frame, depth) => open[depth]?.frame !== frame);
  open.length = different < 0 ? chain.length : different;
  const isTop = open.length === 0;
  for (const frame of chain.slice(open.length)) {
    const start = frame.listType === "number" ? numberOf(frame) : 1;
    const node = list(frame.listType, [], start);
    const parent = open.at(-1);
    if (parent) {
      parent.node.children.push(listItem([node], numberOf(parent.frame), open.length - 1));
      parent.last = null;
    }
    open.push({ frame, node, last: null });
  }
  return isTop;
}

function addToItem(open: OpenList[], frame: ItemFrame, block: FlatBlock & { node: null }): void {
  const top = open.at(-1);
  if (!top) return;
  if (top.last?.frame === frame) {
    // Not spread into push: the words of one line may be more than a call can take.
    for (const word of [lineBreak(), ...block.words]) top.last.node.children.push(word);
    return;
  }
  const node = listItem([...block.words], numberOf(top.frame), open.length - 1);
  node.format = block.place.alignment;
  top.frame.next += 1;
  top.node.children.push(node);
  top.last = { frame, node };
}

function numberOf(frame: ListFrame): number {
  return Math.min(frame.next, MAX_LIST_NUMBER);
}

function isPlain(block: Folded): block is PlainBlock {
  return block.type !== "table" && block.type !== "quote";
}
