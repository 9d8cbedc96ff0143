import { cleanText } from "../characters.ts";
import { MAX_TEXT_BYTES } from "../limits.ts";

/** Key in `dropped` for text that did not fit; counted in characters, everything else in pieces. */
export const OVER_LIMIT = "over-limit";

/** What was left out of one import, and how much text it may still take. */
export class Tally {
  readonly #dropped = new Map<string, number>();
  #bytesLeft = MAX_TEXT_BYTES;

  drop(what: string, amount = 1): void {
    if (amount > 0) this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + amount);
  }

  /** As much of the text as still fits, without characters that may not be in a document. */
  take(text: string): string {
    const kept = startOf(cleanText(text), this.#bytesLeft);
    this.#bytesLeft -= Buffer.byteLength(kept);
    this.drop(OVER_LIMIT, cleanText(text).length - kept.length);
    return kept;
  }

  dropped(): Record<string, number> {
    return Object.fromEntries(this.#dropped);
  }
}

/** The longest beginning of a text that has at most so many bytes of UTF-8. */
export function startOf(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  // A character cut in half decodes to U+FFFD; without `fatal` it can only be the last.
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes)).replace(/\ufffd$/, "");
}
