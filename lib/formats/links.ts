/** What pictures and links of a text point to. */
import { pictureAddresses } from "#lib/richtext/import/image.ts";
import { parseHtml } from "#lib/richtext/import/parse.ts";
import type { Element } from "./page-tree.ts";
import { attribute, textOf } from "./page-tree.ts";

/** `raws`: addresses as they are written, the likeliest first; a picture may name several. `words`: those of the link. */
export type Link = { raws: string[]; isPicture: boolean; words: string };

const MAX_WORDS = 300;
/** Unclosed links lie in each other: whoever reads all of each, reads the square of them. */
const MAX_NODES = 500;

export const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, " ").trim();

function rawsOf(element: Element): string[] {
  if (element.tagName === "img") return pictureAddresses((name) => attribute(element, name));
  const href = element.tagName === "a" ? attribute(element, "href") : "";
  return href === "" ? [] : [href];
}

/** Elements directly in it, the last one first. */
const elementsFromEnd = ({ childNodes }: Pick<Element, "childNodes">): Element[] =>
  childNodes.filter((node): node is Element => "tagName" in node).reverse();

/** Names of what stands where a picture is still to be loaded. */
const WAITING =
  /(?:^|[/_-])(?:loading|blank|placeholder|lazy|spacer|gr[ea]y|transparent|pixel|1x1)[^/]*$/i;

/**
 * Pictures that are loaded late without what they show until then: one picture for several, or named so. A page
 * that a browser saved has the picture itself there.
 */
function withoutWaiting(links: readonly Link[]): Link[] {
  const meant = new Map<string, Set<string>>();
  for (const { raws, isPicture } of links) {
    const [late, shown] = [raws[0], raws.at(-1)];
    if (!isPicture || raws.length < 2 || late === undefined || shown === undefined) continue;
    meant.set(shown, (meant.get(shown) ?? new Set()).add(late));
  }
  const isWaiting = (raw: string) => (meant.get(raw)?.size ?? 0) > 1 || WAITING.test(raw);
  return links.map((link) =>
    link.isPicture && link.raws.length > 1 && isWaiting(link.raws.at(-1) ?? "")
      ? { ...link, raws: link.raws.slice(0, -1) }
      : link,
  );
}

/** Those below an element, in reading order. */
export function linksIn(root: Pick<Element, "childNodes">): Link[] {
  const found: Link[] = [];
  const waiting = elementsFromEnd(root);
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const raws = rawsOf(element);
    const isPicture = element.tagName === "img";
    if (raws.length > 0) {
      const words = squeeze(textOf(element, MAX_WORDS, MAX_NODES));
      found.push({ raws, isPicture, words });
    }
    waiting.push(...elementsFromEnd(element));
  }
  return withoutWaiting(found);
}

/** Those of a piece of HTML, whatever it is. */
export const linksOf = (html: string): Link[] => linksIn(parseHtml(html));
