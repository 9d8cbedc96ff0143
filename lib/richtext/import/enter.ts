import { rule } from "../build.ts";
import { MAX_INDENT, MAX_LIST_NUMBER } from "../limits.ts";
import type { Heading } from "../nodes.ts";
import type { Context } from "./context.ts";
import { at, cellContext } from "./context.ts";
import { LISTS } from "./elements.ts";
import type { ListFrame } from "./flat.ts";
import { addNode } from "./flat.ts";
import { takeCaption } from "./image.ts";
import type { Styled } from "./style.ts";
import type { TableFrame } from "./table.ts";
import { addCell, cellContents, tableOf } from "./table.ts";
import type { Tally } from "./tally.ts";

/** What holds inside an element, and what there is to do when it ends. */
export type Entered = { inside: Context; leave?: () => void };

// The page owns h1.
const HEADING_TAGS: Readonly<Record<string, Heading["tag"]>> = {
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h5",
  h6: "h6",
};

/** Enters an element that ends lines; the line before it has been ended. */
export function enterBlock(element: Styled, context: Context, tally: Tally): Entered {
  const { tag } = element;
  if (LISTS.has(tag)) return { inside: { ...context, list: listFrame(element, context) } };
  switch (tag) {
    case "li":
      return { inside: at(context, { item: context.list && { list: context.list } }) };
    case "blockquote":
      // Lexical has no quote inside an item: its words are the item's.
      if (context.place.item) return { inside: context };
      return { inside: at(context, { quote: context.place.quote ?? { tag } }) };
    case "figcaption":
      return { inside: at(context, { caption: { tag } }) };
    case "figure":
      return enterFigure(context);
    case "hr":
      addNode(context.container, at(context, { item: null }).place, rule());
      return { inside: context };
    default:
      return Object.hasOwn(HEADING_TAGS, tag)
        ? { inside: at(context, { headingTag: HEADING_TAGS[tag] ?? null }) }
        : enterTablePart(element, context, tally);
  }
}

function enterTablePart(element: Styled, context: Context, tally: Tally): Entered {
  const { table } = context;
  switch (element.tag) {
    case "table":
      return enterTable(context, tally);
    case "thead":
      return { inside: { ...context, isInTableHead: true } };
    case "tr":
      table?.rows.push([]);
      return { inside: context };
    case "td":
    case "th":
      if (!table) return { inside: context };
      return { inside: cellContext(context, addCell(table, element, context.isInTableHead)) };
    default:
      return { inside: context };
  }
}

/** A table inside a cell is not one to Lexical or to a phone: its cells become paragraphs. */
function enterTable(context: Context, tally: Tally): Entered {
  if (context.container.isCell || context.table) {
    tally.drop("nested-table");
    return { inside: context };
  }
  const table: TableFrame = { rows: [] };
  return {
    inside: { ...context, table },
    leave: () => {
      const node = tableOf(table);
      if (node) return addNode(context.container, context.place, node);
      for (const block of cellContents(table)) context.container.blocks.push(block);
    },
  };
}

function enterFigure(context: Context): Entered {
  if (context.isInFigure) return { inside: context };
  const from = context.container.blocks.length;
  return {
    inside: { ...context, isInFigure: true },
    leave: () => takeCaption(context.container, from),
  };
}

function listFrame(element: Styled, { list: parent }: Context): ListFrame {
  // Deeper lists go on as items of the deepest one allowed.
  if (parent && parent.depth >= MAX_INDENT) return parent;
  const start = Number.parseInt(element.attributes.get("start") ?? "", 10);
  return {
    listType: element.tag === "ol" ? "number" : "bullet",
    next: start >= 0 ? Math.min(start, MAX_LIST_NUMBER) : 1,
    parent,
    depth: (parent?.depth ?? 0) + 1,
  };
}
