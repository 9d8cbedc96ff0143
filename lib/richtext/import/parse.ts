import type { DefaultTreeAdapterTypes, ParserOptions } from "parse5";
import { defaultTreeAdapter, Parser, parseFragment } from "parse5";
import { inOnePiece } from "../characters.ts";

// Well-formed HTML has less than one element for three characters ("<p>"). Unclosed formatting is
// re-opened by the HTML algorithm in every paragraph: 80 KB could ask for two million elements.
const FREE_ELEMENTS = 50_000;
const ELEMENTS_PER_CHARACTER = 0.5;
// More than twice what a document may hold (MAX_NODES); beyond it only the words are worth their memory.
const MAX_ELEMENTS = 50_000;
const FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|span|strike|strong|tt|u)\b[^<>]*>/gi;
/** Text that came in pieces is made one string when it has grown by this and by a quarter of itself. */
const LOOSE_CHARACTERS = 65_536;
const LOOSE_SHARE = 0.25;

/** So many characters are replaced in at once. */
const PART = 65_536;
/** And so many parsed: a tag that goes on for megabytes is begun anew with each part. */
const PARSED_PART = 16 * PART;

type TreeAdapter = NonNullable<
  ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>["treeAdapter"]
>;

class TooManyElements extends Error {}

/** Parses any string in time and memory proportional to its length. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  return (
    parseBounded(html) ??
    parseBounded(withoutTags(html, FORMATTING, "")) ??
    parseInParts(withoutTags(html, /<[^<>]*>/g, " ").replaceAll("<", "&lt;"), {
      ...defaultTreeAdapter,
      insertText: flatteningInsert(),
    })
  );
}

/** The parser holds characters until a tag comes: of a million entities, a million objects. So they are taken from it part by part. */
function parseInParts(
  html: string,
  treeAdapter: TreeAdapter,
): DefaultTreeAdapterTypes.DocumentFragment {
  if (html.length <= PARSED_PART) return parseFragment(html, { treeAdapter });
  const parser = Parser.getFragmentParser(null, { treeAdapter });
  for (let from = 0; from < html.length; from += PARSED_PART) {
    parser.tokenizer.write(html.slice(from, from + PARSED_PART), from + PARSED_PART >= html.length);
    if (from + PARSED_PART < html.length) parser.tokenizer.flushCharacters();
  }
  return parser.getFragment();
}

/** Part by part, cut before a tag: a million replacements at once cost many times the text. */
function withoutTags(html: string, tags: RegExp, by: string): string {
  const parts: string[] = [];
  for (let from = 0; from < html.length; ) {
    const next = html.indexOf("<", from + PART);
    const to = next < 0 ? html.length : next;
    parts.push(inOnePiece(html.slice(from, to).replace(tags, by)));
    from = to;
  }
  return parts.join("");
}

function parseBounded(html: string): DefaultTreeAdapterTypes.DocumentFragment | null {
  let left = Math.min(MAX_ELEMENTS, FREE_ELEMENTS + html.length * ELEMENTS_PER_CHARACTER);
  const count = () => {
    left -= 1;
    if (left < 0) throw new TooManyElements();
  };
  const createElement: typeof defaultTreeAdapter.createElement = (...asked) => {
    count();
    return defaultTreeAdapter.createElement(...asked);
  };
  const createCommentNode: typeof defaultTreeAdapter.createCommentNode = (...asked) => {
    count();
    return defaultTreeAdapter.createCommentNode(...asked);
  };
  const insertText = flatteningInsert();
  const treeAdapter = { ...defaultTreeAdapter, createElement, createCommentNode, insertText };
  try {
    return parseInParts(html, treeAdapter);
  } catch (error) {
    if (error instanceof TooManyElements) return null;
    throw error;
  }
}

/** Text comes word by word; it is put together now and then, not only when all of it is there. */
function flatteningInsert(): typeof defaultTreeAdapter.insertText {
  let loose = 0;
  return (parent, text) => {
    defaultTreeAdapter.insertText(parent, text);
    loose += text.length;
    if (loose < LOOSE_CHARACTERS) return;
    const last = parent.childNodes.at(-1);
    if (last?.nodeName !== "#text" || !("value" in last)) return;
    if (loose < last.value.length * LOOSE_SHARE) return;
    loose = 0;
    inOnePiece(last.value);
  };
}
