/** One spelling for all: what is compared is folded, what is shown never is. */
import { Converter } from "opencc-js/t2cn";

/** Variant characters that OpenCC keeps apart, mostly of names. */
const VARIANTS = new Map(
  [..."禇褚郞郎髙高甯宁堃坤喆哲嫺娴﨑崎曁暨昇升珮佩嶽岳邨村濬浚祕秘緖绪淸清靑青眞真寗宁"].reduce<
    [string, string][]
  >((pairs, character, at, all) => {
    if (at % 2 === 0) pairs.push([character, all[at + 1] ?? character]);
    return pairs;
  }, []),
);

const known = new Map<string, string>();
let simplify: ((text: string) => string) | null = null;

function foldCharacter(character: string): string {
  const hit = known.get(character);
  if (hit !== undefined) return hit;
  simplify ??= Converter({ from: "t", to: "cn" });
  const plain = [...character.normalize("NFKC").toLowerCase()]
    .map((part) => VARIANTS.get(part) ?? part)
    .join("");
  const folded = [...simplify(plain)].map((part) => VARIANTS.get(part) ?? part).join("");
  known.set(character, folded);
  return folded;
}

/** NFKC, small letters, simplified and usual characters; character by character, so that places can be found again. */
export function fold(text: string): string {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** The folded text, and for each of its UTF-16 units where it began in the original. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit += 1) places.push(at);
    folded += part;
    at += character.length;
  }
  return { folded, places };
}
