import { expect, test } from "vitest";
import type { Candidate } from "#modules/search/domain/rank.ts";
import { ranked } from "#modules/search/domain/rank.ts";
import { WEIGHTS } from "#modules/search/domain/settings.ts";
import { titleWords } from "#modules/search/domain/words.ts";

const asked = {
  text: "公积金提取",
  pairs: titleWords("公积金提取"),
  grams: [],
  groups: [[titleWords("公积金提取")]],
  weightOf: () => 1,
  now: new Date("2026-11-29T00:00:00Z"),
};

const candidate = (resourceId: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ resourceId, title: "公积金提取指南", class: "news", validity: "current" },
  ...{ publishedAt: new Date("2026-11-20T00:00:00Z"), text: 1, isNumberFound: false },
  ...{ near: 0, clicks: 0 },
  ...more,
});

const order = (...candidates: Candidate[]) =>
  ranked(candidates, asked).map(({ resourceId }) => resourceId);

test("of two that fit alike, the one that is opened more stands first", () => {
  const newer = candidate(1, { publishedAt: new Date("2026-11-28T00:00:00Z") });
  expect(order(newer, candidate(2, { clicks: 0.5 }))).toEqual([2, 1]);
});

test("clicks push nothing past a better match, however many", () => {
  const other = candidate(2, { title: "住房保障工作会议召开", clicks: 1_000 });
  expect(order(other, candidate(1))).toEqual([1, 2]);
  expect(WEIGHTS.clicks).toBeLessThan(WEIGHTS.titleBegins);
});
