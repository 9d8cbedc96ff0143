import { paragraph, table, tableCell, tableRow } from "../build.ts";
import { MAX_ROW_SPAN, MAX_TABLE_COLUMNS } from "../limits.ts";
import type { CellBlock, Table, TableCell } from "../nodes.ts";
import { tidyRows } from "../table-grid.ts";
import type { Container, FlatBlock } from "./flat.ts";
import { emptyContainer } from "./flat.ts";
import { foldBlocks } from "./fold.ts";
import type { Styled } from "./style.ts";

type CellDraft = {
  container: Container;
  colSpan: number;
  rowSpan: number;
  isHeader: boolean;
  scope: string | undefined;
  isInHead: boolean;
};

/** One `<table>` while it is read. */
export type TableFrame = { rows: CellDraft[][] };

export function addCell(frame: TableFrame, element: Styled, isInHead: boolean): Container {
  const draft: CellDraft = {
    container: emptyContainer(true),
    colSpan: span(element.attributes.get("colspan"), MAX_TABLE_COLUMNS),
    rowSpan: span(element.attributes.get("rowspan"), MAX_ROW_SPAN),
    isHeader: element.tag === "th" || isInHead,
    scope: element.attributes.get("scope")?.toLowerCase(),
    isInHead,
  };
  const row = frame.rows.at(-1);
  if (row) row.push(draft);
  else frame.rows.push([draft]);
  return draft.container;
}

/** The finished table, or null when it has no cells or too many columns for one. */
export function tableOf(frame: TableFrame): Table | null {
  const rows = tidyRows(frame.rows);
  if (rows === null || rows.length === 0) return null;
  return table(
    rows.map(({ cells }) => {
      const isHeadRow = cells.every(({ cell }) => cell.isHeader);
      return tableRow(
        cells.map(({ cell, colSpan, rowSpan }) => {
          const headerState = headerStateOf(cell, isHeadRow);
          return tableCell(cellBlocks(cell.container), { colSpan, rowSpan, headerState });
        }),
      );
    }),
  );
}

/** Everything in the cells, one after the other, for a table that cannot stay one. */
export function cellContents(frame: TableFrame): FlatBlock[] {
  return frame.rows.flatMap((row) => row.flatMap((cell) => cell.container.blocks));
}

function cellBlocks(container: Container): CellBlock[] {
  const blocks = foldBlocks(container.blocks).filter((block) => block.type !== "table");
  // Lexical's selection needs somewhere to stand.
  return blocks.length === 0 ? [paragraph([])] : blocks;
}

/** Lexical's 1 heads a column, 2 a row. Without a scope: a row of headers heads its columns. */
function headerStateOf(cell: CellDraft, isHeadRow: boolean): TableCell["headerState"] {
  if (!cell.isHeader) return 0;
  if (cell.scope === "row" || cell.scope === "rowgroup") return 2;
  if (cell.scope === "col" || cell.scope === "colgroup") return 1;
  return cell.isInHead || isHeadRow ? 1 : 2;
}

function span(written: string | undefined, most: number): number {
  const wanted = Number.parseInt(written ?? "", 10);
  // `rowspan="0"` means: to the end. Spans are cut at the table's edge anyway.
  if (wanted === 0) return most;
  return wanted > 0 ? Math.min(wanted, most) : 1;
}
