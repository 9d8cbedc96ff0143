/**
 * The form in which the database holds a document: without the fields that have their usual value, which
 * are two thirds of all. A third less to pack, to write and to read (ADR 38).
 */
import { MAX_DEPTH } from "./limits.ts";

type Node = Readonly<Record<string, unknown>>;

const ELEMENT = { direction: null, format: "", indent: 0, version: 1 };
const TEXT = { detail: 0, format: 0, mode: "normal", style: "", version: 1 };
const THING = { version: 1 };

/** Never another value: what is held already is read with it. A type that is not here is held as it is. */
const USUAL = new Map<unknown, Node>(
  Object.entries({
    root: ELEMENT,
    // Lexical always writes these two on paragraphs, elsewhere only at times.
    paragraph: { ...ELEMENT, textFormat: 0, textStyle: "" },
    heading: ELEMENT,
    quote: ELEMENT,
    callout: ELEMENT,
    list: ELEMENT,
    listitem: ELEMENT,
    table: ELEMENT,
    tablerow: ELEMENT,
    tablecell: { ...ELEMENT, colSpan: 1, headerState: 0, rowSpan: 1 },
    link: { ...ELEMENT, rel: null, target: null, title: null },
    text: TEXT,
    tab: TEXT,
    linebreak: THING,
    footnote: THING,
    anchor: THING,
    image: THING,
    video: THING,
    attachment: THING,
    horizontalrule: THING,
  }),
);
const NOTHING: Node = {};

/** How a document is held; `fullDocument` reads it again. What is no document is held as it is. */
export function storedDocument(document: unknown): unknown {
  if (!isNode(document)) return document;
  const { root } = document;
  return isNode(root) ? { ...document, root: storedNode(root) } : document;
}

function storedNode(node: Node): Node {
  const usual = USUAL.get(node["type"]) ?? NOTHING;
  const kept: Record<string, unknown> = {};
  for (const key in node) {
    const value = node[key];
    if (Array.isArray(value)) kept[key] = value.map((one) => (isNode(one) ? storedNode(one) : one));
    else if (usual[key] !== value) kept[key] = value;
  }
  return kept;
}

/** The document again, or what a damaged row or an older version holds, as it is: `parseDocument` judges it. */
export function fullDocument(stored: unknown): unknown {
  if (!isNode(stored)) return stored;
  const { root } = stored;
  return isNode(root) ? { ...stored, root: fullNode(root, 1) } : stored;
}

function fullNode(node: Node, depth: number): Node {
  const usual = USUAL.get(node["type"]) ?? NOTHING;
  const { children } = node;
  if (!Array.isArray(children) || depth > MAX_DEPTH) return { ...usual, ...node };
  return {
    ...usual,
    ...node,
    children: children.map((child: unknown) =>
      isNode(child) ? fullNode(child, depth + 1) : child,
    ),
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
