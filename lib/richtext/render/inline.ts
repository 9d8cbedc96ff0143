import { isAbsoluteAddress, isLinkAddress, printableAddress } from "../address.ts";
import { isBlank } from "../characters.ts";
import type { Inline, Link } from "../nodes.ts";
import { FORMAT_BITS } from "../nodes.ts";
import { attribute, escapeHtml } from "./escape.ts";

// Outermost first.
const FORMAT_TAGS: [bit: number, tag: string][] = [
  [FORMAT_BITS.bold, "strong"],
  [FORMAT_BITS.italic, "em"],
  [FORMAT_BITS.underline, "u"],
  [FORMAT_BITS.strikethrough, "s"],
  [FORMAT_BITS.subscript, "sub"],
  [FORMAT_BITS.superscript, "sup"],
];

/** Words of one block. Empty when a reader would see nothing. */
export function renderInlines(nodes: readonly Inline[]): string {
  const visible = trimBreaks(nodes);
  let html = "";
  for (let at = 0; at < visible.length; at += 1) {
    const node = visible[at];
    if (node === undefined) break;
    if (node.type === "linebreak") html += "<br>";
    else if (node.type === "link") html += renderLink(node);
    else {
      // The editor splits words at every cursor; one format is one element.
      let text = node.text;
      for (let next = visible[at + 1]; isSameFormat(next, node.format); next = visible[at + 1]) {
        text += next.text;
        at += 1;
      }
      html += wrap(text, node.format);
    }
  }
  return html;
}

/** True when none of the nodes shows anything. */
export function isInvisible(nodes: readonly Inline[]): boolean {
  return nodes.every((node) => {
    if (node.type === "linebreak") return true;
    return node.type === "link" ? isInvisible(node.children) : isBlank(node.text);
  });
}

function renderLink(node: Link): string {
  const words = renderInlines(node.children);
  // Checked again here: a document that skipped parseDocument still cannot carry a script.
  if (words === "" || !isLinkAddress(node.url)) return words;
  const rel = isAbsoluteAddress(node.url) ? "noopener" : null;
  const href = attribute("href", printableAddress(node.url));
  return `<a${href}${attribute("rel", rel)}>${words}</a>`;
}

type Text = Extract<Inline, { text: string }>;

function isSameFormat(node: Inline | undefined, format: number): node is Text {
  return (node?.type === "text" || node?.type === "tab") && node.format === format;
}

function wrap(text: string, format: number): string {
  const tags = isBlank(text) ? [] : FORMAT_TAGS.filter(([bit]) => (format & bit) !== 0);
  const open = tags.map(([, tag]) => `<${tag}>`).join("");
  const close = tags.map(([, tag]) => `</${tag}>`).reverse();
  return open + escapeHtml(text) + close.join("");
}

/** Without line breaks at the ends; a link that shows nothing is only the space it holds. */
function trimBreaks(nodes: readonly Inline[]): readonly Inline[] {
  if (isInvisible(nodes)) return [];
  const first = nodes.findIndex((node) => node.type !== "linebreak");
  const last = nodes.findLastIndex((node) => node.type !== "linebreak");
  return nodes.slice(first, last + 1).flatMap((node) => {
    return node.type === "link" && isInvisible(node.children) ? node.children : [node];
  });
}
