import { $isHeadingNode, $isQuoteNode } from "@lexical/rich-text";
import { $findTableNode, $isTableSelection, TableCellHeaderStates } from "@lexical/table";
import type { BaseSelection, LexicalEditor } from "lexical";
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
} from "lexical";
import { MAX_TABLE_COLUMNS } from "#lib/richtext/limits.ts";
import { $selectedBlocks } from "../commands/blocks.ts";
import { $calloutAtSelection, $canCallout } from "../commands/callouts.ts";
import { $footnoteAtSelection } from "../commands/footnotes.ts";
import { $chosenNode } from "../commands/images.ts";
import { $linkAtSelection } from "../commands/links.ts";
import type { ListKind } from "../commands/lists.ts";
import { $canIndent, $itemAt, $listKindAt, indentOf } from "../commands/lists.ts";
import { $cellAtSelection, $columnCount } from "../commands/tables.ts";

export const FORMATS = [
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "subscript",
  "superscript",
] as const;
export type TextFormat = (typeof FORMATS)[number];

export type ToolbarState = {
  block: string;
  formats: TextFormat[];
  alignment: string;
  list: ListKind | null;
  isLink: boolean;
  isFootnote: boolean;
  isCallout: boolean;
  canCallout: boolean;
  /** Type of the one thing that is selected as a whole. */
  chosen: string;
  canIndent: boolean;
  canOutdent: boolean;
  canUndo: boolean;
  canRedo: boolean;
  table: null | {
    isHeadRow: boolean;
    isHeadColumn: boolean;
    canMerge: boolean;
    canSplit: boolean;
    canWiden: boolean;
  };
};

type Selected = Omit<ToolbarState, "canUndo" | "canRedo">;

/** What the buttons show. Told only when something about it changes: not at every key. */
export function watchToolbar(
  editor: LexicalEditor,
  tell: (state: ToolbarState) => void,
): () => void {
  const history = { canUndo: false, canRedo: false };
  let told = "";
  const look = () => {
    const state = {
      ...editor.getEditorState().read(() => $readSelected(), { editor }),
      ...history,
    };
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    tell(state);
  };
  const remember = (key: keyof typeof history) => (can: boolean) => {
    history[key] = can;
    look();
    return false;
  };
  look();
  return mergeRegister(
    editor.registerUpdateListener(look),
    editor.registerCommand(CAN_UNDO_COMMAND, remember("canUndo"), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CAN_REDO_COMMAND, remember("canRedo"), COMMAND_PRIORITY_LOW),
  );
}

function $readSelected(): Selected {
  const selection = $getSelection();
  return {
    ...$readBlock(),
    formats: FORMATS.filter((format) => hasFormat(selection, format)),
    list: $listKindAt(selection),
    isLink: $linkAtSelection() !== null,
    isFootnote: $footnoteAtSelection() !== null,
    isCallout: $calloutAtSelection() !== null,
    canCallout: $canCallout(),
    chosen: $chosenNode()?.getType() ?? "",
    canIndent: $canIndent(),
    table: $readTable(),
  };
}

function hasFormat(selection: BaseSelection | null, format: TextFormat): boolean {
  const canHave = $isRangeSelection(selection) || $isTableSelection(selection);
  return canHave && selection.hasFormat(format);
}

function $readBlock(): Pick<Selected, "block" | "alignment" | "canOutdent"> {
  const [block] = $selectedBlocks();
  const [node] = $getSelection()?.getNodes() ?? [];
  const inner = node
    ? $findMatchingParent(node, (one) => $isElementNode(one) && !one.isInline())
    : null;
  const isQuoted = block ? $findMatchingParent(block, $isQuoteNode) !== null : false;
  const kind = $isHeadingNode(block) ? block.getTag() : (block?.getType() ?? "");
  return {
    block: isQuoted ? "quote" : kind,
    alignment: $isElementNode(inner) ? inner.getFormatType() : "",
    canOutdent: indentOf($itemAt($getSelection()) ?? block) > 0,
  };
}

function $readTable(): ToolbarState["table"] {
  const cell = $cellAtSelection();
  const table = cell && $findTableNode(cell);
  if (!cell || !table) return null;
  return {
    isHeadRow: cell.hasHeaderState(TableCellHeaderStates.ROW),
    isHeadColumn: cell.hasHeaderState(TableCellHeaderStates.COLUMN),
    canMerge: $isTableSelection($getSelection()),
    canSplit: cell.getColSpan() > 1 || cell.getRowSpan() > 1,
    canWiden: $columnCount(table) < MAX_TABLE_COLUMNS,
  };
}

export const NOTHING_SELECTED: ToolbarState = {
  block: "",
  formats: [],
  alignment: "",
  list: null,
  isLink: false,
  isFootnote: false,
  isCallout: false,
  canCallout: false,
  chosen: "",
  canIndent: false,
  canOutdent: false,
  canUndo: false,
  canRedo: false,
  table: null,
};
