import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $unmergeCell,
} from "@lexical/table";
import type { LexicalEditor } from "lexical";
import {
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { $makeParagraphs, $toggleHeading, $toggleQuote } from "../commands/blocks.ts";
import { $clearFormatting } from "../commands/clear-formatting.ts";
import { $insertRule } from "../commands/images.ts";
import type { ListKind } from "../commands/lists.ts";
import { $toggleList } from "../commands/lists.ts";
import {
  $mergeSelectedCells,
  $removeTable,
  $toggleHeadColumn,
  $toggleHeadRow,
} from "../commands/tables.ts";
import type { DialogKind } from "../dialogs/dialog-kind.ts";
import type { IconName, LetterName } from "./icons.tsx";
import type { TextFormat, ToolbarState } from "./toolbar-state.ts";

type Face = IconName | LetterName | "block.paragraph" | "block.h2" | "block.h3" | "block.h4";

export type ToolbarItem = {
  /** Its word, its icon, and what tells it from the others. */
  name: Face;
  keys?: string;
  isPressed?: (state: ToolbarState) => boolean;
  isIdle?: (state: ToolbarState) => boolean;
  /** Only where files can be taken in. */
  needsFiles?: true;
} & ({ run: (editor: LexicalEditor) => void } | { dialog: DialogKind });

const text = (format: TextFormat, keys: string): ToolbarItem => ({
  name: `text.${format}`,
  keys,
  isPressed: ({ formats }) => formats.includes(format),
  run: (editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format),
});
const heading = (tag: "h2" | "h3" | "h4", keys: string): ToolbarItem => ({
  name: `block.${tag}`,
  keys,
  isPressed: ({ block }) => block === tag,
  run: () => $toggleHeading(tag),
});
const align = (side: "left" | "center" | "right" | "justify"): ToolbarItem => ({
  name: `align.${side}`,
  isPressed: ({ alignment }) => (alignment || "left") === side,
  // Left is how every line stands; a document does not say so.
  run: (editor) => editor.dispatchCommand(FORMAT_ELEMENT_COMMAND, side === "left" ? "" : side),
});
const list = (kind: ListKind, keys: string): ToolbarItem => ({
  name: `list.${kind}`,
  keys,
  isPressed: (state) => state.list === kind,
  run: () => $toggleList(kind),
});
const file = (kind: "image" | "video" | "attachment"): ToolbarItem => ({
  name: `${kind}.button`,
  isPressed: ({ chosen }) => chosen === kind,
  needsFiles: true,
  dialog: kind,
});
const table = (
  name: IconName,
  run: () => void,
  more: Pick<ToolbarItem, "isPressed" | "isIdle"> = {},
): ToolbarItem => ({ name, run, ...more });

export const MAIN_GROUPS: readonly (readonly ToolbarItem[])[] = [
  [
    {
      name: "history.undo",
      keys: "Ctrl+Z",
      isIdle: ({ canUndo }) => !canUndo,
      run: (editor) => editor.dispatchCommand(UNDO_COMMAND),
    },
    {
      name: "history.redo",
      keys: "Ctrl+Y",
      isIdle: ({ canRedo }) => !canRedo,
      run: (editor) => editor.dispatchCommand(REDO_COMMAND),
    },
  ],
  [
    {
      name: "block.paragraph",
      keys: "Ctrl+Alt+0",
      isPressed: ({ block }) => block === "paragraph",
      run: () => $makeParagraphs(),
    },
    heading("h2", "Ctrl+Alt+1"),
    heading("h3", "Ctrl+Alt+2"),
    heading("h4", "Ctrl+Alt+3"),
  ],
  [
    text("bold", "Ctrl+B"),
    text("italic", "Ctrl+I"),
    text("underline", "Ctrl+U"),
    text("strikethrough", "Ctrl+Shift+X"),
    text("subscript", "Ctrl+,"),
    text("superscript", "Ctrl+."),
    { name: "text.clear", keys: "Ctrl+\\", run: () => $clearFormatting() },
  ],
  [align("left"), align("center"), align("right"), align("justify")],
  [
    list("bullet", "Ctrl+Shift+8"),
    list("number", "Ctrl+Shift+7"),
    {
      name: "list.outdent",
      keys: "Ctrl+[",
      isIdle: ({ canOutdent }) => !canOutdent,
      run: (editor) => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND),
    },
    {
      name: "list.indent",
      keys: "Ctrl+]",
      isIdle: ({ canIndent }) => !canIndent,
      run: (editor) => editor.dispatchCommand(INDENT_CONTENT_COMMAND),
    },
  ],
  [
    {
      name: "quote",
      keys: "Ctrl+Shift+9",
      isPressed: ({ block }) => block === "quote",
      run: () => $toggleQuote(),
    },
    { name: "link.button", keys: "Ctrl+K", isPressed: ({ isLink }) => isLink, dialog: "link" },
    {
      name: "footnote.button",
      keys: "Ctrl+Alt+F",
      isPressed: ({ isFootnote }) => isFootnote,
      dialog: "footnote",
    },
    {
      name: "callout.button",
      keys: "Ctrl+Alt+9",
      isPressed: ({ isCallout }) => isCallout,
      isIdle: ({ canCallout }) => !canCallout,
      dialog: "callout",
    },
    file("image"),
    file("video"),
    file("attachment"),
    { name: "table.button", isIdle: (state) => state.table !== null, dialog: "table" },
    { name: "rule", run: () => $insertRule() },
  ],
  [{ name: "help.button", dialog: "help" }],
];

/** Only while the caret is in a table. */
export const TABLE_GROUP: readonly ToolbarItem[] = [
  table("table.row-above", () => $insertTableRowAtSelection(false)),
  table("table.row-below", () => $insertTableRowAtSelection(true)),
  table("table.row-delete", () => $deleteTableRowAtSelection()),
  table("table.column-before", () => $insertTableColumnAtSelection(false), {
    isIdle: (state) => state.table?.canWiden === false,
  }),
  table("table.column-after", () => $insertTableColumnAtSelection(true), {
    isIdle: (state) => state.table?.canWiden === false,
  }),
  table("table.column-delete", () => $deleteTableColumnAtSelection()),
  table("table.head-row", () => $toggleHeadRow(), {
    isPressed: (state) => state.table?.isHeadRow === true,
  }),
  table("table.head-column", () => $toggleHeadColumn(), {
    isPressed: (state) => state.table?.isHeadColumn === true,
  }),
  table("table.merge", () => $mergeSelectedCells(), {
    isIdle: (state) => state.table?.canMerge !== true,
  }),
  table("table.split", () => $unmergeCell(), {
    isIdle: (state) => state.table?.canSplit !== true,
  }),
  table("table.delete", () => $removeTable()),
];
