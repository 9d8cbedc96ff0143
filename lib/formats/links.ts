/** What pictures and links of a text point to. */
import { pictureAddresses } from "#lib/richtext/import/image.ts";
import { parseHtml } from "#lib/richtext/import/parse.ts";
import type { Element } from "./page-tree.ts";
import { attribute, textOf } from "./page-tree.ts";

/** `raws`: addresses as they are written, the likeliest first; a picture may name several. `words`: those of the link. */
export type Link = { raws: string[]; isPicture: boolean; words: string };

const MAX_WORDS = 300;

export const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, " ").trim();

function rawsOf(element: Element): string[] {
  if (element.tagName === "img") return pictureAddresses((name) => attribute(element, name));
  const href = element.tagName === "a" ? attribute(element, "href") : "";
  return href === "" ? [] : [href];
}

/** Elements directly in it, the last one first. */
const elementsFromEnd = ({ childNodes }: Pick<Element, "childNodes">): Element[] =>
  childNodes.filter((node): node is Element => "tagName" in node).reverse();

/** Those below an element, in reading order. */
export function linksIn(root: Pick<Element, "childNodes">): Link[] {
  const found: Link[] = [];
  const waiting = elementsFromEnd(root);
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const raws = rawsOf(element);
    const isPicture = element.tagName === "img";
    if (raws.length > 0)
      found.push({ raws, isPicture, words: squeeze(textOf(element, MAX_WORDS)) });
    waiting.push(...elementsFromEnd(element));
  }
  return found;
}

/** Those of a piece of HTML, whatever it is. */
export const linksOf = (html: string): Link[] => linksIn(parseHtml(html));
