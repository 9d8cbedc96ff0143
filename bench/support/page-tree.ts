/** A citizen's page as a tree: what it says and where it leads. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => "tagName" in node;
const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);

export const attributeOf = (element: Element, name: string): string | null =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? null;

/** Every element below, in the order of the page. */
export function elementsOf(root: Node): Element[] {
  return childrenOf(root).flatMap((node) =>
    isElement(node) ? [node, ...elementsOf(node)] : elementsOf(node),
  );
}

export const hasClass = (element: Element, name: string): boolean =>
  (attributeOf(element, "class") ?? "").split(" ").includes(name);

/** Words of an element, blanks left out: line breaks of a drawing are not content. */
export function wordsOf(node: Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value.replace(/\s+/g, "");
  if (isElement(node) && (node.tagName === "script" || node.tagName === "style")) return "";
  return childrenOf(node).map(wordsOf).join("");
}

export const readPage = (html: string): Element[] => elementsOf(parse(html));
