import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSynonyms } from "#modules/search/curation/domain.ts";
import { namesIn } from "#modules/search/domain/question.ts";

const { values, wrong } = readSynonyms(
  readFileSync(join(import.meta.dirname, "other-names.txt"), "utf8"),
);

test("every line is a pair, every word stands once, and none is its own other name", () => {
  expect(wrong).toEqual([]);
  expect(values.length).toBeGreaterThan(200);
  expect(new Set(values.map(({ word }) => word)).size).toBe(values.length);
  expect(values.filter(({ word, official }) => official.includes(word))).toEqual([]);
});

test("every word is looked up when it is asked inside a longer question", () => {
  const asked = values.filter(({ word }) => !namesIn(`本市 ${word} 办理`).includes(word));
  expect(asked).toEqual([]);
});

test("every word is found within a question without spaces, but where the dictionary cuts across it", () => {
  const missed = values.filter(({ word }) => !namesIn(`申请${word}需要材料`).includes(word));
  // 申请人 and 社局.
  expect(missed.map(({ word }) => word)).toEqual(["人社局"]);
});
