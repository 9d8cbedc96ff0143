/** Words of a folded text, as the index keeps them and as a question asks for them. */
import { dict } from "@node-rs/jieba/dict.js";
import type { Taker } from "#modules/search/domain/cutter.ts";
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
class Joiner implements Taker {
  readonly #taker: Taker;
  #alone = "";

  constructor(taker: Taker) {
    this.#taker = taker;
  }

  kept(number: number): void {
    if (this.#alone !== "") this.end();
    this.#taker.kept(number);
  }

  other(word: string): void {
    if (word.length === 1 || isOneCharacter(word)) {
      this.#alone += word;
    } else {
      this.end();
      this.#taker.other(word);
    }
  }

  end(): void {
    if (this.#alone.length > 1)
      for (const pair of pairs(this.#alone)) cutter().give(pair, this.#taker);
    this.#alone = "";
  }
}

/** A character outside the first plane is two units long. */
const isOneCharacter = (word: string): boolean =>
  word.length === 2 && (word.codePointAt(0) ?? 0) > 0xffff;

const runsOf = (folded: string): string[] => folded.match(RUN) ?? [];

/** Gives the words of a text for its index row, in order, with repetitions. */
export function eachTextWord(folded: string, taker: Taker): void {
  const joiner = new Joiner(taker);
  for (const run of runsOf(folded)) {
    if (HAN.test(run)) {
      cutter().cutForSearch(run, joiner);
      joiner.end();
    } else if (run.length <= MAX_LATIN) taker.other(run);
  }
}

/** What a kept word is. */
export const keptWord = (number: number): string => cutter().word(number);

class Collector implements Taker {
  readonly words: string[] = [];

  kept(number: number): void {
    this.words.push(keptWord(number));
  }

  other(word: string): void {
    this.words.push(word);
  }
}

export function textWords(folded: string): string[] {
  const found = new Collector();
  eachTextWord(folded, found);
  return found.words;
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
  const found = new Collector();
  const joiner = new Joiner(found);
  for (const run of runsOf(folded)) {
    if (!HAN.test(run)) found.other(run.slice(0, MAX_LATIN));
    else if ([...run].length <= 2) found.other(run);
    else {
      for (const word of cutter().cut(run)) joiner.other(word);
      joiner.end();
    }
  }
  const unique = [...new Set(found.words)];
  const meant = unique.filter((word) => !STOP_WORDS.has(word));
  return meant.length > 0 ? meant : unique;
}

/** Every character of the runs of a text, cut as the dictionary has it: `公租房` is 公 and 租房. */
export const pieces = (folded: string): string[][] =>
  runsOf(folded).map((run) => (HAN.test(run) ? cutter().cut(run) : [run]));

/** Whether the dictionary knows it as one word. */
export const isWord = (text: string): boolean => cutter().cut(text).length === 1;
