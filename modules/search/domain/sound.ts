/** How words sound: for words typed as they sound, in characters or in letters. */
import { pinyin } from "pinyin-pro";

/** Sounds that many speakers do not keep apart fall together. */
const foldSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/([aei])ng$/, "$1n")
    .replace(/^l/, "n")
    .replace(/ü/g, "v");

const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", v: true });

/** `zu fan`: one syllable for each character. */
export const soundOf = (text: string): string => syllablesOf(text).map(foldSyllable).join(" ");

/** `zufang`: the letters of all syllables, as they are typed. */
export const spelledOf = (text: string): string => syllablesOf(text).join("");

export const initialsOf = (text: string): string =>
  syllablesOf(text)
    .map((syllable) => syllable.slice(0, 1))
    .join("");

/** How the beginning of a text may be typed in letters: `zfgjj` and `zhufanggongjijin`. */
export function typedSounds(text: string, characters: number): string[] {
  const beginning = [...text].slice(0, characters).join("");
  return [initialsOf(beginning), spelledOf(beginning)];
}

const LONGEST = 6;
const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/;

const isSyllable = (part: string): boolean => SYLLABLE.exec(part)?.[0] === part;

/**
 * `zhufang` → `zhu fang`, longest syllables first; null when the letters are not syllables. From the end to the
 * beginning, so that each place is looked at once: `uaiuai…b` has more ways to be split than can be tried.
 */
export function splitSyllables(letters: string): string[] | null {
  const from: (string[] | null)[] = Array.from({ length: letters.length + 1 }, () => null);
  from[letters.length] = [];
  for (let at = letters.length - 1; at >= 0; at -= 1)
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length -= 1) {
      const part = letters.slice(at, at + length);
      const rest = from[at + length];
      if (!rest || !isSyllable(part)) continue;
      from[at] = [part, ...rest];
      break;
    }
  return from[0] ?? null;
}

export const foldedSyllables = (syllables: readonly string[]): string[] =>
  syllables.map(foldSyllable);
