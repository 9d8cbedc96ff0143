import { MAX_ROW_SPAN, MAX_TABLE_COLUMNS } from "#lib/richtext/limits.ts";
import type { CellBlock, Table, TableCell, TableRow } from "#lib/richtext/nodes.ts";
import { placeCells } from "#lib/richtext/table-grid.ts";
import type { Raw } from "./fields.ts";
import { childrenOf, elementFields, oneOf, whole } from "./fields.ts";

/** How the blocks of a cell are drawn. */
type Draw = (nodes: readonly Raw[]) => CellBlock[];

const HEADER_STATES = [0, 1, 2, 3] as const;

/** The table without looks of its own, or null when it cannot be one. */
export function tableOf(raw: Raw, draw: Draw): Table | null {
  const rows = only(raw, "tablerow").map((row) => rowOf(row, draw));
  const isTable = rows.length > 0 && placeCells(rows.map(({ children }) => children)) !== null;
  return isTable ? { ...elementFields(raw), type: "table", children: rows } : null;
}

function rowOf(raw: Raw, draw: Draw): TableRow {
  const children = only(raw, "tablecell").map((cell) => cellOf(cell, draw));
  return { ...elementFields(raw), type: "tablerow", children };
}

function cellOf(raw: Raw, draw: Draw): TableCell {
  return {
    ...elementFields(raw),
    type: "tablecell",
    colSpan: whole(raw["colSpan"], 1, MAX_TABLE_COLUMNS),
    rowSpan: whole(raw["rowSpan"], 1, MAX_ROW_SPAN),
    headerState: oneOf(raw["headerState"], HEADER_STATES) ?? 0,
    backgroundColor: null,
    children: draw(childrenOf(raw)),
  };
}

function only(raw: Raw, type: string): Raw[] {
  return childrenOf(raw).filter((child) => child["type"] === type);
}
