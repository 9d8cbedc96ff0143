import { expect, test } from "vitest";
import { lookAlikes } from "#modules/search/domain/shapes.ts";

test.each([
  ["贷运", "货运"],
  ["戍亥", "戌亥"],
  ["保检", "保险"],
  ["己经", "已经"],
])("%s may be meant for %s", (typed, meant) => expect(lookAlikes(typed)).toContain(meant));

test("one character at a time, never the word itself", () => {
  expect(lookAlikes("未己")).toEqual(["末己", "未已", "未巳"]);
  expect(lookAlikes("貔貅")).toEqual([]);
  expect(lookAlikes("")).toEqual([]);
});
