/** Looks at rendered HTML the way a browser would: parsed again, by a parser and not by a pattern. */

import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";

const ALLOWED_TAGS = new Set(
  (
    "p h2 h3 h4 h5 h6 strong em u s sub sup a br ul ol li blockquote hr figure img figcaption div " +
    "table thead tbody tr th td section video source details summary span"
  ).split(" "),
);
const ALLOWED_ATTRIBUTES = new Set(
  (
    "class href rel src alt width height loading start role tabindex aria-label scope colspan rowspan " +
    "id controls preload poster type download"
  ).split(" "),
);
const ALLOWED_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Everything in the HTML that the renderer may not write; empty means safe. */
export function dangers(html: string): string[] {
  return elementsOf(html).flatMap((element) => {
    const isForeign = !element.namespaceURI.endsWith("/xhtml");
    const tag = isForeign || !ALLOWED_TAGS.has(element.tagName) ? [`<${element.tagName}>`] : [];
    return [...tag, ...element.attrs.flatMap(({ name, value }) => attributeDangers(name, value))];
  });
}

/** All elements in reading order. */
export function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = parseFragment(html).childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!("tagName" in node)) continue;
    found.push(node);
    waiting.push(...node.childNodes.toReversed());
  }
  return found;
}

function attributeDangers(name: string, value: string): string[] {
  if (!ALLOWED_ATTRIBUTES.has(name)) return [`${name}=`];
  if (!["href", "src", "poster"].includes(name)) return [];
  // As the browser resolves it on a page of ours.
  const url = new URL(value, "https://own.example/a/b.html");
  const isOwn = /^[/#]/.test(value) && url.origin === "https://own.example";
  const isOther = /^[a-z]+:/i.test(value) && ALLOWED_SCHEMES.has(url.protocol);
  return isOwn || isOther ? [] : [`${name}=${value}`];
}
