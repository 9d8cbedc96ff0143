/** Nodes with every field that Lexical writes, so that importers and tests name only what matters. */

import type {
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

const element = { direction: null, format: "", indent: 0, version: 1 } as const;

/** `bits` are Lexical's, see `FORMAT_BITS`. */
export function textRun(text: string, bits = 0): TextRun {
  return { detail: 0, format: bits, mode: "normal", style: "", text, type: "text", version: 1 };
}

export function lineBreak(): LineBreak {
  return { type: "linebreak", version: 1 };
}

export function link(url: string, children: Link["children"]): Link {
  return { ...element, type: "link", url, rel: null, target: null, title: null, children };
}

export function footnote(text: string): Footnote {
  return { type: "footnote", text, version: 1 };
}

export function paragraph(children: Inline[], format: Alignment = ""): Paragraph {
  // Lexical repeats the format of the first text here, and would on the next save.
  const textFormat = children.find((child) => child.type === "text")?.format ?? 0;
  return { ...element, type: "paragraph", format, textFormat, textStyle: "", children };
}

export function heading(tag: Heading["tag"], children: Inline[], format: Alignment = ""): Heading {
  return { ...element, type: "heading", tag, format, children };
}

/** A quote of words, or of blocks when any child is one. */
export function quoteOfBlocks(children: PlainBlock[]): Quote {
  return { ...element, type: "quote", shadowRoot: true, children };
}

export function quoteOfWords(children: Inline[]): Quote {
  return { ...element, type: "quote", children };
}

export function list(listType: List["listType"], children: ListItem[], start = 1): List {
  const tag = listType === "number" ? "ol" : "ul";
  return { ...element, type: "list", listType, tag, start, children };
}

export function listItem(children: ListItem["children"], value = 1, indent = 0): ListItem {
  return { ...element, type: "listitem", indent, value, children };
}

export function rule(): Rule {
  return { type: "horizontalrule", version: 1 };
}

/** A picture from the web or the site; give `assetId` and `src: null` for one of the media library. */
export function image(fields: Partial<Image> & Pick<Image, "src">): Image {
  const rest = {
    assetId: null,
    alt: "",
    caption: "",
    width: null,
    height: null,
    version: 1,
  } as const;
  return { type: "image", ...rest, ...fields };
}

export function video(fields: Partial<Video> & Pick<Video, "assetId">): Video {
  return { type: "video", posterId: null, caption: "", transcript: "", version: 1, ...fields };
}

export function attachment(assetId: number, title: string): Attachment {
  return { type: "attachment", assetId, title, version: 1 };
}

export function callout(kind: Callout["kind"], children: PlainBlock[]): Callout {
  return { ...element, type: "callout", kind, children };
}

export function tableCell(
  children: CellBlock[],
  { colSpan = 1, rowSpan = 1, headerState = 0 }: Partial<TableCell> = {},
): TableCell {
  return {
    ...element,
    type: "tablecell",
    colSpan,
    rowSpan,
    headerState,
    backgroundColor: null,
    children,
  };
}

export function tableRow(children: TableCell[]): TableRow {
  return { ...element, type: "tablerow", children };
}

export function table(children: TableRow[]): Table {
  return { ...element, type: "table", children };
}

export function richText(children: Block[]): RichTextDocument {
  return { root: { ...element, type: "root", children } };
}
