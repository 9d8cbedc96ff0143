/** How much of a question stands in a title, and what of the title it may have meant. */
import { soundOf } from "#modules/search/domain/sound.ts";

const ALIKE_BY_SOUND = 0.95;

export type Alike = {
  /** 0–1: characters of the question that stand, in order and in one piece, in the title. */
  share: number;
  /** That piece of the title. */
  piece: string;
  /** Every character is the same or sounds the same. */
  isSameSound: boolean;
};

const soundMemo = new Map<string, string>();
function syllable(character: string): string {
  let sound = soundMemo.get(character);
  if (sound === undefined) {
    sound = soundOf(character);
    soundMemo.set(character, sound);
  }
  return sound;
}

/** Two stretches of the same length, character by character. */
function compare(asked: readonly string[], given: readonly string[]): Alike {
  let sum = 0;
  let isSameSound = true;
  for (const [at, character] of asked.entries()) {
    const other = given[at] ?? "";
    if (character === other) sum += 1;
    else if (syllable(character) === syllable(other)) sum += ALIKE_BY_SOUND;
    else isSameSound = false;
  }
  return { share: sum / asked.length, piece: given.join(""), isSameSound };
}

/** The piece of a folded title, as long as the question, that is most like it. */
export function alike(question: string, title: string): Alike {
  const asked = [...question];
  const given = [...title];
  if (question !== "" && title.includes(question))
    return { share: 1, piece: question, isSameSound: true };
  let best: Alike = { share: 0, piece: "", isSameSound: false };
  for (let from = 0; asked.length > 0 && from + asked.length <= given.length; from += 1) {
    const one = compare(asked, given.slice(from, from + asked.length));
    if (one.share > best.share) best = one;
  }
  return best;
}
