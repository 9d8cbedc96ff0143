/** Rules of what editors manage of the search. Values in, values out. */
import { synonymLine, wordInput } from "#modules/search/curation/schema.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { withoutQuestion } from "#modules/search/domain/question.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

/** One spelling of a question for all that ask the same: folded, without "how do I", spaces and marks. "" when nothing is left. */
export const questionKey = (typed: string): string =>
  withoutQuestion(fold(typed).trim()).replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, "");

/** Who says where the words must stand, or in which order results come, gets just that. */
export const takesBestBets = ({
  sort,
  field,
  exactTitle,
  documentNumber,
}: Pick<SearchQuery, "sort" | "field" | "exactTitle" | "documentNumber">): boolean =>
  sort === "relevance" && field === "all" && !exactTitle && documentNumber === null;

/** Days as YYYY-MM-DD, both inclusive; null: open. */
export type Days = { from: string | null; until: string | null };

export const areReversed = ({ from, until }: Days): boolean =>
  from !== null && until !== null && from > until;

/** Whether there is a day on which both hold. */
export const shareDays = (one: Days, other: Days): boolean =>
  !areReversed({ from: one.from, until: other.until }) &&
  !areReversed({ from: other.from, until: one.until });

export type BestBetState = "coming" | "current" | "ended";

export function stateOn(day: string, { from, until }: Days): BestBetState {
  if (from !== null && day < from) return "coming";
  return until !== null && day > until ? "ended" : "current";
}

export type Line<Value> = { number: number; text: string; value: Value | null };
export type WordFile<Value> = {
  values: Value[];
  /** Lines that are none, from 1; at most `CURATION.namedLines`. Nothing of such a file is taken. */
  wrong: { number: number; text: string }[];
  isLong: boolean;
};

function readLines<Value>(text: string, read: (line: string) => Value | null): WordFile<Value> {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const told = lines.flatMap((line, at): Line<Value>[] =>
    line.trim() === "" || line.startsWith("#")
      ? []
      : [{ number: at + 1, text: line, value: read(line) }],
  );
  return {
    values: told.flatMap(({ value }) => (value === null ? [] : [value])),
    wrong: told
      .filter(({ value }) => value === null)
      .slice(0, CURATION.namedLines)
      .map(({ number, text: wrong }) => ({
        number,
        text: [...wrong.trim()].slice(0, CURATION.wordCharacters).join(""),
      })),
    isLong: told.length > CURATION.fileLines,
  };
}

const namesIn = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");

export type Synonym = { word: string; official: readonly string[] };

/** One line a word: `俗称<TAB>正式名称[,正式名称]`; empty lines and those that begin with # are left out. */
export const readSynonyms = (text: string): WordFile<Synonym> =>
  readLines(text, (line) => {
    const [word = "", names = "", ...more] = line.split("\t");
    const read = synonymLine.safeParse({ word, official: namesIn(names) });
    return read.success && more.every((part) => part.trim() === "") ? read.data : null;
  });

/** The same format again. */
export const writeSynonyms = (synonyms: readonly Synonym[]): string =>
  synonyms.map(({ word, official }) => `${word}\t${official.join(",")}\n`).join("");

/** One word a line. */
export const readProtected = (text: string): WordFile<string> =>
  readLines(text, (line) => {
    const read = wordInput.safeParse({ word: line });
    return read.success && !line.trim().includes("\t") ? read.data.word : null;
  });

export const writeProtected = (words: readonly string[]): string =>
  words.map((word) => `${word}\n`).join("");

/** How a word stands in the lists and is found in a question. */
export const wordKey = (word: string): string => fold(word).trim();
