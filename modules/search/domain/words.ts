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

/** Characters that no word holds stand in runs: their pairs, or the one that is alone between words. */
function wordsOfRun(run: string, cut: (run: string) => string[]): string[] {
  const found: string[] = [];
  let alone = "";
  const endAlone = () => {
    if (alone.length > 1) found.push(...pairs(alone));
    alone = "";
  };
  for (const word of cut(run)) {
    if ([...word].length === 1) {
      alone += word;
    } else {
      endAlone();
      found.push(word);
    }
  }
  endAlone();
  return found;
}

/** Words of a text for its index row, with repetitions. */
export function textWords(folded: string): string[] {
  const found: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    if (HAN.test(run)) found.push(...wordsOfRun(run, (part) => cutter().cutForSearch(part, false)));
    else if (run.length <= MAX_LATIN) found.push(run);
  }
  return found;
}

/** Pairs of a title and its other runs: any part of two characters or more is found. */
export function titleWords(folded: string): string[] {
  const found = new Set<string>();
  for (const [run] of folded.matchAll(RUN)) {
    if (HAN.test(run)) for (const pair of pairs(run)) found.add(pair);
    else if (run.length <= MAX_LATIN) found.add(run);
  }
  return [...found];
}

/** Words of a question that carry meaning, in order, each once. All of them when none does. */
export function questionWords(folded: string): string[] {
  const found: string[] = [];
  for (const [run] of folded.matchAll(RUN)) {
    if (!HAN.test(run)) found.push(run.slice(0, MAX_LATIN));
    else if ([...run].length <= 2) found.push(run);
    else found.push(...wordsOfRun(run, (part) => cutter().cut(part, false)));
  }
  const unique = [...new Set(found)];
  const meant = unique.filter((word) => !STOP_WORDS.has(word));
  return meant.length > 0 ? meant : unique;
}

/** Whether the dictionary knows it as one word. */
export const isWord = (text: string): boolean => cutter().cut(text, false).length === 1;
