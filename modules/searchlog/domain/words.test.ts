import { describe, expect, test } from "vitest";
import type { HotChoice } from "#db/enums/searchlog.ts";
import { bare, holdsBlocked } from "#modules/searchlog/domain/blocked.ts";
import { csvOf } from "#modules/searchlog/domain/csv.ts";
import { hotCandidates } from "#modules/searchlog/domain/popular.ts";
import { nearest } from "#modules/searchlog/domain/related.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

const BLOCKED = ["赌博"];
const asked = (text: string, hot: number, hits = 5) => ({ text, asked: hot, hot, hits });
const none = new Map<string, HotChoice>();

describe("hot words", () => {
  test("are what enough people asked of their own accord, most first", () => {
    const many = POPULAR.leastHot;
    const rows = [asked("社保", many), asked("公积金", many + 5), asked("落户", many - 1)];
    expect(hotCandidates(rows, none, BLOCKED)).toEqual(["公积金", "社保"]);
  });

  test.each([
    ["with a blocked word", asked("网上赌博", 99)],
    ["with a blocked word that signs hide", asked("赌 - 博", 99)],
    ["with a blocked word in traditional characters", asked("賭博", 99)],
    ["without hits", asked("查无此事", 99, 0)],
    ["too long to be shown", asked("长".repeat(POPULAR.longestShown + 1), 99)],
  ])("never one %s", (_, row) => {
    expect(hotCandidates([row], none, BLOCKED)).toEqual([]);
  });

  test("editors pin and hide; a blocked word cannot be pinned", () => {
    const choices = new Map<string, HotChoice>([
      ["落户", "pin"],
      ["社保", "hide"],
      ["赌博", "pin"],
    ]);
    const rows = [asked("社保", 50), asked("公积金", 40)];
    expect(hotCandidates(rows, choices, BLOCKED)).toEqual(["落户", "公积金"]);
  });

  test("the same words in another order are one", () => {
    const rows = [asked("公积金提取", 50), asked("提取公积金", 40)];
    expect(hotCandidates(rows, none, BLOCKED)).toEqual(["公积金提取"]);
  });
});

test("related: who opened the same comes first, then who shares words; never the question itself", () => {
  const row = (text: string, words: string[], neighbours: string[] = []) => ({
    ...{ text, words, neighbours, asked: 3 },
  });
  const found = nearest({ text: "公积金提取", words: ["公积金", "提取"] }, [
    row("公积金提取", ["公积金", "提取"], ["租房补贴"]),
    row("公积金贷款利率", ["公积金", "贷款", "利率"]),
    row("公积金", ["公积金"]),
  ]);
  expect(found).toEqual(["租房补贴", "公积金", "公积金贷款利率"]);
});

test("a blocked word is found in whatever width and script", () => {
  expect(bare("赌 博！")).toBe("赌博");
  expect(holdsBlocked("禁止赌博", BLOCKED)).toBe(true);
  expect(holdsBlocked("博物馆", BLOCKED)).toBe(false);
});

test("a table cell cannot become a formula, nor break out of its cell", () => {
  expect(csvOf([["=1+1", "@x", "-2", "a,b", 'say "a"', -3]])).toBe(
    '\ufeff\'=1+1,\'@x,\'-2,"a,b","say ""a""",-3\r\n',
  );
});
