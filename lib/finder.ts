/** Short texts found by a part of them while it is typed: by characters, or by how they sound. */
import { Index } from "flexsearch";

const LETTERS = /^[a-z ]{2,}$/;

/** `folded`: what is compared; `sounds`: spellings in letters, without spaces. */
export type Findable = { folded: string; sounds: readonly string[] };

/** `place`: where in the text the words begin; 0 too where its sound begins so. */
export type Found<Entry> = { entry: Entry; place: number };

export type Finder<Entry> = {
  add: (entry: Entry) => void;
  /** @param folded what was typed, folded as the entries are; empty finds nothing */
  find: (folded: string) => Found<Entry>[];
};

/** Characters and pairs of them: a pair is rare where its characters are common. */
function grams(text: string): string[] {
  const characters = [...text];
  return [...characters, ...characters.slice(1).map((next, at) => `${characters[at]}${next}`)];
}

const bySpace = (text: string): string[] => text.split(" ");

/** @param candidates how many the index may answer before they are looked at one by one */
export function makeFinder<Entry extends Findable>(candidates: number): Finder<Entry> {
  const words = new Index({ tokenize: "strict", encode: grams, resolution: 1 });
  const sounds = new Index({ tokenize: "forward", encode: bySpace, resolution: 1 });
  const kept: Entry[] = [];
  const options = { limit: candidates };
  return {
    add: (entry) => {
      const at = kept.push(entry) - 1;
      words.add(at, entry.folded);
      sounds.add(at, entry.sounds.join(" "));
    },
    find: (folded) => {
      if (folded === "") return [];
      const isSpelled = LETTERS.test(folded);
      const letters = folded.replaceAll(" ", "");
      const ids = new Set([
        ...words.search(folded, options),
        ...(isSpelled ? sounds.search(letters, options) : []),
      ]);
      const placeIn = (entry: Entry): number => {
        const place = entry.folded.indexOf(folded);
        if (place >= 0 || !isSpelled) return place;
        return entry.sounds.some((sound) => sound.startsWith(letters)) ? 0 : -1;
      };
      return [...ids].flatMap((id) => {
        const entry = kept[Number(id)];
        const place = entry ? placeIn(entry) : -1;
        return entry && place >= 0 ? [{ entry, place }] : [];
      });
    },
  };
}
