import fc from "fast-check";
import { expect, test } from "vitest";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Tier } from "#modules/search/domain/vector.ts";
import { bareVector, beginVector } from "#modules/search/domain/vector.ts";

const LAST_PLACE = 16_383;
type Part = readonly [Tier, readonly string[]];

/** The same, as plainly as it can be said. */
function plainly(parts: readonly Part[], filters: readonly string[]): string {
  const told = new Map<string, string[]>();
  let place = 0;
  for (const [tier, words] of parts)
    for (const word of words) {
      place = Math.min(place + 1, LAST_PLACE);
      told.set(word, [...(told.get(word) ?? []), `${place}${tier === "D" ? "" : tier}`]);
    }
  const lexemes = [...told].map(([word, places]) =>
    places.length === 1 && /\d$/.test(places[0] ?? "")
      ? word
      : `${word}:${places.slice(0, SEARCH.occurrences).join()}`,
  );
  return [...lexemes, filters.join(" ")].join(" ");
}

function made(parts: readonly Part[], filters: readonly string[]): string {
  const vector = beginVector();
  for (const [tier, words] of parts) for (const word of words) vector.of(tier).other(word);
  return vector.end(filters);
}

const word = fc.oneof(
  fc.constantFrom("政务", "服务", "居住证", "a1", "#文号", "𠮷野", "2026-1"),
  fc.stringMatching(/^[a-z0-9一-龥]{1,6}$/),
);
const parts = fc.array(
  fc.tuple(fc.constantFrom<Tier>("A", "B", "C", "D"), fc.array(word, { maxLength: 60 })),
);

test("row after row, each tells its own words and places and nothing of those before it", () => {
  fc.assert(
    fc.property(parts, fc.array(fc.constantFrom("@s1", "@v1", "@y2026")), (some, filters) => {
      expect(made(some, filters)).toBe(plainly(some, filters));
    }),
    { numRuns: 300 },
  );
});

test("more words than are kept, and more places than can be told", () => {
  const many: Part = ["D", Array.from({ length: 150_000 }, (_, at) => `w${at}`)];
  for (const some of [
    [many],
    [["A", ["标题", "标题", "标题"]], many],
    [["A", ["标题"]]],
  ] as Part[][])
    expect(made(some, ["@s1"])).toBe(plainly(some, ["@s1"]));
});

test("without places each word stands once", () => {
  expect(bareVector(["一", "二", "一"], ["@s1"])).toBe("一 二 @s1");
});
