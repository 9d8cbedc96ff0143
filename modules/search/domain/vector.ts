/** Words with their places in the text form of a tsvector. Written for speed: it is much of the work of an index row. */
import type { Taker } from "#modules/search/domain/cutter.ts";
import { KEPT_WORDS } from "#modules/search/domain/cutter.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { keptWord } from "#modules/search/domain/words.ts";

/** Title, numbers, files and what it is about, text. */
export type Tier = "A" | "B" | "C" | "D";

const LETTERS: readonly Tier[] = ["A", "B", "C", "D"];
const TEXT = LETTERS.indexOf("D");
/** The greatest place that a tsvector can tell. */
const LAST_PLACE = 16_383;
/** `16383A` and what stands before it. */
const UNITS_A_PLACE = 7;
const BYTES_A_UNIT = 2;
const { occurrences } = SEARCH;
/** Of a usual row; a longer one makes room for itself. */
const USUAL_WORDS = 4_096;

/** Text that is written into the same bytes again and again. */
class Text {
  #bytes = Buffer.alloc(0);
  #length = 0;

  begin(units: number): void {
    this.#length = 0;
    if (this.#bytes.length < units * BYTES_A_UNIT)
      this.#bytes = Buffer.allocUnsafe(units * BYTES_A_UNIT * 2);
  }

  write(text: string): void {
    const bytes = this.#bytes;
    let length = this.#length;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      bytes[length] = unit & 0xff;
      bytes[length + 1] = unit >> 8;
      length += BYTES_A_UNIT;
    }
    this.#length = length;
  }

  end(): string {
    return this.#bytes.toString("utf16le", 0, this.#length);
  }
}

/** A place and a tier in one number, never 0. */
const codeOf = (place: number, tier: Tier): number =>
  place * LETTERS.length + LETTERS.indexOf(tier);
const tierOf = (code: number): number => code % LETTERS.length;

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

class Vector {
  /** Of each word of this row, in their order: the number of a kept one, or what is below 0 and tells which of the others. */
  #row = new Int32Array(USUAL_WORDS);
  #count = 0;
  /** Where a word stands among those of this row, counted from 1: of kept ones by their number, 0 where it does not. */
  readonly #positions = new Int32Array(KEPT_WORDS);
  #others: string[] = [];
  #positionsOfOthers = new Map<string, number>();
  /** Of each word of this row: where it is told, with the tier; 0 where there is no more. */
  #codes = new Int32Array(USUAL_WORDS * occurrences);
  readonly #text = new Text();
  readonly #takers: Record<Tier, Taker>;
  #told = 0;

  constructor() {
    const takerOf = (tier: Tier): Taker => ({
      kept: (number) => this.#tell(this.#positionOfKept(number), tier),
      other: (word) => this.#tell(this.#positionOfOther(word), tier),
    });
    this.#takers = { A: takerOf("A"), B: takerOf("B"), C: takerOf("C"), D: takerOf("D") };
  }

  begin(): this {
    for (let at = 0; at < this.#count; at += 1) {
      const number = this.#row[at] ?? 0;
      if (number > 0) this.#positions[number] = 0;
    }
    this.#others = [];
    this.#positionsOfOthers = new Map();
    this.#count = 0;
    this.#told = 0;
    return this;
  }

  /** Words so far, with repetitions. */
  get told(): number {
    return this.#told;
  }

  /** Takes words of this tier. */
  of(tier: Tier): Taker {
    return this.#takers[tier];
  }

  #tell(position: number, tier: Tier): void {
    this.#told += 1;
    const from = position * occurrences;
    for (let at = from; at < from + occurrences; at += 1)
      if (this.#codes[at] === 0) {
        this.#codes[at] = codeOf(Math.min(this.#told, LAST_PLACE), tier);
        return;
      }
  }

  #positionOfKept(number: number): number {
    const position = this.#positions[number] ?? 0;
    if (position !== 0) return position - 1;
    this.#positions[number] = this.#count + 1;
    return this.#addToRow(number);
  }

  #positionOfOther(word: string): number {
    const position = this.#positionsOfOthers.get(word);
    if (position !== undefined) return position;
    this.#positionsOfOthers.set(word, this.#count);
    return this.#addToRow(-this.#others.push(word));
  }

  #addToRow(number: number): number {
    if (this.#count === this.#row.length) {
      this.#row = grown(this.#row);
      this.#codes = grown(this.#codes);
    }
    this.#row[this.#count] = number;
    const from = this.#count * occurrences;
    this.#codes.fill(0, from, from + occurrences);
    this.#count += 1;
    return this.#count - 1;
  }

  #wordAt(position: number): string {
    const number = this.#row[position] ?? 0;
    return number > 0 ? keptWord(number) : (this.#others[-number - 1] ?? "");
  }

  /** The words so far, each once. */
  words(): string[] {
    return Array.from({ length: this.#count }, (_, position) => this.#wordAt(position));
  }

  /** @param filters come after the words, without places */
  end(filters: readonly string[]): string {
    const last = filters.join(" ");
    let units = last.length;
    for (let position = 0; position < this.#count; position += 1)
      units += this.#wordAt(position).length + 1 + occurrences * UNITS_A_PLACE;
    this.#text.begin(units);
    for (let position = 0; position < this.#count; position += 1) {
      this.#text.write(this.#wordAt(position));
      this.#writePlaces(position * occurrences);
      this.#text.write(" ");
    }
    this.#text.write(last);
    return this.#text.end();
  }

  /** Once, in the text, needs no place: that is what no place means, and half of all words. */
  #writePlaces(from: number): void {
    const codes = this.#codes;
    let to = from;
    while (to < from + occurrences && codes[to] !== 0) to += 1;
    if (to === from + 1 && tierOf(codes[from] ?? 0) === TEXT) return;
    for (let at = from; at < to; at += 1) {
      const code = codes[at] ?? 0;
      this.#text.write(at === from ? ":" : ",");
      this.#text.write(String(Math.floor(code / LETTERS.length)));
      if (tierOf(code) !== TEXT) this.#text.write(LETTERS[tierOf(code)] ?? "");
    }
  }
}

let shared: Vector | null = null;

/**
 * Begins the vector of a row; one is made at a time, so that a row leaves nothing behind. No word needs quotes: words of a
 * text are letters, digits, dots and dashes, keys of numbers begin with `#` and filters with `@`. A word is told at most
 * `SEARCH.occurrences` times.
 */
export function beginVector(): Vector {
  shared ??= new Vector();
  return shared.begin();
}

/** Words without places: that they are there is all that is asked. */
export const bareVector = (words: readonly string[], filters: readonly string[]): string =>
  [...new Set(words), ...filters].join(" ");
