/** Tables: made, grown, merged, split and deleted. */
import { expect } from "@playwright/test";
import type { EditorPage, Press } from "./editor-page.ts";
import { blocksOf, buttonOf, empty } from "./editor-page.ts";

async function shapeOf(editor: EditorPage): Promise<string[]> {
  const table = (await blocksOf(editor)).find(({ type }) => type === "table");
  if (table?.type !== "table") return [];
  return table.children.map((row) =>
    row.children
      .map(({ colSpan, rowSpan, headerState }) => `${colSpan}x${rowSpan}h${headerState}`)
      .join(" "),
  );
}

export async function checkTable(editor: EditorPage, press: Press): Promise<void> {
  const { page } = editor;
  const { keyboard } = page;
  await empty(editor);
  await press(editor, "表格");
  await page.getByLabel("行数").fill("2");
  await page.getByLabel("列数").fill("2");
  await keyboard.press("Enter");
  await keyboard.type("甲");
  await keyboard.press("Tab");
  await keyboard.type("乙");
  const [head, body] = ["1x1h1 1x1h1", "1x1h0 1x1h0"];
  expect(await shapeOf(editor)).toEqual([head, body]);
  /** The button, the row to stand in before it, the table after it. */
  const steps: [string, number, string[]][] = [
    ["在下方插入行", 0, [head, body, body]],
    ["删除行", 1, [head, body]],
    ["在上方插入行", 1, [head, body, body]],
    ["删除行", 2, [head, body]],
    ["在右侧插入列", 0, ["1x1h1 1x1h1 1x1h1", "1x1h0 1x1h0 1x1h0"]],
    ["删除列", 0, [head, body]],
    ["在左侧插入列", 0, ["1x1h1 1x1h1 1x1h1", "1x1h0 1x1h0 1x1h0"]],
    ["删除列", 0, [head, body]],
    ["表头列", 0, ["1x1h1 1x1h3", "1x1h0 1x1h2"]],
    ["表头列", 0, [head, body]],
    ["表头行", 0, ["1x1h0 1x1h0", body]],
    ["表头行", 0, [head, body]],
  ];
  for (const [name, row, shape] of steps) {
    await toLastCell(editor, row);
    await press(editor, name);
    expect(await shapeOf(editor), name).toEqual(shape);
  }
  await checkMerging(editor, press);
  await press(editor, "删除表格");
  expect(await shapeOf(editor)).toEqual([]);
  await expect(buttonOf(editor, "删除表格")).toHaveCount(0);
}

/** Cells are chosen with Shift and arrows, merged, split again. */
async function checkMerging(editor: EditorPage, press: Press): Promise<void> {
  const { keyboard } = editor.page;
  await expect(buttonOf(editor, "合并单元格")).toHaveAttribute("aria-disabled", "true");
  await toLastCell(editor, 0);
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+ArrowDown");
  await expect(buttonOf(editor, "合并单元格")).not.toHaveAttribute("aria-disabled", "true");
  await press(editor, "合并单元格");
  expect(await shapeOf(editor)).toEqual(["1x1h1 1x2h1", "1x1h0"]);
  await press(editor, "拆分单元格");
  expect((await shapeOf(editor)).map((row) => row.split(" ").length)).toEqual([2, 2]);
}

async function toLastCell({ page }: EditorPage, row: number): Promise<void> {
  await page.locator(".rte-text tr").nth(row).locator("th, td").last().click();
}
