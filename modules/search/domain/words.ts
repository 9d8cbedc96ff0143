/** Words of a folded text, as the index keeps them and as a question asks for them. */
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { DOMAIN_WORDS, STOP_WORDS } from "#modules/search/domain/lexicon.ts";

const RUN = /[\p{Script=Han}〇]+|[a-z0-9]+(?:[.-][a-z0-9]+)*/gu;
const HAN = /^[\p{Script=Han}〇]/u;
const MAX_LATIN = 40;

let jieba: Jieba | null = null;

function cutter(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(`${DOMAIN_WORDS.map((word) => `${word} 10000 n`).join("\n")}\n`));
  }
  return jieba;
}

/** Neighbouring characters of a run: what the dictionary misses is still found. */
export function pairs(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

/** Between runs that are cut together; the dictionary gives it back as a word of its own. */
const BETWEEN = "\n";

/**
 * Words of runs, a list for each: all are cut by one call, for the way into native code costs as much as
 * cutting a short run. Characters that no word holds stand together: their pairs, or the one that is alone.
 */
function wordsOfRuns(runs: readonly string[], cut: (text: string) => string[]): string[][] {
  const found: string[][] = [];
  let words: string[] = [];
  let alone = "";
  const endAlone = () => {
    if (alone.length > 1) words.push(...pairs(alone));
    alone = "";
  };
  for (const word of runs.length === 0 ? [] : cut(runs.join(BETWEEN) + BETWEEN)) {
    if (word === BETWEEN) {
      endAlone();
      found.push(words);
      words = [];
    } else if (word.length === 1 || isOneCharacter(word)) {
      alone += word;
    } else {
      endAlone();
      words.push(word);
    }
  }
  return found;
}

/** A character outside the first plane is two units long. */
const isOneCharacter = (word: string): boolean =>
  word.length === 2 && (word.codePointAt(0) ?? 0) > 0xffff;

const runsOf = (folded: string): string[] => folded.match(RUN) ?? [];

/** Words of a text for its index row, with repetitions. */
export function textWords(folded: string): string[] {
  const runs = runsOf(folded);
  const cut = wordsOfRuns(
    runs.filter((run) => HAN.test(run)),
    (text) => cutter().cutForSearch(text, false),
  );
  const found: string[] = [];
  let next = 0;
  for (const run of runs) {
    if (HAN.test(run)) for (const word of cut[next++] ?? []) found.push(word);
    else if (run.length <= MAX_LATIN) found.push(run);
  }
  return found;
}

/** Pairs of a title and its other runs: any part of two characters or more is found. */
export function titleWords(folded: string): string[] {
  const found = new Set<string>();
  for (const run of runsOf(folded)) {
    if (HAN.test(run)) for (const pair of pairs(run)) found.add(pair);
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
    else found.push(...wordsOfRuns([run], (text) => cutter().cut(text, false)).flat());
  }
  const unique = [...new Set(found)];
  const meant = unique.filter((word) => !STOP_WORDS.has(word));
  return meant.length > 0 ? meant : unique;
}

/** Whether the dictionary knows it as one word. */
export const isWord = (text: string): boolean => cutter().cut(text, false).length === 1;
