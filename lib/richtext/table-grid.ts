import { MAX_TABLE_COLUMNS } from "./limits.ts";

export type Spanning = { colSpan: number; rowSpan: number };

/** Where a cell ended up, and how far it reaches. */
export type Placed<C> = { cell: C; row: number; column: number; colSpan: number; rowSpan: number };

/**
 * Lays rows of spanning cells out as browsers do, with repairs: a cell ends where one from above
 * stands in its way, and none reaches beyond the last column. Null when some cell would begin
 * beyond `MAX_TABLE_COLUMNS`.
 */
export function placeCells<C extends Spanning>(
  rows: readonly (readonly C[])[],
): Placed<C>[] | null {
  const placed: Placed<C>[] = [];
  // For each column, the first row in which it is free again.
  const freeFrom: number[] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const [index, cell] of cells.entries()) {
      column = firstFree(freeFrom, column, row);
      if (column >= MAX_TABLE_COLUMNS) return null;
      // `colspan="99"` is how people write "the whole width"; the cells after it need room too.
      const room = MAX_TABLE_COLUMNS - column - (cells.length - 1 - index);
      const colSpan = freeRun(freeFrom, column, row, Math.min(cell.colSpan, room));
      for (let at = column; at < column + colSpan; at += 1) freeFrom[at] = row + cell.rowSpan;
      placed.push({ cell, row, column, colSpan, rowSpan: cell.rowSpan });
      column += colSpan;
    }
  }
  return placed;
}

function firstFree(freeFrom: readonly number[], from: number, row: number): number {
  let column = from;
  while ((freeFrom[column] ?? 0) > row) column += 1;
  return column;
}

function freeRun(freeFrom: readonly number[], column: number, row: number, wanted: number): number {
  let length = 1;
  while (length < wanted && (freeFrom[column + length] ?? 0) <= row) length += 1;
  return length;
}

/** A table without rows or columns in which nothing begins, and how many cells each row is short. */
export type TidyRow<C> = { cells: Placed<C>[]; missing: number };

/**
 * The rows of a table as valid HTML wants them: every row and every column has a cell that begins
 * in it, spans end inside the table. Null when too wide.
 */
export function tidyRows<C extends Spanning>(rows: readonly (readonly C[])[]): TidyRow<C>[] | null {
  const placed = placeCells(rows);
  if (placed === null) return null;
  const rowOf = ranks(placed.map(({ row }) => row));
  const columnOf = ranks(placed.map(({ column }) => column));
  const tidy = Array.from(
    { length: rowOf.count },
    (): TidyRow<C> => ({ cells: [], missing: columnOf.count }),
  );
  for (const { cell, row, column, colSpan, rowSpan } of placed) {
    const moved = {
      cell,
      row: rowOf.before(row),
      column: columnOf.before(column),
      rowSpan: rowOf.before(row + rowSpan) - rowOf.before(row),
      colSpan: columnOf.before(column + colSpan) - columnOf.before(column),
    };
    tidy[moved.row]?.cells.push(moved);
    for (const reached of tidy.slice(moved.row, moved.row + moved.rowSpan)) {
      reached.missing -= moved.colSpan;
    }
  }
  return tidy;
}

/** How many distinct positions lie before a given one. */
function ranks(positions: number[]): { count: number; before: (position: number) => number } {
  const used = new Set(positions);
  const before: number[] = [0];
  const end = positions.reduce((last, position) => Math.max(last, position), -1) + 1;
  for (let position = 0; position < end; position += 1) {
    before.push((before[position] ?? 0) + (used.has(position) ? 1 : 0));
  }
  return { count: used.size, before: (position) => before[position] ?? used.size };
}
