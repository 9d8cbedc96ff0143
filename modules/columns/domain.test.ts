import { expect, test } from "vitest";
import { columnProblems, flatten, withAncestors } from "#modules/columns/domain.ts";

type Spec = { path: string; children: Spec[] };
const column = (path: string, children: Spec[] = []): Spec => ({ path, children });

test("parents come before their children", () => {
  const flat = flatten([column("a", [column("a/b", [column("a/b/c")])]), column("d")]);
  expect(flat.map(({ spec, parentPath }) => [spec.path, parentPath])).toEqual([
    ["a", null],
    ["a/b", "a"],
    ["a/b/c", "a/b"],
    ["d", null],
  ]);
});

test("no column takes a word of the platform, leaves its parent or comes twice", () => {
  const flat = flatten([
    column("care"),
    column("en", []),
    column("a", [column("x/b")]),
    column("a"),
  ]);
  expect(columnProblems(flat)).toEqual([
    { path: "care", problem: "path-reserved" },
    { path: "en", problem: "path-reserved" },
    { path: "x/b", problem: "path-not-under-parent" },
    { path: "a", problem: "path-twice" },
  ]);
});

test("a person sees their columns and the way to them, nothing beside", () => {
  const tree = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
    { id: 4, parentId: 1 },
    { id: 5, parentId: null },
  ];
  expect(withAncestors(tree, [3]).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(withAncestors(tree, [99])).toEqual([]);
});
