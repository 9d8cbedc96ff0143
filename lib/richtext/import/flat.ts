/**
 * Between HTML and document: every line or thing in reading order, each knowing the list item,
 * quote and so on that it stands in. HTML may nest these in any way; a flat row cannot be wrong.
 */
import type { Alignment } from "../build.ts";
import { anchor as anchorNode } from "../build.ts";
import { isBlank } from "../characters.ts";
import type { Heading, Image, Inline, Rule, Table } from "../nodes.ts";
import type { Tally } from "./tally.ts";
import type { Manner, Piece } from "./words.ts";
import { addPiece, inlinesOf, trimLine, visibleSpace } from "./words.ts";

/** One `<ul>` or `<ol>`. `next` is the number of its next item. */
export type ListFrame = {
  listType: "bullet" | "number";
  next: number;
  parent: ListFrame | null;
  depth: number;
};

/** One `<li>`. */
export type ItemFrame = { list: ListFrame };

/** One `<blockquote>` or `<figcaption>`: told apart by identity. */
export type Frame = { readonly tag: string };

export type Place = {
  item: ItemFrame | null;
  quote: Frame | null;
  caption: Frame | null;
  headingTag: Heading["tag"] | null;
  alignment: Alignment;
};

export type FlatBlock = { place: Place } & (
  | { node: null; words: Inline[] }
  | { node: Image | Rule | Table }
);

/** The root or one table cell, while it is filled. */
export type Container = {
  blocks: FlatBlock[];
  isCell: boolean;
  line: { place: Place; pieces: Piece[] } | null;
  /** Anchors that stand before the next word. */
  anchors: string[];
};

// A new line that begins with two full-width spaces, or as wide, is how old pages write a paragraph.
const PARAGRAPH_INDENT = /^\s*(?:\u3000{2}|\u00a0{4})/;

export function emptyContainer(isCell: boolean): Container {
  return { blocks: [], isCell, line: null, anchors: [] };
}

export function addText(
  container: Container,
  raw: string,
  at: { place: Place; manner: Manner; tally: Tally },
): void {
  if (isAfterBreak(container) && PARAGRAPH_INDENT.test(raw)) endLine(container);
  const pieces = container.line?.pieces ?? [];
  const text = visibleSpace(pieces, raw, container.isCell);
  const kept = at.tally.take(text);
  if (kept === "") return;
  // Never last in a line: white space there goes.
  if (!isBlank(kept))
    for (const anchor of container.anchors.splice(0))
      pieces.push({ ...at.manner, text: "", anchor });
  addPiece(pieces, kept, at.manner);
  container.line ??= { place: at.place, pieces };
}

/** The mark of a note, where the line stands. */
export function addNote(
  container: Container,
  said: string,
  at: { place: Place; manner: Manner; tally: Tally },
): void {
  const note = at.tally.take(said);
  if (note === "") return;
  container.line ??= { place: at.place, pieces: [] };
  container.line.pieces.push({ ...at.manner, text: "", note });
}

/** A line break; a second one in a row ends the paragraph, one before any word does nothing. */
export function addBreak(container: Container, manner: Manner): void {
  const { line } = container;
  if (!line) return;
  trimLine(line.pieces);
  if (line.pieces.length === 0) container.line = null;
  else if (line.pieces.at(-1)?.text !== null) line.pieces.push({ ...manner, text: null });
  else if (line.place.headingTag === null) endLine(container);
}

export function addNode(container: Container, place: Place, node: Image | Rule | Table): void {
  endLine(container);
  container.blocks.push({ place, node });
}

/** Ends the paragraph, heading or item that is being written; one that shows nothing is forgotten. */
export function endLine(container: Container): void {
  const { line } = container;
  container.line = null;
  if (!line) return;
  const words = inlinesOf(line.pieces);
  if (words.length > 0) container.blocks.push({ place: line.place, node: null, words });
}

/** Places behind the last word are at its end. */
export function endAnchors({ blocks, anchors }: Container): void {
  const last = blocks.findLast((block) => block.node === null);
  if (last?.node === null) last.words.push(...anchors.splice(0).map((name) => anchorNode(name)));
}

function isAfterBreak({ line }: Container): boolean {
  return line?.place.headingTag === null && line.pieces.at(-1)?.text === null;
}
