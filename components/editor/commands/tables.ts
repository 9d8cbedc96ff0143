import type { TableCellNode, TableNode } from "@lexical/table";
import {
  $computeTableMapSkipCellCheck,
  $createTableNodeWithDimensions,
  $findCellNode,
  $findTableNode,
  $getTableColumnIndexFromTableCellNode,
  $getTableRowIndexFromTableCellNode,
  $isTableCellNode,
  $isTableSelection,
  $mergeCells,
  $setTableColumnIsHeader,
  $setTableRowIsHeader,
  TableCellHeaderStates,
} from "@lexical/table";
import { $insertNodeToNearestRoot } from "@lexical/utils";
import { $findMatchingParent, $getSelection, $isRootNode } from "lexical";
import { $selectedBlocks } from "./blocks.ts";

export type TableShape = {
  rows: number;
  columns: number;
  hasHeadRow: boolean;
  hasHeadColumn: boolean;
};

export function $cellAtSelection(): TableCellNode | null {
  const selection = $getSelection();
  const [node] = selection?.getNodes() ?? [];
  if (!node) return null;
  return $isTableSelection(selection)
    ? (selection.getNodes().find($isTableCellNode) ?? null)
    : $findCellNode(node);
}

export function $columnCount(table: TableNode): number {
  const [map] = $computeTableMapSkipCellCheck(table, null, null);
  return map.reduce((most, row) => Math.max(most, row.length), 0);
}

/** After the quote when the caret stands in one: a quote holds no table. */
export function $insertTable({ rows, columns, hasHeadRow, hasHeadColumn }: TableShape): void {
  const heads = { rows: hasHeadRow, columns: hasHeadColumn };
  const table = $createTableNodeWithDimensions(rows, columns, heads);
  const [block] = $selectedBlocks();
  const top = block && $findMatchingParent(block, (node) => $isRootNode(node.getParent()));
  if (block && top && !top.is(block)) top.insertAfter(table);
  else $insertNodeToNearestRoot(table);
  table.getFirstDescendant()?.selectStart();
}

export function $removeTable(): void {
  const cell = $cellAtSelection();
  const table = cell && $findTableNode(cell);
  if (!table) return;
  table.selectNext();
  table.remove();
}

export function $toggleHeadRow(): void {
  $withTable((cell, table) => {
    const row = $getTableRowIndexFromTableCellNode(cell);
    $setTableRowIsHeader(table, row, !cell.hasHeaderState(TableCellHeaderStates.ROW));
  });
}

export function $toggleHeadColumn(): void {
  $withTable((cell, table) => {
    const column = $getTableColumnIndexFromTableCellNode(cell);
    $setTableColumnIsHeader(table, column, !cell.hasHeaderState(TableCellHeaderStates.COLUMN));
  });
}

export function $mergeSelectedCells(): void {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return;
  $mergeCells(selection.getNodes().filter($isTableCellNode))?.selectEnd();
}

function $withTable(act: (cell: TableCellNode, table: TableNode) => void): void {
  const cell = $cellAtSelection();
  const table = cell && $findTableNode(cell);
  if (cell && table) act(cell, table);
}
