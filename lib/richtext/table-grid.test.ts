import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_TABLE_COLUMNS } from "./limits.ts";
import type { Placed } from "./table-grid.ts";
import { placeCells, tidyRows } from "./table-grid.ts";

const cell = (colSpan = 1, rowSpan = 1) => ({ colSpan, rowSpan });
const shapes = (rows: ReturnType<typeof cell>[][]) =>
  tidyRows(rows)?.map(({ cells, missing }) => {
    return { cells: cells.map(({ colSpan, rowSpan }) => [colSpan, rowSpan]), missing };
  });

describe("the grid of a table", () => {
  test("puts a cell beside the one that reaches down from above", () => {
    const placed = placeCells([[cell(1, 2), cell()], [cell()]]);
    expect(placed?.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
    ]);
  });

  test("ends a cell where another one stands, instead of letting them overlap", () => {
    expect(shapes([[cell(), cell(1, 2)], [cell(3)]])).toEqual([
      {
        cells: [
          [1, 1],
          [1, 2],
        ],
        missing: 0,
      },
      { cells: [[1, 1]], missing: 0 },
    ]);
  });

  test("cuts a span at the last row", () => {
    expect(shapes([[cell(1, 9)]])).toEqual([{ cells: [[1, 1]], missing: 0 }]);
  });

  test("drops rows and columns in which nothing begins", () => {
    expect(shapes([[cell(2, 2)], [], [cell(2)]])).toEqual([
      { cells: [[1, 1]], missing: 0 },
      { cells: [[1, 1]], missing: 0 },
    ]);
  });

  test("says how many cells a short row lacks", () => {
    expect(shapes([[cell(), cell(), cell()], [cell()]])?.[1]).toEqual({
      cells: [[1, 1]],
      missing: 2,
    });
  });

  test("lets a span that is far too wide end where the others need room", () => {
    expect(
      shapes([
        [cell(99_999), cell()],
        [cell(), cell()],
      ])?.[0]?.cells,
    ).toEqual([
      [2, 1],
      [1, 1],
    ]);
  });

  test("refuses more columns than a page can show", () => {
    const row = Array.from({ length: MAX_TABLE_COLUMNS }, () => cell());
    expect(placeCells([row])).not.toBeNull();
    expect(placeCells([[...row, cell()]])).toBeNull();
  });

  test("always covers every slot exactly once", () => {
    const span = fc.integer({ min: 1, max: 5 });
    const anyRows = fc.array(fc.array(fc.tuple(span, span), { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(anyRows, (spans) => {
        const rows = tidyRows(spans.map((row) => row.map(([across, down]) => cell(across, down))));
        const width = slotsOf(rows?.[0]);
        const covered = rows?.flatMap((row) => row.cells.flatMap(slotsUnder)) ?? [];
        const missing = rows?.reduce((sum, row) => sum + row.missing, 0) ?? 0;
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered.length + missing).toBe(width * (rows?.length ?? 0));
      }),
    );
  });
});

function slotsOf(row: NonNullable<ReturnType<typeof tidyRows>>[number] | undefined): number {
  return (row?.cells.reduce((sum, { colSpan }) => sum + colSpan, 0) ?? 0) + (row?.missing ?? 0);
}

function slotsUnder(placed: Placed<unknown>): string[] {
  const rows = Array.from({ length: placed.rowSpan }, (_, down) => placed.row + down);
  const columns = Array.from({ length: placed.colSpan }, (_, across) => placed.column + across);
  return rows.flatMap((row) => columns.map((column) => `${row},${column}`));
}
