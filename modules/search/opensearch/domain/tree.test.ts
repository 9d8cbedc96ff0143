import { expect, test } from "vitest";
import { allOf, anyOf, groupsQuery, term } from "#modules/search/domain/tsquery.ts";
import { treeOf } from "#modules/search/opensearch/domain/tree.ts";

const word = (text: string, ...tiers: string[]) => ({ kind: "word", word: text, tiers });

test("what the platform asks of PostgreSQL is read back, marks, tiers and brackets included", () => {
  expect(treeOf(term("公告"))).toEqual(word("公告"));
  for (const hostile of ["it's", "a\\b", "''", "a & b | (c", "':A", "'"])
    expect(treeOf(term(hostile, "CD"))).toEqual(word(hostile, "C", "D"));
  const groups = [[["公积金"], ["住房", "公积金"]], [["提取"]]];
  expect(treeOf(allOf([groupsQuery(groups), term("@s1")]))).toEqual({
    kind: "all",
    parts: [
      {
        kind: "any",
        parts: [word("公积金"), { kind: "all", parts: [word("住房"), word("公积金")] }],
      },
      word("提取"),
      word("@s1"),
    ],
  });
});

test("and binds before or", () => {
  expect(treeOf(`${anyOf([term("a"), term("b")])} & 'c' | 'd'`)).toEqual({
    kind: "any",
    parts: [
      { kind: "all", parts: [{ kind: "any", parts: [word("a"), word("b")] }, word("c")] },
      word("d"),
    ],
  });
});

test.each(["", "'a", "a", "'a' 'b'", "('a'", "'a')", "'a' &", "!'a'", "'a' <-> 'b'", "'a':*"])(
  "%s is no question of ours",
  (query) => {
    expect(() => treeOf(query)).toThrow();
  },
);
