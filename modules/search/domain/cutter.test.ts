import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Cutter, KEPT_WORDS } from "#modules/search/domain/cutter.ts";

const OWN = ["一网通办", "居住证", "最多跑一次"];
const dictionary = new TextDecoder().decode(dict);
const cutter = new Cutter(dictionary, OWN);
const jieba = Jieba.withDict(dict);
jieba.loadDict(Buffer.from(`${OWN.map((word) => `${word} 10000 n`).join("\n")}\n`));

const sample = dictionary
  .split("\n")
  .flatMap((line, at) => (at % 97 === 0 ? [line.split(" ")[0] ?? ""] : []))
  .filter((word) => /^[一-鿿]+$/.test(word));
const text = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...sample) },
      { weight: 2, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map(String.fromCharCode) },
      { weight: 1, arbitrary: fc.constantFrom(...OWN, "𠮷", "㐀") },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const forSearch = (from: Cutter, run: string): string[] => {
  const found: string[] = [];
  from.cutForSearch(run, {
    kept: (number) => found.push(from.word(number)),
    other: (word) => found.push(word),
  });
  return found;
};

describe("text is cut as jieba cuts it", () => {
  test("into words", () => {
    fc.assert(
      fc.property(text, (run) => {
        expect(cutter.cut(run)).toEqual(jieba.cut(run, false));
      }),
      { numRuns: 500 },
    );
  });

  test("with the shorter words in long ones", () => {
    fc.assert(
      fc.property(text, (run) => {
        expect(forSearch(cutter, run)).toEqual(jieba.cutForSearch(run, false));
      }),
      { numRuns: 500 },
    );
  });
});

test("the same when more words were cut than are kept", () => {
  const words = dictionary
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((word) => /^[一-鿿]{2,}$/.test(word));
  const isKept = (word: string): boolean => {
    let told = false;
    cutter.give(word, {
      kept: () => {
        told = true;
      },
      other: () => {},
    });
    return told;
  };
  expect(words.length).toBeGreaterThan(2 * KEPT_WORDS);
  const different = words.filter(
    (word) => forSearch(cutter, word).join() !== jieba.cutForSearch(word, false).join(),
  );
  expect(different).toEqual([]);
  expect(words.slice(0, 1000).some(isKept)).toBe(true);
  expect(words.some((word) => !isKept(word))).toBe(true);
});

test("one's own words stay whole, and what no word holds is cut apart", () => {
  const small = new Cutter("政务 10 n\n服务 20 v\n", ["政务服务"]);
  expect(small.cut("政务服务𠮷务")).toEqual(["政务服务", "𠮷", "务"]);
  expect(forSearch(small, "政务服务")).toEqual(["政务", "服务", "政务服务"]);
  expect(small.cut("")).toEqual([]);
});
