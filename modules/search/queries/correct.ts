/** What a question may have meant, by how it sounds or looks: homophones, pinyin, initials, look-alikes. Known words are never touched. */
import "server-only";
import type { Db } from "#db/client.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { lookAlikes } from "#modules/search/domain/shapes.ts";
import { foldedSyllables, soundOf, splitSyllables } from "#modules/search/domain/sound.ts";
import { listProtectedPlaces } from "#modules/search/queries/protected.ts";
import {
  findByInitials,
  listBySound,
  listKnownTerms,
  listWords,
} from "#modules/search/queries/terms.ts";

const WIDEST = 6;

type Stretch = { from: number; to: number; sound: string; text: string };

/** Every stretch of two to six parts. */
function stretches(parts: readonly string[], soundOfParts: (parts: readonly string[]) => string) {
  const found: Stretch[] = [];
  for (let from = 0; from < parts.length; from += 1)
    for (let to = from + 2; to <= Math.min(parts.length, from + WIDEST); to += 1) {
      const some = parts.slice(from, to);
      found.push({ from, to, sound: soundOfParts(some), text: some.join("") });
    }
  return found;
}

const LETTERS = /^[a-z' ]{2,40}$/;

/** `zhufang gongjijin` or `zfgjj` → 住房公积金; null when no word sounds so. */
async function fromLetters(db: Db, text: string): Promise<string | null> {
  const letters = text.replace(/[' ]/g, "");
  const syllables = splitSyllables(letters);
  if (syllables && syllables.length > 1) {
    const parts = foldedSyllables(syllables);
    const all = stretches(parts, (some) => some.join(" "));
    const bySound = await listBySound(
      db,
      all.map(({ sound }) => sound),
    );
    const words: string[] = [];
    for (let at = 0; at < parts.length; ) {
      const longest = all
        .filter(({ from, sound }) => from === at && bySound.has(sound))
        .sort((a, b) => b.to - a.to)[0];
      if (!longest) return await findByInitials(db, letters);
      words.push(bySound.get(longest.sound)?.[0]?.term ?? "");
      at = longest.to;
    }
    return words.join("");
  }
  return await findByInitials(db, letters);
}

type Better = Stretch & { term: string; titles: number };

/** Stretches that a more common word of a title sounds like that shares a character with them. */
async function listHomophones(
  db: Db,
  parts: readonly string[],
  unknown: readonly Stretch[],
): Promise<Better[]> {
  const bySound = await listBySound(
    db,
    unknown.map(({ sound }) => sound),
  );
  return unknown.flatMap((stretch) => {
    const word = bySound
      .get(stretch.sound)
      ?.find(({ term }) => [...term].some((one, at) => one === parts[stretch.from + at]));
    return word ? [{ ...stretch, ...word }] : [];
  });
}

/** Stretches that look like a word. */
async function listLookAlikes(db: Db, unknown: readonly Stretch[]): Promise<Better[]> {
  const alike = unknown.flatMap((stretch) =>
    lookAlikes(stretch.text).map((term) => ({ ...stretch, term })),
  );
  const words = await listWords(
    db,
    alike.map(({ term }) => term),
  );
  return alike.flatMap((one) => {
    const titles = words.get(one.term);
    return titles === undefined ? [] : [{ ...one, titles }];
  });
}

/** The longest first, then those of more titles; none touches another. */
function replaced(
  parts: readonly string[],
  better: readonly Better[],
  kept: ReadonlySet<number>,
): string {
  const changed = [...parts];
  const taken = new Set(kept);
  const inOrder = [...better].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || b.titles - a.titles,
  );
  for (const { from, to, term } of inOrder) {
    const places = Array.from({ length: to - from }, (_, at) => from + at);
    if (places.some((at) => taken.has(at))) continue;
    for (const at of places) {
      taken.add(at);
      changed[at] = [...term][at - from] ?? "";
    }
  }
  return changed.join("");
}

/** Stretches that are no word, by their sound; where nothing sounds so, by their looks. Nothing of a protected word is touched. */
async function fromMistakes(db: Db, text: string): Promise<string | null> {
  const parts = [...text];
  const all = stretches(parts, (some) => soundOf(some.join("")));
  const known = await listKnownTerms(
    db,
    all.map(({ text: some }) => some),
  );
  const unknown = all.filter(({ text: some }) => !known.has(some));
  const heard = await listHomophones(db, parts, unknown);
  const better = heard.length > 0 ? heard : await listLookAlikes(db, unknown);
  const corrected = replaced(parts, better, await listProtectedPlaces(db, text));
  return corrected === text ? null : corrected;
}

/** Another spelling of a folded question, or null. */
export async function correctionOf(db: Db, text: string): Promise<string | null> {
  const folded = fold(text);
  if (LETTERS.test(folded))
    return (await listProtectedPlaces(db, folded)).size > 0 ? null : await fromLetters(db, folded);
  return [...folded].length <= 40 ? await fromMistakes(db, folded) : null;
}
