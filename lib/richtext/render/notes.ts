import { isBlank } from "../characters.ts";
import type { Footnote } from "../nodes.ts";
import type { RenderContext } from "./context.ts";
import { attribute, escapeHtml } from "./escape.ts";

const idOf = (number: number) => `note-${number}`;
const markIdOf = (number: number) => `note-mark-${number}`;

/** The mark of a note, numbered in reading order; one without words leaves none. */
export function renderNoteMark(node: Footnote, { notes, say }: RenderContext): string {
  if (isBlank(node.text)) return "";
  notes.push(node.text);
  const number = notes.length;
  const name = attribute("aria-label", say("note", { number }) || null);
  const ids = attribute("id", markIdOf(number)) + attribute("href", `#${idOf(number)}`);
  return `<sup><a role="doc-noteref"${ids}${name}>[${number}]</a></sup>`;
}

/** All notes of a document under its text, each with the way back to its mark. */
export function renderNotes({ notes, say }: RenderContext): string {
  if (notes.length === 0) return "";
  const items = notes.map((text, index) => {
    const number = index + 1;
    const name = attribute("aria-label", say("back", { number }) || null);
    const back = `<a role="doc-backlink" href="#${markIdOf(number)}"${name}>↩</a>`;
    return `<li id="${idOf(number)}">${escapeHtml(text)} ${back}</li>`;
  });
  const name = attribute("aria-label", say("notes") || null);
  return `<section class="notes" role="doc-endnotes"${name}><ol>\n${items.join("\n")}\n</ol></section>`;
}
