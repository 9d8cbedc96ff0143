import { anchor, footnote, lineBreak, link, textRun } from "../build.ts";
import { inOnePiece, isBlank } from "../characters.ts";
import type { Inline } from "../nodes.ts";

/** One `<a>`: words that carry the same frame are one link. */
export type LinkFrame = { url: string };

export type Manner = { bits: number; link: LinkFrame | null };

/** A piece of a line; `text` null is a line break. With a `note`, it is the mark of one; with `anchor`, a place. */
export type Piece = Manner & { text: string | null; note?: string; anchor?: string };

/** Much text is folded part by part: what the whole would leave behind on the way is a multiple of it. */
const PART = 65_536;

function foldPart(raw: string): string {
  // Zero-width spaces come along from web editors and hide words from search.
  return raw.replace(/[\u200b\ufeff]/g, "").replace(/[ \t\n\f\r]+/g, " ");
}

function foldSpace(raw: string): string {
  if (raw.length <= PART) return foldPart(raw);
  let folded = "";
  for (let from = 0; from < raw.length; from += PART) {
    const part = inOnePiece(foldPart(raw.slice(from, from + PART)));
    folded += folded.endsWith(" ") && part.startsWith(" ") ? part.slice(1) : part;
  }
  return folded;
}

/**
 * White space as a browser would show it after these pieces; empty when nothing would show. Table
 * cells keep leading full-width spaces, which show there what belongs under what.
 */
export function visibleSpace(pieces: readonly Piece[], raw: string, isCell: boolean): string {
  const text = foldSpace(raw);
  const last = pieces.at(-1)?.text;
  const isLineStart = typeof last !== "string";
  // Elsewhere they are the author's first-line indent, which the theme draws.
  if (isLineStart && !isCell) return text.trimStart();
  return (isLineStart || last.endsWith(" ")) && text.startsWith(" ") ? text.slice(1) : text;
}

/** Adds text, as one piece with what stands before it when both look alike. */
export function addPiece(pieces: Piece[], text: string, manner: Manner): void {
  const last = pieces.at(-1);
  const isWords = last?.text != null && last.note === undefined && last.anchor === undefined;
  const isAlike = isWords && last.bits === manner.bits && last.link === manner.link;
  if (isAlike) last.text += text;
  else pieces.push({ ...manner, text });
}

/** What stands between the words. */
function markerOf({ note, anchor: name }: Pick<Piece, "note" | "anchor">): Inline | null {
  if (note !== undefined) return footnote(note);
  return name === undefined ? null : anchor(name);
}

/** The nodes of a finished line, without white space at its end. Empty when nothing would show. */
export function inlinesOf(pieces: readonly Piece[]): Inline[] {
  const nodes: Inline[] = [];
  let openFrame: LinkFrame | null = null;
  for (const { text, bits, link: frame, ...marked } of withoutTail(pieces)) {
    const marker = markerOf(marked);
    if (marker) {
      nodes.push(marker);
      openFrame = null;
      continue;
    }
    const node = text === null ? lineBreak() : textRun(text, bits);
    const last = nodes.at(-1);
    if (frame === null) nodes.push(node);
    else if (frame === openFrame && last?.type === "link") last.children.push(node);
    else nodes.push(link(frame.url, [node]));
    openFrame = frame;
  }
  return nodes;
}

/** Takes white space away from the end of a line: nobody sees it there. */
export function trimLine(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last?.text != null; last = pieces.at(-1)) {
    if (last.note !== undefined) return;
    last.text = last.text.trimEnd();
    if (!isBlank(last.text)) return;
    pieces.pop();
  }
}

function withoutTail(pieces: readonly Piece[]): Piece[] {
  const kept = [...pieces];
  trimLine(kept);
  for (; kept.at(-1)?.text === null; trimLine(kept)) kept.pop();
  return kept;
}
