import type { DefaultTreeAdapterTypes } from "parse5";
import { defaultTreeAdapter, parseFragment } from "parse5";

// Well-formed HTML has less than one element for three characters ("<p>"). Unclosed formatting is
// re-opened by the HTML algorithm in every paragraph: 80 KB could ask for two million elements.
const FREE_ELEMENTS = 50_000;
const ELEMENTS_PER_CHARACTER = 0.5;
// Five times what a document may hold (MAX_NODES); beyond it only the words are worth their memory.
const MAX_ELEMENTS = 100_000;
const FORMATTING = /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b[^<>]*>/gi;

class TooManyElements extends Error {}

/** Parses any string in time and memory proportional to its length. */
export function parseHtml(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  return (
    parseBounded(html) ??
    parseBounded(html.replace(FORMATTING, "")) ??
    parseFragment(html.replace(/<[^<>]*>/g, " ").replaceAll("<", "&lt;"))
  );
}

function parseBounded(html: string): DefaultTreeAdapterTypes.DocumentFragment | null {
  let elementsLeft = Math.min(MAX_ELEMENTS, FREE_ELEMENTS + html.length * ELEMENTS_PER_CHARACTER);
  const createElement: typeof defaultTreeAdapter.createElement = (...asked) => {
    elementsLeft -= 1;
    if (elementsLeft < 0) throw new TooManyElements();
    return defaultTreeAdapter.createElement(...asked);
  };
  try {
    return parseFragment(html, { treeAdapter: { ...defaultTreeAdapter, createElement } });
  } catch (error) {
    if (error instanceof TooManyElements) return null;
    throw error;
  }
}
