import { expect, test } from "vitest";
import {
  areReversed,
  questionKey,
  readProtected,
  readSynonyms,
  shareDays,
  stateOn,
  takesBestBets,
  writeSynonyms,
} from "#modules/search/curation/domain.ts";
import { plainly } from "#modules/search/domain/asked.ts";

test.each([
  ["身份证", "身份证"],
  ["身分證怎么办理？", "身分证"],
  ["  ＩＤ 卡 ", "id卡"],
  ["请问，居住证如何申请", "居住证"],
  ["《居住证》办理", "居住证办理"],
  ["？！", ""],
])("%s is the question %s", (typed, key) => {
  expect(questionKey(typed)).toBe(key);
});

test("what the reader narrowed to words in a place, or put in order of time, has no best bets", () => {
  const asked = plainly("居住证", 1, "site");
  expect(takesBestBets(asked)).toBe(true);
  expect(takesBestBets({ ...asked, literal: true } as typeof asked)).toBe(true);
  for (const more of [
    { sort: "time" },
    { field: "title" },
    { exactTitle: true },
    { documentNumber: "1号" },
  ] as const)
    expect([more, takesBestBets({ ...asked, ...more })]).toEqual([more, false]);
});

const days = (from: string | null, until: string | null) => ({ from, until });

test.each([
  [days(null, null), days(null, null), true],
  [days("2026-01-01", "2026-01-31"), days("2026-01-31", null), true],
  [days("2026-01-01", "2026-01-31"), days("2026-02-01", null), false],
  [days(null, "2026-01-31"), days("2026-02-01", "2026-02-02"), false],
  [days("2026-03-01", null), days(null, "2026-02-28"), false],
])("%o and %o share a day: %s", (one, other, expected) => {
  expect(shareDays(one, other)).toBe(expected);
  expect(shareDays(other, one)).toBe(expected);
});

test("a row is coming, current on both its ends, and ended", () => {
  const row = days("2026-01-02", "2026-01-03");
  const states = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"].map((day) =>
    stateOn(day, row),
  );
  expect(states).toEqual(["coming", "current", "current", "ended"]);
  expect(areReversed(days("2026-01-02", "2026-01-01"))).toBe(true);
  expect(areReversed(days("2026-01-02", "2026-01-02"))).toBe(false);
});

test("a file of synonyms is read, written and read again; what is no line is named by number", () => {
  const text = "\ufeff# 说明\r\n\r\n身份证\t居民身份证\r\n五险 \t社会保险， 社保,\t\r\n";
  const read = readSynonyms(text);
  expect(read).toEqual({
    values: [
      { word: "身份证", official: ["居民身份证"] },
      { word: "五险", official: ["社会保险", "社保"] },
    ],
    wrong: [],
    isLong: false,
  });
  expect(readSynonyms(writeSynonyms(read.values)).values).toEqual(read.values);
  const wrong = "好\t好的\n没有制表符 名称\n\t没有俗称\n多\t一列\t多余\n".concat(
    "长".repeat(21),
    "\t名\n",
  );
  expect(readSynonyms(wrong).wrong.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
});

test("a file of protected words has one a line", () => {
  expect(readProtected("青衣江\n# 注\n\n云川\n").values).toEqual(["青衣江", "云川"]);
  expect(readProtected("青衣江\t云川\n").wrong).toEqual([{ number: 1, text: "青衣江\t云川" }]);
});
