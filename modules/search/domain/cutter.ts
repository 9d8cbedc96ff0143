/**
 * Cuts Chinese text into the words of a dictionary: of all ways the most probable one, as jieba does.
 * All in typed arrays, for an import cuts millions of words: no object is made but the words themselves.
 */

/** How common the words of one's own are held to be. */
const OWN_COUNT = 10_000;
/** Slots of the table that leads from one beginning of words to the next; a power of two. */
const SLOT_BITS = 20;
const SLOTS = 1 << SLOT_BITS;
/** Numbers of a slot, and one to keep it within a line of the cache. */
const SLOT_SIZE = 4;
/** More would make the table slow. */
const MAX_NODES = SLOTS / 2;
const UNITS = 1 << 16;

const SPACE = 32;
const DIGIT_0 = 48;

const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

export class Cutter {
  /**
   * Every beginning of a word is a node, numbered from 1. By slot of its hash: the node, 0 where there is none; the
   * beginning that is shorter by one unit, and that unit. Side by side, for memory is what a look costs.
   */
  readonly #slots = new Int32Array(SLOTS * SLOT_SIZE);
  /** By first unit: its node. */
  readonly #firsts = new Int32Array(UNITS);
  /** By node: how often it is counted, then the logarithm of its share; 0 where it is no word. */
  readonly #weights = new Float64Array(MAX_NODES);
  #lastNode = 0;
  readonly #unknownWeight: number;
  /** Of the best way from each place to the end: its weight, and where its first word ends. */
  #bestWeights = new Float64Array(0);
  #bestEnds = new Int32Array(0);

  /**
   * @param dictionary lines of `word count kind`
   * @param ownWords to stay whole, whether the dictionary has them or not
   */
  constructor(dictionary: string, ownWords: readonly string[]) {
    this.#read(dictionary);
    for (const word of ownWords) this.#enter(word, 0, word.length, OWN_COUNT);
    const weights = this.#weights;
    const total = Math.log(weights.reduce((sum, count) => sum + count, 0));
    for (let node = 1; node <= this.#lastNode; node += 1)
      if (weights[node] !== 0) weights[node] = Math.log(weights[node] ?? 0) - total;
    this.#unknownWeight = -total;
  }

  /** Words in their order; a character that no word holds is one of its own. */
  cut(text: string): string[] {
    const words: string[] = [];
    this.#findBest(text);
    for (let at = 0; at < text.length; ) {
      const end = this.#bestEnds[at] ?? text.length;
      words.push(text.slice(at, end));
      at = end;
    }
    return words;
  }

  /** The same, and before each long word the shorter ones in it, as a search may ask for them. */
  cutForSearch(text: string): string[] {
    const found: string[] = [];
    this.#findBest(text);
    for (let at = 0; at < text.length; ) {
      const end = this.#bestEnds[at] ?? text.length;
      if (end - at > 2) this.#addWithin(text, at, end, found);
      found.push(text.slice(at, end));
      at = end;
    }
    return found;
  }

  /** Words of two and of three characters in a longer one. No word has characters outside the first plane. */
  #addWithin(text: string, from: number, to: number, found: string[]): void {
    for (let size = 2; size <= 3 && size < to - from; size += 1)
      for (let at = from; at + size <= to; at += 1)
        if (this.#isWord(text, at, at + size)) found.push(text.slice(at, at + size));
  }

  #isWord(text: string, from: number, to: number): boolean {
    let node = this.#firsts[text.charCodeAt(from)] ?? 0;
    for (let at = from + 1; at < to && node !== 0; at += 1)
      node = this.#next(node, text.charCodeAt(at));
    return (this.#weights[node] ?? 0) !== 0;
  }

  /** From the end to the beginning: which word begins the best way from each place on. */
  #findBest(text: string): void {
    this.#makeRoom(text.length + 1);
    const weights = this.#bestWeights;
    weights[text.length] = 0;
    for (let at = text.length - 1; at >= 0; at -= 1)
      if (!this.#findWord(text, at)) {
        const end = Math.min(at + (isFirstHalf(text.charCodeAt(at)) ? 2 : 1), text.length);
        weights[at] = this.#unknownWeight + (weights[end] ?? 0);
        this.#bestEnds[at] = end;
      }
  }

  /** The word with which the best way from here begins, of equal ways the longer one; false when none begins here. */
  #findWord(text: string, at: number): boolean {
    const [own, weights] = [this.#weights, this.#bestWeights];
    let best = Number.NEGATIVE_INFINITY;
    let bestEnd = 0;
    let node = this.#firsts[text.charCodeAt(at)] ?? 0;
    for (let end = at + 1; node !== 0; end += 1) {
      const ownWeight = own[node] ?? 0;
      if (ownWeight !== 0) {
        const weight = ownWeight + (weights[end] ?? 0);
        if (weight >= best) {
          best = weight;
          bestEnd = end;
        }
      }
      if (end === text.length) break;
      node = this.#next(node, text.charCodeAt(end));
    }
    weights[at] = best;
    this.#bestEnds[at] = bestEnd;
    return bestEnd !== 0;
  }

  #makeRoom(places: number): void {
    if (this.#bestWeights.length >= places) return;
    this.#bestWeights = new Float64Array(places * 2);
    this.#bestEnds = new Int32Array(places * 2);
  }

  /** The node that a unit leads to, 0 where no word goes on so. */
  #next(node: number, unit: number): number {
    const slots = this.#slots;
    return slots[this.#slotOf(node, unit)] ?? 0;
  }

  /** Where the way from a node by a unit stands, or the free slot where it would. */
  #slotOf(node: number, unit: number): number {
    const slots = this.#slots;
    const hash = Math.imul(node, 0x9e37_79b1) + Math.imul(unit, 0x85eb_ca6b);
    let slot = (hash >>> (32 - SLOT_BITS)) * SLOT_SIZE;
    while (slots[slot] !== 0 && (slots[slot + 1] !== node || slots[slot + 2] !== unit))
      slot = (slot + SLOT_SIZE) % (SLOTS * SLOT_SIZE);
    return slot;
  }

  #read(dictionary: string): void {
    for (let from = 0; from < dictionary.length; ) {
      let to = from;
      while (dictionary.charCodeAt(to) > SPACE) to += 1;
      let at = to + 1;
      let count = 0;
      for (; dictionary.charCodeAt(at) > SPACE; at += 1)
        count = count * 10 + dictionary.charCodeAt(at) - DIGIT_0;
      this.#enter(dictionary, from, to, count);
      const end = dictionary.indexOf("\n", at);
      from = end < 0 ? dictionary.length : end + 1;
    }
  }

  #enter(text: string, from: number, to: number, count: number): void {
    if (to <= from) return;
    const first = text.charCodeAt(from);
    let node = this.#firsts[first] || this.#addNode();
    this.#firsts[first] = node;
    for (let at = from + 1; at < to; at += 1) {
      const unit = text.charCodeAt(at);
      const slot = this.#slotOf(node, unit);
      let next = this.#slots[slot] ?? 0;
      if (next === 0) {
        next = this.#addNode();
        this.#slots[slot] = next;
        this.#slots[slot + 1] = node;
        this.#slots[slot + 2] = unit;
      }
      node = next;
    }
    this.#weights[node] = count;
  }

  /** @throws when the dictionary is larger than the table was made for */
  #addNode(): number {
    this.#lastNode += 1;
    if (this.#lastNode >= MAX_NODES) throw new Error("the dictionary has too many words");
    return this.#lastNode;
  }
}
