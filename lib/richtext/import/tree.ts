/** Looking around in what parse5 read. */
import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** In reading order. */
export function nodesIn(root: Parent, most = Number.POSITIVE_INFINITY): Node[] {
  const found: Node[] = [];
  const waiting: Node[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.push(node) >= most) break;
    if (isElement(node)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return found;
}

export function attributeOf(element: Element, name: string): string {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? "";
}

export function isLink(element: Element): boolean {
  return element.tagName === "a";
}

/** What links may call an element: `id`, and of an old anchor `name`. */
export const namesOf = (element: Element): string[] =>
  [attributeOf(element, "id"), isLink(element) ? attributeOf(element, "name") : ""].filter(
    (name) => name !== "",
  );
