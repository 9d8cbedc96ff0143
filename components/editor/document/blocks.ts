import { paragraph } from "#lib/richtext/build.ts";
import { CALLOUT_KINDS } from "#lib/richtext/callouts.ts";
import { MAX_LIST_NUMBER } from "#lib/richtext/limits.ts";
import type {
  Block,
  Callout,
  CellBlock,
  Heading,
  List,
  ListItem,
  Paragraph,
  PlainBlock,
  Quote,
} from "#lib/richtext/nodes.ts";
import type { Raw } from "./fields.ts";
import { childrenOf, elementFields, oneOf, whole } from "./fields.ts";
import { attachmentOf, videoOf } from "./files.ts";
import { imageOf } from "./images.ts";
import { inlinesOf, isInlineRaw } from "./inlines.ts";
import { tableOf } from "./tables.ts";

const HEADING_TAGS = ["h2", "h3", "h4", "h5", "h6"] as const;

/** Blocks for the root of a document. */
export function rootBlocks(nodes: readonly Raw[]): Block[] {
  return blocksOf<Block>(nodes, (node) => {
    if (node["type"] === "quote") return [quoteOf(node)];
    if (node["type"] === "callout") return [calloutOf(node)];
    if (node["type"] !== "table") return plainBlock(node);
    const table = tableOf(node, cellBlocks);
    return table ? [table] : null;
  });
}

/** Blocks for a cell: a table inside one becomes what its cells hold. */
function cellBlocks(nodes: readonly Raw[]): CellBlock[] {
  return blocksOf<CellBlock>(nodes, (node) =>
    node["type"] === "quote" ? [quoteOf(node)] : plainBlock(node),
  );
}

/** `draw` answers null for what may not stand here; then what it holds does. */
function blocksOf<B extends Block>(
  nodes: readonly Raw[],
  draw: (node: Raw) => (B | PlainBlock)[] | null,
): (B | PlainBlock)[] {
  const blocks: (B | PlainBlock)[] = [];
  let line: Raw[] = [];
  const endLine = () => {
    if (line.length > 0) blocks.push(paragraph(inlinesOf(line)));
    line = [];
  };
  for (const node of nodes) {
    if (isInlineRaw(node)) {
      line.push(node);
      continue;
    }
    endLine();
    blocks.push(...(draw(node) ?? blocksOf(childrenOf(node), draw)));
  }
  endLine();
  return blocks;
}

function plainBlock(node: Raw): PlainBlock[] | null {
  switch (node["type"]) {
    case "paragraph":
      return [paragraphOf(node)];
    case "heading":
      return [headingOf(node)];
    case "list":
      return [listOf(node)];
    case "image":
      return imageOf(node);
    case "video":
      return videoOf(node);
    case "attachment":
      return attachmentOf(node);
    case "horizontalrule":
      return [{ type: "horizontalrule", version: 1 }];
    default:
      return null;
  }
}

function paragraphOf(raw: Raw): Paragraph {
  return { ...elementFields(raw), type: "paragraph", children: inlinesOf(childrenOf(raw)) };
}

function headingOf(raw: Raw): Heading {
  const tag = oneOf(raw["tag"], HEADING_TAGS) ?? "h2";
  return { ...elementFields(raw), type: "heading", tag, children: inlinesOf(childrenOf(raw)) };
}

function quoteOf(raw: Raw): Quote {
  const children = childrenOf(raw);
  return raw["shadowRoot"] === true
    ? {
        ...elementFields(raw),
        type: "quote",
        shadowRoot: true,
        children: blocksOf(children, plainBlock),
      }
    : { ...elementFields(raw), type: "quote", children: inlinesOf(children) };
}

function calloutOf(raw: Raw): Callout {
  return {
    ...elementFields(raw),
    type: "callout",
    kind: oneOf(raw["kind"], CALLOUT_KINDS) ?? "note",
    children: blocksOf(childrenOf(raw), plainBlock),
  };
}

function listOf(raw: Raw): List {
  const isNumbered = raw["listType"] === "number";
  return {
    ...elementFields(raw),
    type: "list",
    listType: isNumbered ? "number" : "bullet",
    tag: isNumbered ? "ol" : "ul",
    start: whole(raw["start"], 0, MAX_LIST_NUMBER),
    children: childrenOf(raw).map((child) => itemOf(child)),
  };
}

function itemOf(raw: Raw): ListItem {
  const isItem = raw["type"] === "listitem";
  const children = (isItem ? childrenOf(raw) : [raw]).flatMap((child): ListItem["children"] =>
    child["type"] === "list" ? [listOf(child)] : inlinesOf([child]),
  );
  return {
    ...elementFields(isItem ? raw : {}),
    type: "listitem",
    value: isItem ? whole(raw["value"], 0, MAX_LIST_NUMBER) : 1,
    children,
  };
}
