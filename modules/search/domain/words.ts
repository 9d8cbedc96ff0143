/** Words of a folded text, as the index keeps them and as a question asks for them. */
import { dict } from "@node-rs/jieba/dict.js";
import { Cutter } from "#modules/search/domain/cutter.ts";
import { DOMAIN_WORDS, STOP_WORDS } from "#modules/search/domain/lexicon.ts";

const RUN = /[\p{Script=Han}〇]+|[a-z0-9]+(?:[.-][a-z0-9]+)*/gu;
const HAN = /^[\p{Script=Han}〇]/u;
const MAX_LATIN = 40;

let known: Cutter | null = null;

function cutter(): Cutter {
  known ??= new Cutter(new TextDecoder().decode(dict), DOMAIN_WORDS);
  return known;
}

/** Neighbouring characters of a run: what the dictionary misses is still found. */
export function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** Characters that no word holds stand together: their pairs, or nothing of one that is alone. */
function addWords(cut: readonly string[], found: string[]): void {
  let alone = "";
  const endAlone = () => {
    if (alone.length > 1) found.push(...pairs(alone));
    alone = "";
  };
  for (const word of cut) {
    if (word.length === 1 || isOneCharacter(word)) {
      alone += word;
    } else {
      if (alone !== "") endAlone();
      found.push(word);
    }
  }
  endAlone();
}

/** A character outside the first plane is two units long. */
const isOneCharacter = (word: string): boolean =>
  word.length === 2 && (word.codePointAt(0) ?? 0) > 0xffff;

const runsOf = (folded: string): string[] => folded.match(RUN) ?? [];

/** Words of a text for its index row, with repetitions. */
export function textWords(folded: string): string[] {
  const found: string[] = [];
  for (const run of runsOf(folded)) {
    if (HAN.test(run)) addWords(cutter().cutForSearch(run), found);
    else if (run.length <= MAX_LATIN) found.push(run);
  }
  return found;
}

/**
 * Characters and pairs of a title, and its other runs: any part of it is found, and so is a short form
 * whose characters stand apart in the full name.
 */
export function titleWords(folded: string): string[] {
  const found = new Set<string>();
  for (const run of runsOf(folded)) {
    if (HAN.test(run)) for (const gram of [...pairs(run), ...run]) found.add(gram);
    else if (run.length <= MAX_LATIN) found.add(run);
  }
  return [...found];
}

/** Words of a question that carry meaning, in order, each once. All of them when none does. */
export function questionWords(folded: string): string[] {
  const found: string[] = [];
  for (const run of runsOf(folded)) {
    if (!HAN.test(run)) found.push(run.slice(0, MAX_LATIN));
    else if ([...run].length <= 2) found.push(run);
    else addWords(cutter().cut(run), found);
  }
  const unique = [...new Set(found)];
  const meant = unique.filter((word) => !STOP_WORDS.has(word));
  return meant.length > 0 ? meant : unique;
}

/** Whether the dictionary knows it as one word. */
export const isWord = (text: string): boolean => cutter().cut(text).length === 1;
