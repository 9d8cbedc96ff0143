import { expect, test } from "vitest";
import { makeSuggester } from "#modules/search/domain/suggester.ts";
import type { Suggestable } from "#modules/search/schema.ts";

const entry = (
  text: string,
  kind: Suggestable["kind"],
  siteIds: number[] = [],
  resourceId: number | null = null,
): Suggestable => ({ text, kind, siteIds, resourceId });

const suggest = await makeSuggester([
  entry("住房公积金", "word"),
  entry("住房公积金提取办理指南", "service", [1], 10),
  entry("关于调整住房公积金缴存比例的通知", "title", [2], 11),
  entry("办事服务", "column", [1, 2]),
  entry("云川省住房和城乡建设厅", "organisation"),
  entry("残疾人两项补贴申领", "service", [1, 2], 12),
  entry("𠮷田水库管理办法", "title", [1], 13),
]);
const texts = (text: string, siteId = 1, limit = 8) =>
  suggest({ siteId, text, limit }).map((found) => found.text);

test("what begins with the words comes first, then what holds them; of titles the site's own alone", () => {
  expect(texts("住房")).toEqual(["住房公积金", "住房公积金提取办理指南", "云川省住房和城乡建设厅"]);
  expect(texts("公积金", 2)).toEqual(["住房公积金", "关于调整住房公积金缴存比例的通知"]);
});

test.each([
  ["住房公積金", "住房公积金"],
  ["zfgjj", "住房公积金"],
  ["zhufang", "住房公积金"],
  ["zhu fang gong", "住房公积金"],
  ["ZFGJJ", "住房公积金"],
  ["补贴", "残疾人两项补贴申领"],
  ["𠮷", "𠮷田水库管理办法"],
])("%s suggests %s", (typed, wanted) => expect(texts(typed)[0]).toBe(wanted));

test.each(["", "   ", "没有这样的词", "金积公", "zz", "*", "\\", "' or 1=1", "(("])(
  "%j suggests nothing",
  (typed) => expect(texts(typed)).toEqual([]),
);

test("each text once, no more than asked for, with the resource it names", async () => {
  const twice = await makeSuggester([
    entry("办事服务", "column", [1]),
    entry("办事服务", "title", [1], 7),
    entry("办事指南", "column", [1]),
  ]);
  expect(twice({ siteId: 1, text: "办事", limit: 8 }).map(({ text }) => text)).toEqual([
    "办事服务",
    "办事指南",
  ]);
  expect(twice({ siteId: 1, text: "办事", limit: 1 })).toHaveLength(1);
  expect(suggest({ siteId: 2, text: "残疾人", limit: 1 })).toEqual([
    { text: "残疾人两项补贴申领", kind: "service", resourceId: 12 },
  ]);
});
