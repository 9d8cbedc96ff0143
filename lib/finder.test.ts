import { expect, test } from "vitest";
import type { Findable } from "#lib/finder.ts";
import { makeFinder } from "#lib/finder.ts";

const PLACES = [..."安北昌德东恩方国海河"];
const KINDS = ["通知", "公告", "意见", "办法"];

/** All titles of two places and a kind: few characters, each in many titles. */
const TITLES = PLACES.flatMap((one) =>
  PLACES.flatMap((other) => KINDS.map((kind) => `${one}${other}县关于防汛的${kind}`)),
);

const finderOf = (candidates: number) => {
  const finder = makeFinder<Findable>(candidates);
  for (const folded of TITLES) finder.add({ folded, sounds: [] });
  return (text: string) =>
    finder
      .find(text)
      .map(({ entry }) => entry.folded)
      .sort();
};

test("every part of a title finds exactly the titles that hold it", () => {
  const find = finderOf(TITLES.length);
  const parts = new Set(
    TITLES.slice(0, 9).flatMap((title) =>
      [1, 2, 3, 5, 8].flatMap((size) =>
        Array.from({ length: title.length - size + 1 }, (_, at) => title.slice(at, at + size)),
      ),
    ),
  );
  expect(parts.size).toBeGreaterThan(80);
  for (const part of parts)
    expect([part, find(part)]).toEqual([
      part,
      TITLES.filter((title) => title.includes(part)).sort(),
    ]);
});

test("a rare part is found among common ones, however few candidates are looked at", () => {
  const find = finderOf(10);
  expect(find("安北县关于防汛的公告")).toEqual(["安北县关于防汛的公告"]);
  expect(find("县关于防汛")).toHaveLength(10);
});

test("what stands nowhere, and nothing, finds nothing", () => {
  const find = finderOf(10);
  for (const text of ["", "貔貅", "安貅", "县县"]) expect(find(text)).toEqual([]);
});
