import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Cutter } from "#modules/search/domain/cutter.ts";

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
        expect(cutter.cutForSearch(run)).toEqual(jieba.cutForSearch(run, false));
      }),
      { numRuns: 500 },
    );
  });
});

test("one's own words stay whole, and what no word holds is cut apart", () => {
  const small = new Cutter("政务 10 n\n服务 20 v\n", ["政务服务"]);
  expect(small.cut("政务服务𠮷务")).toEqual(["政务服务", "𠮷", "务"]);
  expect(small.cutForSearch("政务服务")).toEqual(["政务", "服务", "政务服务"]);
  expect(small.cut("")).toEqual([]);
});
