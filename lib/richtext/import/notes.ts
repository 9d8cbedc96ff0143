/** Footnotes as Word, LibreOffice, WordPress and Pandoc write them: a mark and a note that link to each other. */
import { isBlank } from "../characters.ts";
import { MAX_NOTE_LENGTH } from "../limits.ts";
import type { Element, Node, Parent } from "./tree.ts";
import { attributeOf, isElement, isLink, namesOf, nodesIn } from "./tree.ts";

/** `[1]`, `①`, `注2`, `*`: what a mark looks like. */
const MARK = /^[[［(（【〔]?注?[\d①-⑳*†‡§ivx]{1,4}[\]］)）】〕]?$/;
/** The block a note is; headings are not, so a table of contents is no list of notes. */
const NOTE_TAGS = new Set("li p div dd aside td".split(" "));
/** Word and LibreOffice wrap a note of several paragraphs. */
const OFFICE_NOTE_ID = /^(?:ftn|edn|_ftn|_edn|sdfootnote|sdendnote)\d+$/;
const OFFICE_NOTE_STYLE = /mso-element:\s*(?:foot|end)note\s*(?:;|$)/;
/** How far the name a note links back to may be from the mark: `<sup id><a>` and the like. */
const NEAR = 3;
/** Bounds that hold the search to a time in proportion to the page. */
const MAX_NOTES = 2_000;
const MAX_NOTE_NODES = 500;

type Page = { places: Map<Element, number>; named: Map<string, Element>; links: Element[] };

/** What the notes of a page say, by the mark that calls for them. Takes their list out of the tree. */
export function takeNotes(root: Parent): ReadonlyMap<Element, string> {
  const page = readPage(root);
  const notes = new Map<Element, string>();
  const taken = new Set<Element>();
  for (const mark of page.links) {
    if (notes.size >= MAX_NOTES) break;
    const block = noteOf(mark, page);
    const text = block && noteText(block, mark, page);
    if (!block || !text) continue;
    notes.set(mark, text);
    taken.add(block);
  }
  for (const block of taken) remove(block);
  return notes;
}

function readPage(root: Parent): Page {
  const elements = nodesIn(root).filter(isElement);
  const named = new Map<string, Element>();
  for (const element of elements) {
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element);
  }
  return {
    places: new Map(elements.map((element, place) => [element, place])),
    named,
    links: elements.filter((element) => isLink(element) && goalOf(element) !== ""),
  };
}

/** The name a link within the page leads to. */
function goalOf(element: Element): string {
  const href = attributeOf(element, "href");
  return href.startsWith("#") ? href.slice(1) : "";
}

/** The block a mark leads to, when it stands later and leads back. */
function noteOf(mark: Element, page: Page): Element | null {
  const target = page.named.get(goalOf(mark));
  const isLater = target && (page.places.get(target) ?? 0) > (page.places.get(mark) ?? 0);
  if (!isLater || !MARK.test(wordsIn(mark, 20)?.replace(/\s/g, "") ?? "")) return null;
  const block = blockOf(target);
  if (!block || isAround(block, mark)) return null;
  const parts = nodesIn(block, MAX_NOTE_NODES);
  const leadsBack = parts.some((node) => isElement(node) && isWayBack(node, mark, page));
  return parts.length < MAX_NOTE_NODES && leadsBack ? block : null;
}

function blockOf(target: Element): Element | null {
  let nearest: Element | null = null;
  for (let at: Parent | null = target, steps = 0; at && steps < 8; steps += 1) {
    if (!("tagName" in at)) break;
    if (isOfficeNote(at)) return at;
    if (nearest === null && NOTE_TAGS.has(at.tagName)) nearest = at;
    at = at.parentNode;
  }
  return nearest;
}

function isOfficeNote(element: Element): boolean {
  const isNamed = OFFICE_NOTE_ID.test(attributeOf(element, "id")) && element.tagName === "div";
  return isNamed || OFFICE_NOTE_STYLE.test(attributeOf(element, "style"));
}

function isWayBack(element: Element, mark: Element, page: Page): boolean {
  const goal = isLink(element) ? page.named.get(goalOf(element)) : undefined;
  return goal !== undefined && (isAround(goal, mark, NEAR) || isAround(mark, goal, NEAR));
}

function isAround(outer: Element, inner: Element, most = Number.POSITIVE_INFINITY): boolean {
  let at: Parent | null = inner;
  for (let steps = 0; at && steps <= most; steps += 1) {
    if (at === outer) return true;
    at = "parentNode" in at ? at.parentNode : null;
  }
  return false;
}

/** What the note says, without its own number and the way back; null when it is too long for one. */
function noteText(block: Element, mark: Element, page: Page): string | null {
  const words = wordsIn(block, MAX_NOTE_LENGTH, (element) => isWayBack(element, mark, page));
  const number = wordsIn(mark, 20)?.trim() ?? "";
  const text = words?.replace(/\s+/g, " ").trim() ?? "";
  const isNumbered = number !== "" && text.startsWith(number);
  const said = text.slice(isNumbered ? number.length : 0).replace(/^[.．、:：\s]+/, "");
  return isBlank(said) ? null : said;
}

const UNREAD = new Set(["script", "style", "template", "title"]);
const LINE_ENDS = new Set(["p", "div", "li", "br", "tr"]);

/** The words of an element; null when they are more than `most` characters. */
function wordsIn(
  element: Element,
  most: number,
  isLeftOut: (element: Element) => boolean = () => false,
): string | null {
  let words = "";
  const waiting: Node[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    words += ownWords(node);
    if (words.length > most) return null;
    if (!isElement(node) || UNREAD.has(node.tagName) || isLeftOut(node)) continue;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return words;
}

function ownWords(node: Node): string {
  if (isElement(node)) return LINE_ENDS.has(node.tagName) ? " " : "";
  return node.nodeName === "#text" && "value" in node ? node.value : "";
}

/** Takes a note out, and the lists and frames that held nothing else. */
function remove(element: Element): void {
  const parent = element.parentNode;
  if (!parent) return;
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1);
  element.parentNode = null;
  if ("tagName" in parent && parent.childNodes.every(isNothing)) remove(parent);
}

function isNothing(node: Node): boolean {
  if (isElement(node)) return node.tagName === "br" || node.tagName === "hr";
  return node.nodeName !== "#text" || !("value" in node) || isBlank(node.value);
}
