import { anchorNameIn } from "../anchors.ts";
import type { Anchor } from "../nodes.ts";
import type { RichTextDocument } from "../schema.ts";
import type { RenderContext } from "./context.ts";
import { attribute } from "./escape.ts";

/** Apart from the names that the page around the text uses itself. */
const idOf = (name: string) => `at-${name}`;

/** Names of all anchors of a document. */
export function anchorsIn({ root }: RichTextDocument): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [...root.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // safe because a document has nodes alone
    const { type, name, children } = node as { type: string; name: string; children?: unknown[] };
    if (type === "anchor") names.add(name);
    for (const child of children ?? []) waiting.push(child);
  }
  return names;
}

/** The first of a name; a page has no two places of one name. */
export function renderAnchor({ name }: Anchor, { placedAnchors }: RenderContext): string {
  if (placedAnchors.has(name)) return "";
  placedAnchors.add(name);
  return `<span${attribute("id", idOf(name))}></span>`;
}

/** Where a link within the text leads; null when there is no such place. */
export function anchorHref(address: string, { anchors }: RenderContext): string | null {
  const name = anchorNameIn(address);
  return name !== null && anchors.has(name) ? `#${encodeURIComponent(idOf(name))}` : null;
}
