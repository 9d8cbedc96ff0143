/**
 * The closed shape of a document: what lexical 0.52 `editorState.toJSON()` writes for the nodes we
 * know, and nothing else. Looks (colours, fonts, widths) are the platform's, so they have no field.
 */
import { z } from "zod";
import { isLinkAddress } from "./address.ts";
import { isAnchorName } from "./anchors.ts";
import { CALLOUT_KINDS } from "./callouts.ts";
import {
  MAX_ALT_LENGTH,
  MAX_LIST_NUMBER,
  MAX_NOTE_LENGTH,
  MAX_ROW_SPAN,
  MAX_TABLE_COLUMNS,
} from "./limits.ts";
import { attachmentSchema, imageSchema, videoSchema } from "./media-nodes.ts";
import { absent, cleanString, elementFields, textFields, version } from "./node-fields.ts";
import { placeCells } from "./table-grid.ts";

export const textRunSchema = z.strictObject({
  ...textFields,
  type: z.literal("text"),
  text: cleanString,
  version,
});

export const tabSchema = z.strictObject({
  ...textFields,
  type: z.literal("tab"),
  text: z.literal("\t"),
  version,
});

export const lineBreakSchema = z.strictObject({ type: z.literal("linebreak"), version });

export const linkSchema = z.strictObject({
  ...elementFields,
  type: z.literal("link"),
  url: z.string().refine(isLinkAddress, { error: "bad-address" }),
  // Kept because the editor writes them; the renderer decides them itself.
  rel: z
    .string()
    .regex(/^[a-z -]{0,60}$/)
    .nullable(),
  target: z.enum(["_blank", "_self"]).nullable(),
  title: cleanString.max(MAX_ALT_LENGTH).nullable(),
  children: z.array(z.discriminatedUnion("type", [textRunSchema, lineBreakSchema, tabSchema])),
});

/** A note where it is called for; numbers and the list at the end are the renderer's. */
export const footnoteSchema = z.strictObject({
  type: z.literal("footnote"),
  text: cleanString.max(MAX_NOTE_LENGTH),
  version,
});

/** 锚点: a place in the text that links to `#name` lead to. It shows nothing. */
export const anchorSchema = z.strictObject({
  type: z.literal("anchor"),
  name: z.string().refine(isAnchorName, { error: "bad-attribute" }),
  version,
});

const inlineSchemas = [
  textRunSchema,
  lineBreakSchema,
  tabSchema,
  linkSchema,
  footnoteSchema,
  anchorSchema,
] as const;
const inlineChildren = z.array(z.discriminatedUnion("type", inlineSchemas));

export const paragraphSchema = z.strictObject({
  ...elementFields,
  type: z.literal("paragraph"),
  children: inlineChildren,
});

export const headingSchema = z.strictObject({
  ...elementFields,
  type: z.literal("heading"),
  // h1 is the page's own title.
  tag: z.enum(["h2", "h3", "h4", "h5", "h6"], { error: "bad-heading-level" }),
  children: inlineChildren,
});

export const ruleSchema = z.strictObject({ type: z.literal("horizontalrule"), version });

const listFields = {
  ...elementFields,
  type: z.literal("list"),
  listType: z.enum(["bullet", "number"]),
  tag: z.enum(["ul", "ol"]),
  start: z.int().min(0).max(MAX_LIST_NUMBER),
};

const listItemFields = {
  ...elementFields,
  type: z.literal("listitem"),
  value: z.int().min(0).max(MAX_LIST_NUMBER),
  checked: absent,
};

export type ListItem = z.infer<z.ZodObject<typeof listItemFields>> & {
  children: (Inline | List)[];
};
export type List = z.infer<z.ZodObject<typeof listFields>> & { children: ListItem[] };

export const listSchema: z.ZodObject<
  typeof listFields & { children: z.ZodType<ListItem[]> },
  z.core.$strict
> = z.strictObject({
  ...listFields,
  get children(): z.ZodType<ListItem[]> {
    return z.array(listItemSchema);
  },
});

export const listItemSchema = z.strictObject({
  ...listItemFields,
  // Lexical keeps a nested list in an item of its own, after the item it belongs to.
  children: z.array(z.discriminatedUnion("type", [...inlineSchemas, listSchema])),
});

const plainBlockSchemas = [
  paragraphSchema,
  headingSchema,
  listSchema,
  imageSchema,
  videoSchema,
  attachmentSchema,
  ruleSchema,
] as const;

/** Blocks that stand apart from the text and say what for. */
export const calloutSchema = z.strictObject({
  ...elementFields,
  type: z.literal("callout"),
  kind: z.enum(CALLOUT_KINDS),
  children: z.array(z.discriminatedUnion("type", plainBlockSchemas)),
});

export const quoteSchema = z
  .strictObject({
    ...elementFields,
    type: z.literal("quote"),
    /** Lexical's mark of a quote that holds blocks; without it a quote holds words. */
    shadowRoot: z.literal(true).optional(),
    children: z.array(z.discriminatedUnion("type", [...inlineSchemas, ...plainBlockSchemas])),
  })
  .check(({ value, issues }) => {
    value.children.forEach((child, index) => {
      if (isInline(child) !== (value.shadowRoot === true)) return;
      issues.push({
        code: "custom",
        message: "misplaced-node",
        input: child,
        path: ["children", index],
      });
    });
  });

export const tableCellSchema = z.strictObject({
  ...elementFields,
  type: z.literal("tablecell"),
  colSpan: z.int().min(1).max(MAX_TABLE_COLUMNS),
  rowSpan: z.int().min(1).max(MAX_ROW_SPAN),
  /** Lexical: 0 none, 1 head of its column, 2 head of its row, 3 both. */
  headerState: z.literal([0, 1, 2, 3]),
  backgroundColor: z.null({ error: "unwanted-style" }).optional(),
  width: absent,
  verticalAlign: absent,
  children: z.array(z.discriminatedUnion("type", [...plainBlockSchemas, quoteSchema])),
});

export const tableRowSchema = z.strictObject({
  ...elementFields,
  type: z.literal("tablerow"),
  height: absent,
  children: z.array(tableCellSchema),
});

export const tableSchema = z
  .strictObject({
    ...elementFields,
    type: z.literal("table"),
    colWidths: absent,
    rowStriping: absent,
    frozenColumnCount: absent,
    frozenRowCount: absent,
    children: z.array(tableRowSchema).min(1),
  })
  .refine((table) => placeCells(table.children.map((row) => row.children)) !== null, {
    error: "table-too-wide",
  });

export const documentSchema = z.strictObject({
  root: z.strictObject({
    ...elementFields,
    type: z.literal("root"),
    children: z.array(
      z.discriminatedUnion("type", [...plainBlockSchemas, quoteSchema, calloutSchema, tableSchema]),
    ),
  }),
});

export type TextRun = z.infer<typeof textRunSchema>;
export type Tab = z.infer<typeof tabSchema>;
export type LineBreak = z.infer<typeof lineBreakSchema>;
export type Link = z.infer<typeof linkSchema>;
export type Footnote = z.infer<typeof footnoteSchema>;
export type Anchor = z.infer<typeof anchorSchema>;
export type Inline = TextRun | Tab | LineBreak | Link | Footnote | Anchor;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Callout = z.infer<typeof calloutSchema>;
export type Image = z.infer<typeof imageSchema>;
export type Video = z.infer<typeof videoSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type TableCell = z.infer<typeof tableCellSchema>;
export type TableRow = z.infer<typeof tableRowSchema>;
export type Table = z.infer<typeof tableSchema>;
/** Blocks that a quote or callout may hold; a cell also holds quotes, the root everything. */
export type PlainBlock = Paragraph | Heading | List | Image | Video | Attachment | Rule;
export type CellBlock = PlainBlock | Quote;
export type Block = CellBlock | Callout | Table;

const INLINE_TYPES: ReadonlySet<string> = new Set([
  ...["text", "tab", "linebreak", "link", "footnote", "anchor"],
]);

/** Every node type a document may hold, for telling an unknown node from a misplaced one. */
export const NODE_TYPES: ReadonlySet<string> = new Set([
  ...INLINE_TYPES,
  ...["paragraph", "heading", "quote", "list", "listitem", "image", "video", "attachment"],
  ...["horizontalrule", "callout", "table", "tablerow", "tablecell"],
]);

/** Words and what stands between words, as against blocks. */
export function isInline(node: Inline | Block): node is Inline {
  return INLINE_TYPES.has(node.type);
}
