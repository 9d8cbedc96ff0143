/** Which questions stand near one. Pure. */
import { STOP_WORDS } from "#modules/search/domain/lexicon.ts";
import { textWords } from "#modules/search/domain/words.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

/** Words of a question by which another is like it: long ones and the shorter ones within them. */
export const wordsOf = (text: string): string[] => [
  ...new Set(textWords(text).filter((word) => !STOP_WORDS.has(word))),
];

type Question = { text: string; words: readonly string[] };
type Candidate = Question & { asked: number; neighbours: readonly string[] };

/** Share of all their words that both have. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const there = new Set(one);
  const both = new Set(other).intersection(there).size;
  return both / new Set([...one, ...other]).size;
}

/** Those whose askers opened the same results first, then by words; never the question itself. */
export function nearest(asked: Question, candidates: readonly Candidate[]): string[] {
  const own = candidates.find(({ text }) => text === asked.text);
  const byWords = candidates
    .map(({ text, words, asked: times }) => ({ text, times, like: likeness(asked.words, words) }))
    .sort((a, b) => b.like - a.like || b.times - a.times || (a.text < b.text ? -1 : 1));
  const all = new Set([...(own?.neighbours ?? []), ...byWords.map(({ text }) => text)]);
  all.delete(asked.text);
  return [...all].slice(0, POPULAR.relatedShown);
}
