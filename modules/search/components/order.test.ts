import { expect, test } from "vitest";
import { moved } from "#modules/search/components/order.ts";

test.each([
  [1, -1, "bac"],
  [1, 1, "acb"],
  [0, -1, "abc"],
  [2, 1, "abc"],
  [9, 1, "abc"],
] as const)("the entry at %i goes %i: %s", (at, by, expected) => {
  expect(moved([..."abc"], at, by).join("")).toBe(expected);
});
