/**
 * Cuts Chinese text into the words of a dictionary: of all ways the most probable one, as jieba does.
 * All in typed arrays, for an import cuts millions of words; words that come again and again are made once.
 */

/** How common the words of one's own are held to be. */
const OWN_COUNT = 10_000;
/** Slots of the table that leads from one beginning of words to the next; a power of two. */
const SLOT_BITS = 20;
const SLOTS = 1 << SLOT_BITS;
/** Numbers of a slot. One look reads all of them, for they lie within a line of the cache. */
const SLOT_SIZE = 4;
const [FROM, UNIT, WEIGHT, WORD] = [0, 1, 2, 3] as const;
/** More would make the table slow. */
const MOST_TAKEN = SLOTS / 2;
const UNITS = 1 << 16;
/** Of the ways that lead nowhere these bits tell most, and stay in the cache. */
const HINT_BITS = 22;
/** So many words are kept: most of any text, and a few megabytes. */
export const KEPT_WORDS = 1 << 16;
/** V8 makes a longer slice by pointing into its text, which would then be kept as well. */
const LONGEST_KEPT = 12;

const SPACE = 32;
const DIGIT_0 = 48;

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** Whom words are given to, in their order. */
export type Taker = {
  /** A word that is kept, by its number: `Cutter.word` says it. Two characters at least. */
  kept: (number: number) => void;
  other: (word: string) => void;
};

/** A beginning of words. Of one unit: that unit; of more: its slot and `UNITS`. */
type Node = number;

const hashOf = (node: Node, unit: number): number =>
  (Math.imul(node, 0x9e37_79b1) + Math.imul(unit, 0x85eb_ca6b)) >>> 0;

export class Cutter {
  /**
   * By slot: the beginning that is shorter by one unit, and that unit, 0 in a free slot; which of the weights it has as a
   * word, 0 where it is none; which of the kept words it is.
   */
  readonly #slots = new Int32Array(SLOTS * SLOT_SIZE);
  readonly #hints = new Int32Array(1 << (HINT_BITS - 5));
  #taken = 0;
  /** By unit: which weight it has as a word, 0 where it is none. */
  readonly #unitWeights = new Int32Array(UNITS);
  /** Logarithms of the words' shares. Few words differ. The first is of what no word holds. */
  readonly #weights: Float64Array;
  /** Kept words, and of each the shorter ones in it, by their numbers. */
  readonly #words: string[] = [""];
  readonly #shorter: (readonly number[])[] = [[]];
  /** Of the best way from each place to the end: its weight, where its first word ends, and that word's node. */
  #bestWeights = new Float64Array(0);
  #bestEnds = new Int32Array(0);
  #bestNodes = new Int32Array(0);

  /**
   * @param dictionary lines of `word count kind`
   * @param ownWords to stay whole, whether the dictionary has them or not
   */
  constructor(dictionary: string, ownWords: readonly string[]) {
    const counts = new Counts();
    this.#read(dictionary, counts);
    for (const word of ownWords) this.#enter(word, 0, word.length, counts.numberOf(OWN_COUNT));
    const total = Math.log(this.#sumOf(counts.all));
    this.#weights = Float64Array.from(counts.all, (count) => Math.log(count) - total);
    this.#weights[0] = -total;
  }

  /** Words in their order; a character that no word holds is one of its own. */
  cut(text: string): string[] {
    const words: string[] = [];
    this.#findBest(text);
    for (let at = 0; at < text.length; at = this.#bestEnds[at] ?? text.length)
      words.push(text.slice(at, this.#bestEnds[at]));
    return words;
  }

  /**
   * The same, and before each long word the shorter ones in it, as a search may ask for them. A word is always given in
   * the same way: what is kept stays kept.
   */
  cutForSearch(text: string, taker: Taker): void {
    this.#findBest(text);
    for (let at = 0; at < text.length; ) {
      const end = this.#bestEnds[at] ?? text.length;
      this.#giveWord(text, at, end, taker);
      at = end;
    }
  }

  /** A kept word. */
  word(number: number): string {
    return this.#words[number] ?? "";
  }

  /** Gives two characters or more as they are, in the way in which they would be given if they were cut so. */
  give(word: string, taker: Taker): void {
    const number = this.#keptOf(word, 0, word.length, this.#wordAt(word, 0, word.length));
    if (number === 0) taker.other(word);
    else taker.kept(number);
  }

  #giveWord(text: string, from: number, to: number, taker: Taker): void {
    const kept = this.#keptOf(text, from, to, this.#bestNodes[from] ?? 0);
    if (kept !== 0) {
      if (to - from > 2) for (const number of this.#shorter[kept] ?? []) taker.kept(number);
      taker.kept(kept);
      return;
    }
    for (const [start, end, node] of this.#shorterIn(text, from, to)) {
      const number = this.#keptOf(text, start, end, node);
      if (number === 0) taker.other(text.slice(start, end));
      else taker.kept(number);
    }
    taker.other(text.slice(from, to));
  }

  /** Words of two and of three characters in a longer one: where, and their nodes. No word has characters outside the first plane. */
  #shorterIn(text: string, from: number, to: number): [number, number, Node][] {
    const found: [number, number, Node][] = [];
    for (let size = 2; size <= 3 && size < to - from; size += 1)
      for (let at = from; at + size <= to; at += 1) {
        const node = this.#wordAt(text, at, at + size);
        if (node !== 0) found.push([at, at + size, node]);
      }
    return found;
  }

  /** The number of a kept word; 0 when it is not kept, as no single character is. */
  #keptOf(text: string, from: number, to: number, node: Node): number {
    if (node < UNITS) return 0;
    const at = (node - UNITS) * SLOT_SIZE + WORD;
    this.#slots[at] ||= this.#keep(text, from, to);
    return this.#slots[at] ?? 0;
  }

  #keep(text: string, from: number, to: number): number {
    if (to - from > LONGEST_KEPT) return 0;
    const shorter = this.#shorterIn(text, from, to).map((word) => this.#keptOf(text, ...word));
    if (this.#words.length >= KEPT_WORDS || shorter.includes(0)) return 0;
    this.#shorter.push(shorter);
    return this.#words.push(text.slice(from, to)) - 1;
  }

  /** The node of these characters where they are a word, otherwise 0. */
  #wordAt(text: string, from: number, to: number): Node {
    let node = text.charCodeAt(from);
    for (let at = from + 1; at < to && node !== 0; at += 1)
      node = this.#next(node, text.charCodeAt(at));
    const isWord = node >= UNITS && this.#slots[(node - UNITS) * SLOT_SIZE + WEIGHT] !== 0;
    return isWord ? node : 0;
  }

  /** From the end to the beginning: which word begins the best way from each place on. */
  #findBest(text: string): void {
    this.#makeRoom(text.length + 1);
    const weights = this.#bestWeights;
    weights[text.length] = 0;
    for (let at = text.length - 1; at >= 0; at -= 1)
      if (!this.#findWord(text, at)) {
        const end = Math.min(at + (isFirstHalf(text.charCodeAt(at)) ? 2 : 1), text.length);
        weights[at] = (this.#weights[0] ?? 0) + (weights[end] ?? 0);
        this.#bestEnds[at] = end;
        this.#bestNodes[at] = 0;
      }
  }

  /** The word with which the best way from here begins, of equal ways the longer one; false when none begins here. */
  #findWord(text: string, at: number): boolean {
    let best = Number.NEGATIVE_INFINITY;
    let bestEnd = 0;
    let bestNode = 0;
    let node: Node = text.charCodeAt(at);
    let number = this.#unitWeights[node] ?? 0;
    for (let end = at + 1; ; end += 1) {
      const weight = number === 0 ? Number.NaN : this.#weightOf(number, end);
      if (weight >= best) {
        best = weight;
        bestEnd = end;
        bestNode = node;
      }
      node = end === text.length ? 0 : this.#next(node, text.charCodeAt(end));
      if (node === 0) break;
      number = this.#slots[(node - UNITS) * SLOT_SIZE + WEIGHT] ?? 0;
    }
    this.#bestWeights[at] = best;
    this.#bestEnds[at] = bestEnd;
    this.#bestNodes[at] = bestNode;
    return bestEnd !== 0;
  }

  /** Of the best way that begins with a word of this weight and goes on behind it. */
  #weightOf(number: number, end: number): number {
    return (this.#weights[number] ?? 0) + (this.#bestWeights[end] ?? 0);
  }

  #makeRoom(places: number): void {
    if (this.#bestWeights.length >= places) return;
    this.#bestWeights = new Float64Array(places * 2);
    this.#bestEnds = new Int32Array(places * 2);
    this.#bestNodes = new Int32Array(places * 2);
  }

  /** The node that a unit leads to, 0 where no word goes on so. */
  #next(node: Node, unit: number): Node {
    const hash = hashOf(node, unit);
    const hint = hash >>> (32 - HINT_BITS);
    if (((this.#hints[hint >>> 5] ?? 0) & (1 << (hint & 31))) === 0) return 0;
    const slot = this.#slotOf(node, unit, hash);
    return this.#slots[slot * SLOT_SIZE + UNIT] === 0 ? 0 : slot + UNITS;
  }

  /** Where the way from a node by a unit stands, or the free slot where it would. */
  #slotOf(node: Node, unit: number, hash: number): number {
    const slots = this.#slots;
    let slot = hash >>> (32 - SLOT_BITS);
    for (; ; slot = (slot + 1) % SLOTS) {
      const at = slot * SLOT_SIZE;
      if (slots[at + UNIT] === 0) return slot;
      if (slots[at + FROM] === node && slots[at + UNIT] === unit) return slot;
    }
  }

  #read(dictionary: string, counts: Counts): void {
    for (let from = 0; from < dictionary.length; ) {
      let to = from;
      while (dictionary.charCodeAt(to) > SPACE) to += 1;
      let at = to + 1;
      let count = 0;
      for (; dictionary.charCodeAt(at) > SPACE; at += 1)
        count = count * 10 + dictionary.charCodeAt(at) - DIGIT_0;
      this.#enter(dictionary, from, to, counts.numberOf(count));
      const end = dictionary.indexOf("\n", at);
      from = end < 0 ? dictionary.length : end + 1;
    }
  }

  #enter(text: string, from: number, to: number, weight: number): void {
    if (to <= from) return;
    let node: Node = text.charCodeAt(from);
    if (to - from === 1) this.#unitWeights[node] = weight;
    for (let at = from + 1; at < to; at += 1) node = this.#lead(node, text.charCodeAt(at));
    if (node >= UNITS) this.#slots[(node - UNITS) * SLOT_SIZE + WEIGHT] = weight;
  }

  /** The node that a unit leads to, made where there was none. @throws when the dictionary is larger than the table was made for */
  #lead(node: Node, unit: number): Node {
    const hash = hashOf(node, unit);
    const slot = this.#slotOf(node, unit, hash);
    const at = slot * SLOT_SIZE;
    if (this.#slots[at + UNIT] === 0) {
      this.#taken += 1;
      if (this.#taken >= MOST_TAKEN) throw new Error("the dictionary has too many words");
      this.#slots[at + FROM] = node;
      this.#slots[at + UNIT] = unit;
      const hint = hash >>> (32 - HINT_BITS);
      this.#hints[hint >>> 5] = (this.#hints[hint >>> 5] ?? 0) | (1 << (hint & 31));
    }
    return slot + UNITS;
  }

  /** How often all words are counted, one that was entered twice as it was entered last. */
  #sumOf(counts: readonly number[]): number {
    let sum = 0;
    for (const number of this.#unitWeights) sum += counts[number] ?? 0;
    for (let at = WEIGHT; at < this.#slots.length; at += SLOT_SIZE)
      sum += counts[this.#slots[at] ?? 0] ?? 0;
    return sum;
  }
}

/** The counts of a dictionary, each once. Its number is never 0. */
class Counts {
  readonly all: number[] = [0];
  readonly #numbers = new Map<number, number>();

  numberOf(count: number): number {
    const known = this.#numbers.get(count);
    if (known !== undefined) return known;
    this.#numbers.set(count, this.all.length);
    return this.all.push(count) - 1;
  }
}
