import { expect, test } from "vitest";
import type { BlockView } from "#themes/contract.ts";
import { packColumns } from "#themes/zhongzhou/blocks/pack-columns.ts";

function blocks(...counts: number[]): BlockView[] {
  const item = { title: "题", href: "/a", publishedAt: "2026-11-20T01:30:00Z", summary: null };
  return counts.map((count, index) => ({
    kind: "list",
    title: `${index}`,
    moreHref: `/${index}`,
    items: Array.from({ length: count }, () => ({ ...item, isPinned: false })),
  }));
}

function packed(...counts: number[]): string[] {
  return packColumns(blocks(...counts)).map((column) => column.map(({ title }) => title).join(" "));
}

test.each([
  ["short blocks fill up under one another", [7, 5, 3, 5, 3], ["0", "1 3", "2 4"]],
  ["the fourth block goes under the wide column", [5, 5, 5, 5], ["0", "1 3", "2"]],
  ["six even blocks stand two in a column", [5, 5, 5, 5, 5, 5], ["0 4", "1 3", "2 5"]],
  ["blocks too uneven for three columns stand in two", [12, 3, 3], ["0", "1 2"]],
  ["two blocks stand beside each other", [6, 6], ["0", "1"]],
  ["one block has the width to itself", [6], ["0"]],
  ["no blocks make no columns", [], []],
] as const)("%s", (_, counts, columns) => {
  expect(packed(...counts)).toEqual(columns);
});
