/** The words of HTML by a walker that shares nothing with the importer, to compare it with. */

import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";

const INVISIBLE = new Set(
  (
    "script style template iframe object embed applet audio video canvas noscript noembed noframes " +
    "textarea select input datalist progress meter svg title xml frameset"
  ).split(" "),
);

/** Visible characters in reading order, without white space of any kind or width. */
export function visibleText(html: string): string {
  const words: string[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = parseFragment(html).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === "#text" && "value" in node) words.push(node.value);
    if (!("tagName" in node) || INVISIBLE.has(node.tagName) || isHidden(node)) continue;
    waiting.push(...node.childNodes.toReversed());
  }
  return words.join("").replace(/[\s\p{Cc}\u200b]+/gu, "");
}

function isHidden(element: DefaultTreeAdapterTypes.Element): boolean {
  return element.attrs.some(({ name, value }) => {
    // The mark of a note and the way back to it are the page's own.
    if (name === "role" && /^doc-(?:noteref|backlink)$/.test(value)) return true;
    return name === "hidden" || (name === "style" && /display\s*:\s*none/i.test(value));
  });
}

/** Characters of `wanted` that `got` does not have, in order. */
export function missingInOrder(wanted: string, got: string): number {
  let at = 0;
  let missing = 0;
  for (const character of wanted) {
    const found = got.indexOf(character, at);
    if (found < 0) missing += 1;
    else at = found + character.length;
  }
  return missing;
}

/** Characters of `wanted` that `got` does not have, in whatever order. */
export function lostCharacters(wanted: string, got: string): number {
  const left = new Map<string, number>();
  for (const character of got) left.set(character, (left.get(character) ?? 0) + 1);
  let lost = 0;
  for (const character of wanted) {
    const count = left.get(character) ?? 0;
    if (count === 0) lost += 1;
    left.set(character, count - 1);
  }
  return lost;
}
