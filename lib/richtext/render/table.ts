import type { Table, TableCell } from "../nodes.ts";
import type { Placed, TidyRow } from "../table-grid.ts";
import { tidyRows } from "../table-grid.ts";
import type { RenderContext } from "./context.ts";
import { attribute } from "./escape.ts";
import { renderInlines } from "./inline.ts";
import { looks } from "./paragraph.ts";

// Of Lexical's header states: 1 heads a column, 2 a row, 3 both, which HTML says as the column's.
const HEAD_OF_COLUMN = 1;

type DrawnCell = { html: string; isHead: boolean; isEmpty: boolean; lastRow: number };

/** A table in a region that scrolls sideways and can be reached by keyboard (C22). */
export function renderTable(node: Table, context: RenderContext): string {
  const rows = tidyRows(node.children.map((row) => row.children));
  if (rows === null || rows.length === 0) return "";
  const name = attribute("aria-label", context.tableName());
  const drawn = rows.map((row) => drawRow(row, context));
  const headRows = countHeadRows(drawn);
  const head = renderGroup("thead", drawn.slice(0, headRows));
  const body = renderGroup("tbody", drawn.slice(headRows));
  const region = `<section class="table-scroll" tabindex="0"${name}>`;
  return `${region}<table>\n${head}${body}</table></section>`;
}

/** True when the table prints anything, so that numbering counts what readers meet. */
export function hasCells(node: Table): boolean {
  return node.children.some((row) => row.children.length > 0);
}

/** Leading rows made of column heads only. A span that leaves them would be cut, so then none. */
function countHeadRows(rows: readonly DrawnCell[][]): number {
  const firstBody = rows.findIndex((cells) => {
    return (
      !cells.some(({ isHead }) => isHead) || cells.some((cell) => !cell.isHead && !cell.isEmpty)
    );
  });
  const head = rows.slice(0, Math.max(0, firstBody)).flat();
  return head.every(({ lastRow }) => lastRow < firstBody) ? Math.max(0, firstBody) : 0;
}

function renderGroup(tag: "thead" | "tbody", rows: readonly DrawnCell[][]): string {
  if (rows.length === 0) return "";
  const lines = rows.map((cells) => `<tr>${cells.map(({ html }) => html).join("")}</tr>`);
  return `<${tag}>\n${lines.join("\n")}\n</${tag}>\n`;
}

function drawRow({ cells, missing }: TidyRow<TableCell>, context: RenderContext): DrawnCell[] {
  const filler = { html: "<td></td>", isHead: false, isEmpty: true, lastRow: 0 };
  const drawn = cells.map((placed) => drawCell(placed, context));
  return [...drawn, ...Array.from({ length: missing }, () => filler)];
}

function drawCell(placed: Placed<TableCell>, context: RenderContext): DrawnCell {
  const { cell, colSpan, rowSpan } = placed;
  const isHeader = cell.headerState !== 0;
  const { className, content } = cellContent(cell, { ...context, isInHeaderCell: isHeader });
  const spans = spanAttribute("colspan", colSpan) + spanAttribute("rowspan", rowSpan);
  const isEmpty = content === "";
  const isHead = (cell.headerState & HEAD_OF_COLUMN) !== 0 && !isEmpty;
  const lastRow = placed.row + rowSpan - 1;
  // A header without words names nothing (the usual empty corner).
  if (!isHeader || isEmpty) {
    return { html: `<td${className}${spans}>${content}</td>`, isHead, isEmpty, lastRow };
  }
  const scope = attribute("scope", isHead ? "col" : "row");
  return { html: `<th${scope}${className}${spans}>${content}</th>`, isHead, isEmpty, lastRow };
}

/** A single paragraph, by far the most common cell, stands in the cell without its tag. */
function cellContent(
  cell: TableCell,
  context: RenderContext,
): { className: string; content: string } {
  const [only, ...others] = cell.children;
  const isLine = only?.type === "paragraph" || (only?.type === "heading" && context.isInHeaderCell);
  if (isLine && others.length === 0) {
    return { className: looks(only, context), content: renderInlines(only.children, context) };
  }
  const content = context.renderBlocks(cell.children, context);
  return { className: looks(cell, context), content };
}

function spanAttribute(name: string, span: number): string {
  return attribute(name, span > 1 ? span : null);
}
