import { expect, test } from "vitest";
import type { Candidate } from "#modules/search/domain/rank.ts";
import { ranked } from "#modules/search/domain/rank.ts";
import { titleWords } from "#modules/search/domain/words.ts";

const now = new Date("2026-11-29T00:00:00Z");

function order(text: string, ...titles: string[]): string[] {
  const asked = { text, grams: [], groups: [[titleWords(text)]], weightOf: () => 1, now };
  const candidates = titles.map(
    (title, resourceId): Candidate => ({
      ...{ resourceId, title, class: "service", validity: "current", publishedAt: now },
      ...{ text: 1, isNumberFound: false, near: 0, clicks: 0 },
    }),
  );
  return ranked(candidates, asked).map(({ title }) => title);
}

test("the very title stands first, then the one that holds little else", () => {
  const titles = ["关于失业登记的若干说明和办法", "失业登记指南", "失业登记"];
  expect(order("失业登记", ...titles)).toEqual(titles.toReversed());
});

test("words that begin a part of a title between marks are no piece of a longer word", () => {
  const piece = "律师机构代表变更审核";
  const part = "无线电台执照（变更）";
  expect(order("变更", piece, part)).toEqual([part, piece]);
  const first = "变更律师机构代表审核";
  expect(order("变更", piece, part, first)).toEqual([first, part, piece]);
});

test("an astral character before the words is a letter as any other", () => {
  const joined = "𠮷变更登记的办法";
  const apart = "某、变更登记的办法";
  expect(order("变更", joined, apart)).toEqual([apart, joined]);
});
