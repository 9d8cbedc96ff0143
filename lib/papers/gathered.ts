/** Words of a file as they come, up to a bound: who is full need not be read on. */

/** Shapes of characters that fonts of papers use in place of the characters themselves. */
const SHAPES = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g;
/** What no reader sees; line ends and tabs are kept as what they are. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\ufffd\ufffe\uffff]/gu;
/** Within a laid out line Chinese has no gaps, and a line's end is not the end of a word. */
const GAPS = /(?<=[\p{Script=Han}，。、；：！？）》”])\s+(?=[\p{Script=Han}，。、；：！？（《“])/gu;

export class Gathered {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly limit: number;

  /** @param limit characters */
  constructor(limit: number) {
    this.limit = limit;
  }

  get isFull(): boolean {
    return this.length >= this.limit;
  }

  /** Takes a piece in; what is beyond the bound is let go. */
  add(piece: string): void {
    if (this.isFull) return;
    const kept = piece.slice(0, this.limit - this.length);
    this.pieces.push(kept);
    this.length += kept.length;
  }

  /** As it came. */
  get raw(): string {
    return this.pieces.join("");
  }

  /** The text as people and the index may have it. `isLaidOut`: lines are those of the page, not of the author. */
  text({ isLaidOut = false } = {}): string {
    const seen = this.raw
      .toWellFormed()
      .replace(SHAPES, (shape) => shape.normalize("NFKC"))
      .replace(/[\t\r\v\f\u0085\u2028\u2029]/g, "\n")
      .replace(UNSEEN, (character) => (character === "\n" ? "\n" : ""))
      .replace(/[^\S\n]+/gu, " ")
      .replace(/ ?\n[\s]*/gu, "\n")
      .trim();
    return isLaidOut ? seen.replace(GAPS, "") : seen;
  }
}
