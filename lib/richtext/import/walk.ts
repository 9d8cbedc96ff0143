import { isLinkAddress, tidyAddress } from "../address.ts";
import type { KnownFile } from "../from-html.ts";
import { FORMAT_BITS } from "../node-fields.ts";
import type { Anchors } from "./anchors.ts";
import type { Context } from "./context.ts";
import { at } from "./context.ts";
import { BLOCKS, COUNTED, PREFORMATTED, SKIPPED } from "./elements.ts";
import type { Entered } from "./enter.ts";
import { enterBlock } from "./enter.ts";
import { addBreak, addNode, addNote, addText, endAnchors, endLine } from "./flat.ts";
import { imageOf } from "./image.ts";
import type { Styled } from "./style.ts";
import { alignmentInside, declarations, formatInside, isHidden, isPreformatted } from "./style.ts";
import type { Tally } from "./tally.ts";
import type { Element, Node } from "./tree.ts";
import { isElement } from "./tree.ts";

type Step = { node: Node; context: Context } | { leave: () => void };

export type WalkOptions = {
  tally: Tally;
  baseUrl: string | undefined;
  files: ReadonlyMap<string, KnownFile> | undefined;
  hasOwnPicturesOnly: boolean;
  /** What notes say, by their marks. */
  notes: ReadonlyMap<Element, string>;
  anchors: Anchors;
};

/** Reads parsed HTML into containers. Its own list of steps stands in for recursion. */
export function walk(nodes: readonly Node[], context: Context, options: WalkOptions): void {
  const steps: Step[] = [];
  const push = (children: readonly Node[], inside: Context) => {
    for (const node of children.toReversed()) steps.push({ node, context: inside });
  };
  push(nodes, context);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("leave" in step) step.leave();
    else if (isElement(step.node)) {
      const entered = enterElement(step.node, step.context, options);
      if (!entered) continue;
      if (entered.leave) steps.push({ leave: entered.leave });
      push(step.node.childNodes, entered.inside);
    } else readLeaf(step.node, step.context, options.tally);
  }
  endLine(context.container);
  endAnchors(context.container);
}

function readLeaf(node: Exclude<Node, Element>, context: Context, tally: Tally): void {
  if (node.nodeName === "#comment") tally.drop("comment");
  if (node.nodeName !== "#text" || !("value" in node)) return;
  const { place, manner, isPreformatted } = context;
  const lines = isPreformatted ? node.value.split(/\r\n|[\r\n]/) : [node.value];
  for (const [index, line] of lines.entries()) {
    if (index > 0) addBreak(context.container, manner);
    addText(context.container, line, { place, manner, tally });
  }
}

/** Null when nothing inside the element is to be read. */
function enterElement(node: Element, context: Context, options: WalkOptions): Entered | null {
  const element = styledOf(node, options.tally);
  const styles = declarations(element);
  if (SKIPPED.has(element.tag) || isHidden(element, styles)) {
    options.tally.drop(SKIPPED.has(element.tag) ? element.tag : "hidden");
    return null;
  }
  if (COUNTED.has(element.tag)) options.tally.drop(element.tag);
  const anchor = options.anchors.places.get(node);
  if (anchor !== undefined) context.container.anchors.push(anchor);
  if (readThing(node, element, context, options)) return null;
  const styled = inherit(element, styles, context, options);
  if (!BLOCKS.has(element.tag)) return { inside: styled };
  endLine(context.container);
  const entered = enterBlock(element, styled, options.tally);
  const around = context.container;
  const { container } = entered.inside;
  const isCell = container !== around;
  // Into a cell goes what stands before it, a table being no word; out of it what finds no word there.
  if (isCell) container.anchors.push(...around.anchors.splice(0));
  const leave = () => {
    endLine(container);
    if (isCell) endAnchors(container);
    if (isCell) around.anchors.push(...container.anchors.splice(0));
    entered.leave?.();
  };
  return { inside: entered.inside, leave };
}

/** True for what says all by itself: a line break, a picture, the mark of a note. */
function readThing(
  node: Element,
  element: Styled,
  context: Context,
  options: WalkOptions,
): boolean {
  const { container, place, manner } = context;
  const note = options.notes.get(node);
  if (note !== undefined) addNote(container, note, { place, manner, tally: options.tally });
  else if (element.tag === "br") addBreak(container, manner);
  else if (element.tag === "img") addImage(element, context, options);
  else return false;
  return true;
}

function styledOf(node: Element, tally: Tally): Styled {
  const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
  for (const name of attributes.keys()) if (name.startsWith("on")) tally.drop("on*");
  return { tag: node.tagName.toLowerCase(), attributes };
}

function inherit(
  element: Styled,
  styles: ReadonlyMap<string, string>,
  context: Context,
  options: WalkOptions,
): Context {
  const link = element.tag === "a" ? linkOf(element, options) : context.manner.link;
  const bits = formatInside(element, styles, context.manner.bits);
  // Links and headings have these looks of their own.
  const isHeading = context.place.headingTag !== null || /^h[1-6]$/.test(element.tag);
  const owned = (link ? FORMAT_BITS.underline : 0) | (isHeading ? FORMAT_BITS.bold : 0);
  const alignment = BLOCKS.has(element.tag)
    ? alignmentInside(element, styles, context.place.alignment)
    : context.place.alignment;
  return {
    ...at(context, { alignment }),
    manner: { bits: bits & ~owned, link },
    isPreformatted:
      context.isPreformatted || PREFORMATTED.has(element.tag) || isPreformatted(styles),
  };
}

function linkOf(
  element: Styled,
  { tally, baseUrl, files, anchors }: WalkOptions,
): { url: string } | null {
  const href = element.attributes.get("href");
  if (href === undefined) return null;
  const within = anchors.hrefOf(href);
  if (within !== null) return { url: within };
  const url = files?.get(href)?.href ?? tidyAddress(href, baseUrl);
  // There is no place of this name. Notes are read before.
  if (isLinkAddress(url) && !url.startsWith("#")) return { url };
  tally.drop("link");
  return null;
}

const OWN_FILES = "/files/";

/** What a picture without words is called: the last step of its address. */
function fileName(address: string): string {
  return (
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) || address
  );
}

function addImage(element: Styled, context: Context, options: WalkOptions): void {
  const { tally } = options;
  const image = imageOf(element, options);
  const { place, manner } = context;
  if (image?.src && options.hasOwnPicturesOnly && !image.src.startsWith(OWN_FILES)) {
    tally.drop("remote-image");
    const link = manner.link ?? { url: image.src };
    const words = image.alt.trim() || fileName(image.src);
    addText(context.container, words, { place, manner: { ...manner, link }, tally });
    return;
  }
  if (image) {
    if (manner.link) tally.drop("linked-image");
    addNode(context.container, place, image);
    return;
  }
  tally.drop("img");
  // What a browser shows in place of a picture it cannot get.
  const alt = element.attributes.get("alt") ?? "";
  addText(context.container, alt, { place, manner, tally });
}
