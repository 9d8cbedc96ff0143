import { expect, test } from "vitest";
import type { BlockView, BranchView } from "#themes/contract.ts";
import { blocksBesideRail } from "#themes/fuwutai/blocks/beside-rail.ts";

const link = { name: "栏目", href: "/c" };
const groups = (...counts: number[]): BranchView[] =>
  counts.map((count) => ({ link, children: Array.from({ length: count }, () => link) }));
const blocks = (...counts: number[]): BlockView[] =>
  counts.map((count, index) => ({
    kind: "list",
    title: "块",
    moreHref: `/${index}`,
    items: Array.from({ length: count }, (_, row) => ({
      title: "题",
      href: `/${index}/${row}`,
      publishedAt: "2026-11-20T01:30:00Z",
      summary: null,
      isPinned: false,
    })),
  }));

test.each([
  ["a short rail stands beside one block", groups(2, 2), blocks(7, 5, 5), 1],
  ["a long rail beside as many as it is high", groups(2, 5, 3, 2, 3, 3, 2, 2), blocks(7, 5, 5), 2],
  ["more blocks where they are short", groups(2, 5, 3, 2, 3, 3, 2, 2), blocks(3, 3, 3, 3), 4],
  ["no blocks, nothing beside", groups(2), blocks(), 0],
])("%s", (_, rail, beside, count) => {
  expect(blocksBesideRail(rail, beside)).toBe(count);
});
