import { isAbsoluteAddress, isLinkAddress, printableAddress } from "../address.ts";
import { isBlank } from "../characters.ts";
import { FORMAT_BITS } from "../node-fields.ts";
import type { Inline, Link } from "../nodes.ts";
import { anchorHref, renderAnchor } from "./anchors.ts";
import type { RenderContext } from "./context.ts";
import { attribute, escapeHtml } from "./escape.ts";
import { renderNoteMark } from "./notes.ts";

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
export function renderInlines(nodes: readonly Inline[], context: RenderContext): string {
  const runs: (Exclude<Inline, Text> | Text[])[] = [];
  for (const node of trimBreaks(nodes)) {
    const last = runs.at(-1);
    if (!isText(node)) runs.push(node);
    // The editor splits words at every cursor; one format is one element.
    else if (Array.isArray(last) && last[0]?.format === node.format) last.push(node);
    else runs.push([node]);
  }
  return runs.map((run) => renderRun(run, context)).join("");
}

function renderRun(run: Exclude<Inline, Text> | Text[], context: RenderContext): string {
  if (Array.isArray(run)) return wrap(run.map(({ text }) => text).join(""), run[0]?.format ?? 0);
  switch (run.type) {
    case "linebreak":
      return "<br>";
    case "link":
      return renderLink(run, context);
    case "footnote":
      return renderNoteMark(run, context);
    case "anchor":
      return renderAnchor(run, context);
  }
}

/** True when none of the nodes shows anything. */
export function isInvisible(nodes: readonly Inline[]): boolean {
  return nodes.every((node) => {
    if (node.type === "linebreak" || node.type === "anchor") return true;
    return node.type === "link" ? isInvisible(node.children) : isBlank(node.text);
  });
}

function renderLink(node: Link, context: RenderContext): string {
  const words = renderInlines(node.children, context);
  // Checked again here: a document that skipped parseDocument still cannot carry a script.
  if (words === "" || !isLinkAddress(node.url)) return words;
  const isWithin = node.url.startsWith("#");
  const address = isWithin ? anchorHref(node.url, context) : printableAddress(node.url);
  // A link that leads nowhere is only its words.
  if (address === null) return words;
  const rel = isAbsoluteAddress(node.url) ? "noopener" : null;
  const href = attribute("href", address);
  return `<a${href}${attribute("rel", rel)}>${words}</a>`;
}

type Text = Extract<Inline, { format: number; text: string }>;

function isText(node: Inline): node is Text {
  return node.type === "text" || node.type === "tab";
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
