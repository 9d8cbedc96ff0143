/** A parsed page with what is needed to find things in it; its own lists stand in for recursion. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { parse } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

const SILENT = new Set(
  "script style template noscript iframe object embed svg select textarea head title button form".split(
    " ",
  ),
);
const BREAKS = new Set(
  "p div li tr td th br h1 h2 h3 h4 h5 h6 dt dd table ul ol section article header footer nav main aside figure hr blockquote".split(
    " ",
  ),
);

/** Elements of a page are kept up to here; a page that is larger is not a page. */
const MAX_NODES = 300_000;

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((attr) => attr.name === name)?.value ?? "";

const isElement = (node: Node | DefaultTreeAdapterTypes.ParentNode): node is Element =>
  "tagName" in node;

/** All elements in reading order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = parse(html).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    if (found.length > MAX_NODES) break;
    if (!("content" in node)) waiting.push(...node.childNodes.toReversed());
  }
  return found;
}

export const isSilent = (element: Element): boolean =>
  SILENT.has(element.tagName) || /display\s*:\s*none/i.test(attribute(element, "style"));

/** The children of an element in the order in which they are taken from a list's end; blocks between line ends. */
function insideOf(element: Element): (Node | "\n")[] {
  const inside: (Node | "\n")[] = [...element.childNodes].reverse();
  return BREAKS.has(element.tagName) ? ["\n", ...inside, "\n"] : inside;
}

/** The words of an element, a line for each block, without scripts and controls. */
export function textOf(
  root: Element,
  maxCharacters = Number.POSITIVE_INFINITY,
  maxNodes = Number.POSITIVE_INFINITY,
): string {
  let text = "";
  let nodes = 0;
  const waiting: (Node | "\n")[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1;
    if (text.length > maxCharacters || nodes > maxNodes) break;
    if (node === "\n") text += "\n";
    else if ("value" in node) text += node.value.replace(/\s+/g, " ");
    else if (isElement(node) && !isSilent(node)) waiting.push(...insideOf(node));
  }
  return text;
}

/** The ancestors of an element, nearest first. */
export function ancestorsOf(element: Element): Element[] {
  const line: Element[] = [];
  let parent = element.parentNode;
  while (parent && "tagName" in parent) {
    line.push(parent);
    parent = parent.parentNode;
  }
  return line;
}
