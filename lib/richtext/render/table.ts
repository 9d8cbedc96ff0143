import type { Table, TableCell } from "../nodes.ts";
import type { Placed, TidyRow } from "../table-grid.ts";
import { tidyRows } from "../table-grid.ts";
import type { RenderContext } from "./context.ts";
import { attribute } from "./escape.ts";
import { renderInlines } from "./inline.ts";
import { looks } from "./paragraph.ts";

// Lexical's header states, as bits.
const HEAD_OF_COLUMN = 1;
const HEAD_OF_ROW = 2;

/** A table in a region that scrolls sideways and can be reached by keyboard (C22). */
export function renderTable(node: Table, context: RenderContext): string {
  const rows = tidyRows(node.children.map((row) => row.children));
  if (rows === null || rows.length === 0) return "";
  const name = attribute("aria-label", context.tableName());
  const headRows = countHeadRows(rows);
  const head = renderGroup("thead", rows.slice(0, headRows), context);
  const body = renderGroup("tbody", rows.slice(headRows), context);
  const region = `<div class="table-scroll" role="region" tabindex="0"${name}>`;
  return `${region}<table>\n${head}${body}</table></div>`;
}

/** True when the table prints anything, so that numbering counts what readers meet. */
export function hasCells(node: Table): boolean {
  return node.children.some((row) => row.children.length > 0);
}

/** Leading rows made of column heads only. A span that leaves them would be cut, so then none. */
function countHeadRows(rows: readonly TidyRow<TableCell>[]): number {
  const firstBody = rows.findIndex(({ cells, missing }) => {
    return missing > 0 || cells.some(({ cell }) => (cell.headerState & HEAD_OF_COLUMN) === 0);
  });
  if (firstBody <= 0) return 0;
  const head = rows.slice(0, firstBody).flatMap((row) => row.cells);
  return head.every(({ row, rowSpan }) => row + rowSpan <= firstBody) ? firstBody : 0;
}

function renderGroup(
  tag: "thead" | "tbody",
  rows: readonly TidyRow<TableCell>[],
  context: RenderContext,
): string {
  if (rows.length === 0) return "";
  const lines = rows.map(({ cells, missing }) => {
    const drawn = cells.map((placed) => renderCell(placed, context)).join("");
    return `<tr>${drawn}${"<td></td>".repeat(missing)}</tr>`;
  });
  return `<${tag}>\n${lines.join("\n")}\n</${tag}>\n`;
}

function renderCell({ cell, colSpan, rowSpan }: Placed<TableCell>, context: RenderContext): string {
  const isHeader = cell.headerState !== 0;
  const { className, content } = cellContent(cell, { ...context, isInHeaderCell: isHeader });
  const spans = spanAttribute("colspan", colSpan) + spanAttribute("rowspan", rowSpan);
  // A header without words names nothing (the usual empty corner).
  if (!isHeader || content === "") return `<td${className}${spans}>${content}</td>`;
  const isRowHead = cell.headerState === HEAD_OF_ROW;
  return `<th scope="${isRowHead ? "row" : "col"}"${className}${spans}>${content}</th>`;
}

/** A single paragraph, by far the most common cell, stands in the cell without its tag. */
function cellContent(
  cell: TableCell,
  context: RenderContext,
): { className: string; content: string } {
  const [only, ...others] = cell.children;
  if (only?.type === "paragraph" && others.length === 0) {
    return { className: looks(only, context), content: renderInlines(only.children) };
  }
  const content = context.renderBlocks(cell.children, context);
  return { className: looks(cell, context), content };
}

function spanAttribute(name: string, span: number): string {
  return attribute(name, span > 1 ? span : null);
}
