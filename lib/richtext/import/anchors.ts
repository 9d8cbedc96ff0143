/** Places within a page that its own links lead to. Every heading of Word has a name; those that nothing leads to are left. */
import { anchorNameIn, tidyAnchorName } from "../anchors.ts";
import type { Element, Parent } from "./tree.ts";
import { attributeOf, isElement, isLink, namesOf, nodesIn } from "./tree.ts";

/** The same page, written as itself or by its whole address. */
function nameLinkedTo(href: string, baseUrl: string | undefined): string | null {
  const address = href.trim();
  if (address.startsWith("#")) return anchorNameIn(address);
  if (baseUrl === undefined || !address.includes("#") || !URL.canParse(address, baseUrl))
    return null;
  const url = new URL(address, baseUrl);
  const { hash } = url;
  url.hash = "";
  return url.href === new URL(baseUrl).href ? anchorNameIn(hash) : null;
}

export type Anchors = {
  /** Names by the element that has them. */
  places: ReadonlyMap<Element, string>;
  /** `#name` for a link that leads to one of them. */
  hrefOf: (href: string) => string | null;
};

/** @param baseUrl address of the page */
export function findAnchors(root: Parent, baseUrl: string | undefined): Anchors {
  const elements = nodesIn(root).filter(isElement);
  const wanted = new Set(
    elements.flatMap((element) =>
      isLink(element) ? (nameLinkedTo(attributeOf(element, "href"), baseUrl) ?? []) : [],
    ),
  );
  const places = new Map<Element, string>();
  for (const element of wanted.size > 0 ? elements : []) {
    // As browsers do: the name as it is written, else as an address writes it.
    const name = namesOf(element)
      .flatMap((one) => [tidyAnchorName(one), anchorNameIn(`#${one}`)])
      .find((one) => one !== null && wanted.delete(one));
    if (name) places.set(element, name);
  }
  const found = new Set(places.values());
  const hrefOf = (href: string) => {
    const name = nameLinkedTo(href, baseUrl);
    return name !== null && found.has(name) ? `#${encodeURIComponent(name)}` : null;
  };
  return { places, hrefOf };
}

/** Of a page without links within itself, which most are. */
export const NO_ANCHORS: Anchors = { places: new Map(), hrefOf: () => null };
