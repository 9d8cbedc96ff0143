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

const UNKNOWN = 0;
const KEPT = 1;
const CHANGED = 2;
/** By UTF-16 unit. Halves of a pair count as changed: the pair is looked up. */
const kinds = new Uint8Array(0x1_00_00);

function learn(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const character = String.fromCharCode(unit);
  const kind = !isHalf && foldCharacter(character) === character ? KEPT : CHANGED;
  kinds[unit] = kind;
  return kind;
}

/**
 * NFKC, small letters, simplified and usual characters; character by character, so that places can be
 * found again. Most characters of a text fold to themselves: whole stretches of them are taken at once.
 */
export function fold(text: string): string {
  let folded = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] === UNKNOWN ? learn(unit) : kinds[unit];
    if (kind === KEPT) continue;
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    folded += text.slice(from, at) + foldCharacter(character);
    at += character.length - 1;
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
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
