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

/** Beside a rare pair of characters, so many more are asked for: the text itself is compared after. */
const PAIRS_BESIDE = 1;

const pairsOf = (characters: readonly string[]): string[] =>
  characters.slice(1).map((next, at) => `${characters[at]}${next}`);

const MARK = "\n";
const byMark = (text: string): string[] => text.split(MARK);
const bySpace = (text: string): string[] => text.split(" ");

/** Texts by their characters and pairs of them: a pair is rare where its characters are common. */
class GramIndex {
  readonly #index = new Index({ tokenize: "strict", encode: byMark, resolution: 1 });
  readonly #counts = new Map<string, number>();

  add(at: number, text: string): void {
    const characters = [...text];
    const grams = new Set([...characters, ...pairsOf(characters)]);
    for (const gram of grams) this.#counts.set(gram, (this.#counts.get(gram) ?? 0) + 1);
    this.#index.add(at, [...grams].join(MARK));
  }

  /** Texts that may hold this; no more lists are joined than it takes to be sure of the first `limit`. */
  search(text: string, limit: number): number[] {
    const characters = [...text];
    const grams = characters.length === 1 ? characters : pairsOf(characters);
    const counted = [...new Set(grams)]
      .map((gram) => ({ gram, count: this.#counts.get(gram) ?? 0 }))
      .sort((a, b) => a.count - b.count);
    const least = counted[0]?.count ?? 0;
    if (least === 0) return [];
    const asked = least <= limit ? counted.slice(0, 1 + PAIRS_BESIDE) : counted;
    return this.#index
      .search(asked.map(({ gram }) => gram).join(MARK), { limit })
      .map((id) => Number(id));
  }
}

/** @param candidates how many the index may answer before they are looked at one by one */
export function makeFinder<Entry extends Findable>(candidates: number): Finder<Entry> {
  const words = new GramIndex();
  const sounds = new Index({ tokenize: "forward", encode: bySpace, resolution: 1 });
  const kept: Entry[] = [];
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
        ...words.search(folded, candidates),
        ...(isSpelled ? sounds.search(letters, { limit: candidates }) : []),
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
