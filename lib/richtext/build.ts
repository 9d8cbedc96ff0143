/**
 * Nodes with every field that Lexical writes, so that importers and tests name only what matters. Their
 * fields stand in the order of their names: `canonicalJson` takes them as they are.
 */

import type {
  Anchor,
  Attachment,
  Block,
  Callout,
  CellBlock,
  Footnote,
  Heading,
  Image,
  Inline,
  LineBreak,
  Link,
  List,
  ListItem,
  Paragraph,
  PlainBlock,
  Quote,
  Rule,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Video,
} from "./nodes.ts";
import type { RichTextDocument } from "./schema.ts";

export type Alignment = Paragraph["format"];

const element = { direction: null, format: "", indent: 0 } as const;

/** `bits` are Lexical's, see `FORMAT_BITS`. */
export function textRun(text: string, bits = 0): TextRun {
  return { detail: 0, format: bits, mode: "normal", style: "", text, type: "text", version: 1 };
}

export function lineBreak(): LineBreak {
  return { type: "linebreak", version: 1 };
}

export function link(url: string, children: Link["children"]): Link {
  return {
    children,
    ...element,
    rel: null,
    target: null,
    title: null,
    type: "link",
    url,
    version: 1,
  };
}

export function footnote(text: string): Footnote {
  return { text, type: "footnote", version: 1 };
}

export function anchor(name: string): Anchor {
  return { name, type: "anchor", version: 1 };
}

export function paragraph(children: Inline[], format: Alignment = ""): Paragraph {
  // Lexical repeats the format of the first text here, and would on the next save.
  const textFormat = children.find((child) => child.type === "text")?.format ?? 0;
  return {
    children,
    ...element,
    format,
    textFormat,
    textStyle: "",
    type: "paragraph",
    version: 1,
  };
}

export function heading(tag: Heading["tag"], children: Inline[], format: Alignment = ""): Heading {
  return { children, ...element, format, tag, type: "heading", version: 1 };
}

/** A quote of words, or of blocks when any child is one. */
export function quoteOfBlocks(children: PlainBlock[]): Quote {
  return { children, ...element, shadowRoot: true, type: "quote", version: 1 };
}

export function quoteOfWords(children: Inline[]): Quote {
  return { children, ...element, type: "quote", version: 1 };
}

export function list(listType: List["listType"], children: ListItem[], start = 1): List {
  const tag = listType === "number" ? "ol" : "ul";
  return { children, ...element, listType, start, tag, type: "list", version: 1 };
}

export function listItem(children: ListItem["children"], value = 1, indent = 0): ListItem {
  return { children, ...element, indent, type: "listitem", value, version: 1 };
}

export function rule(): Rule {
  return { type: "horizontalrule", version: 1 };
}

/** A picture from the web or the site; give `assetId` and `src: null` for one of the media library. */
export function image(fields: Partial<Image> & Pick<Image, "src">): Image {
  const { alt = "", assetId = null, caption = "", height = null, src, width = null } = fields;
  return { alt, assetId, caption, height, src, type: "image", version: 1, width };
}

export function video(fields: Partial<Video> & Pick<Video, "assetId">): Video {
  const { assetId, caption = "", posterId = null, transcript = "" } = fields;
  return { assetId, caption, posterId, transcript, type: "video", version: 1 };
}

export function attachment(assetId: number, title: string): Attachment {
  return { assetId, title, type: "attachment", version: 1 };
}

export function callout(kind: Callout["kind"], children: PlainBlock[]): Callout {
  return { children, ...element, kind, type: "callout", version: 1 };
}

export function tableCell(
  children: CellBlock[],
  { colSpan = 1, rowSpan = 1, headerState = 0 }: Partial<TableCell> = {},
): TableCell {
  return {
    backgroundColor: null,
    children,
    colSpan,
    direction: null,
    format: "",
    headerState,
    indent: 0,
    rowSpan,
    type: "tablecell",
    version: 1,
  };
}

export function tableRow(children: TableCell[]): TableRow {
  return { children, ...element, type: "tablerow", version: 1 };
}

export function table(children: TableRow[]): Table {
  return { children, ...element, type: "table", version: 1 };
}

export function richText(children: Block[]): RichTextDocument {
  return { root: { children, ...element, type: "root", version: 1 } };
}
