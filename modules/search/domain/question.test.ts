import { expect, test } from "vitest";
import { questionFor } from "#db/testing/search-contract-tools.ts";
import { filtersOf, namesIn, questionOf } from "#modules/search/domain/question.ts";
import { filterGroup } from "#modules/search/domain/tsquery.ts";

const SYNONYMS = new Map([
  ["五险一金", ["社会保险", "住房公积金"]],
  ["公租房", ["公共租赁住房"]],
  ["驾照", ["机动车驾驶证"]],
  ["租房", ["房屋租赁"]],
  ["准生证办理", ["生育登记"]],
]);

const asked = (typed: string, isLiteral = false) =>
  questionOf(typed, { filters: [], synonyms: SYNONYMS, isLiteral });

test.each([
  ["五险一金怎么交", ["五险一金"]],
  ["公租房申请", ["公租房"]],
  ["申请公租房和换驾照", ["公租房", "驾照"]],
  ["外地租房补贴", ["租房"]],
  ["准生证办理", ["准生证办理"]],
  ["身份证补办", []],
])("%s is also asked by the other names of %j", (typed, names) =>
  expect(asked(typed).expanded.map(({ from }) => from)).toEqual(names),
);

test("what stands beside a name is asked word by word", () => {
  expect(asked("公租房申请条件").groups).toEqual([
    // As the index keeps it: 公 alone is no word.
    [["租房"], ["公共", "租赁", "住房"]],
    [["申请"]],
    [["条件"]],
  ]);
});

test("as typed means as typed", () => {
  expect(asked("公租房申请", true).expanded).toEqual([]);
});

test("a name is looked up wherever the dictionary's pieces end", () => {
  expect(namesIn("学区房划片")).toEqual(
    expect.arrayContaining(["学区房划片", "学区房", "学区", "划片"]),
  );
  // 中学生 is one word: no student is meant apart.
  expect(namesIn("中学生资助")).not.toContain("学生");
});

test("years are one filter of which a row holds one: the plan counts them together", () => {
  const filters = filtersOf(
    questionFor(7, "a", { from: "2023-02-01", to: "2024-12-31", class: "policy" }),
    { asked: 7, other: null },
  );
  expect(filters.map(filterGroup)).toEqual([[["@s7"]], [["@cpolicy"]], [["@y2023"], ["@y2024"]]]);
});
