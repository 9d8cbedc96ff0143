import { describe, expect, test } from "vitest";
import {
  heading,
  list,
  listItem,
  paragraph,
  richText,
  table,
  tableCell,
  tableRow,
  textRun,
} from "../build.ts";
import type { Table, TableCell } from "../nodes.ts";
import { renderHtml } from "../render.ts";

const cell = (text: string, fields: Partial<TableCell> = {}) =>
  tableCell([paragraph(text === "" ? [] : [textRun(text)])], fields);
const head = (text: string, fields: Partial<TableCell> = {}) =>
  cell(text, { headerState: 1, ...fields });
const tableOf = (...rows: TableCell[][]) => table(rows.map(tableRow));
const render = (...tables: Table[]) =>
  renderHtml(richText(tables), { variant: "std", tableLabel: "表格" }).replaceAll("\n", "");
const inside = (...rows: TableCell[][]) =>
  /<table>(.*)<\/table>/.exec(render(tableOf(...rows)))?.[1];

describe("a table", () => {
  test("stands in a named region that scrolls and takes the focus", () => {
    expect(render(tableOf([cell("一")]))).toBe(
      '<section class="table-scroll" tabindex="0" aria-label="表格">' +
        "<table><tbody><tr><td>一</td></tr></tbody></table></section>",
    );
  });

  test("has a name of its own when there are several, counting only those that are drawn", () => {
    const names = render(tableOf([cell("一")]), tableOf([]), tableOf([cell("二")])).match(
      /表格 \d/g,
    );
    expect(names).toEqual(["表格 1", "表格 2"]);
  });

  test("without cells is left out", () => {
    expect(render(tableOf([]))).toBe("");
  });

  test("cannot break out of its name", () => {
    const html = renderHtml(richText([tableOf([cell("一")])]), {
      variant: "std",
      tableLabel: '"><script>',
    });
    expect(html).toContain('aria-label="&quot;&gt;&lt;script&gt;"');
  });
});

describe("header cells", () => {
  test("in the first rows make a thead, and say what they head", () => {
    expect(
      inside([head("项目"), head("数值")], [cell("人口", { headerState: 2 }), cell("1")]),
    ).toBe(
      '<thead><tr><th scope="col">项目</th><th scope="col">数值</th></tr></thead>' +
        '<tbody><tr><th scope="row">人口</th><td>1</td></tr></tbody>',
    );
  });

  test("without words are plain cells, and the row is a head all the same", () => {
    expect(inside([head(""), head("数值")], [cell("人口"), cell("1")])).toContain(
      '<thead><tr><td></td><th scope="col">数值</th></tr></thead>',
    );
  });

  test("that reach below their rows leave the table without thead, so that nothing is cut", () => {
    const html = inside([head("一", { rowSpan: 2 }), head("二")], [cell("三")]);
    expect(html).toBe(
      '<tbody><tr><th scope="col" rowspan="2">一</th><th scope="col">二</th></tr>' +
        "<tr><td>三</td></tr></tbody>",
    );
  });

  test("alone are a body: a table is not all head", () => {
    expect(inside([head("一")])).toBe('<tbody><tr><th scope="col">一</th></tr></tbody>');
  });

  test("hold no headings, which HTML forbids there", () => {
    const title = tableCell([heading("h3", [textRun("题")]), paragraph([textRun("字")])], {
      headerState: 1,
    });
    expect(inside([title], [cell("一")])).toContain('<th scope="col"><p>题</p><p>字</p></th>');
  });
});

describe("a cell", () => {
  test("with one paragraph holds its words and its alignment", () => {
    expect(inside([tableCell([paragraph([textRun("一")], "center")])])).toContain(
      '<td class="ta-center">一</td>',
    );
  });

  test("with more holds blocks", () => {
    const children = [paragraph([textRun("一")]), list("bullet", [listItem([textRun("二")])])];
    expect(inside([tableCell(children)])).toContain("<td><p>一</p><ul><li>二</li></ul></td>");
  });

  test("keeps the spans that fit and loses those that do not", () => {
    const html = inside([cell("一", { colSpan: 2, rowSpan: 9 })], [cell("二")], [cell("三")]);
    expect(html).toBe(
      '<tbody><tr><td rowspan="3">一</td><td></td></tr>' +
        "<tr><td>二</td></tr><tr><td>三</td></tr></tbody>",
    );
  });
});
