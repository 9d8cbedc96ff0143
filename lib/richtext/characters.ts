// Controls and non-characters are invalid in HTML; a NUL or half a surrogate pair also makes
// PostgreSQL refuse the whole jsonb. Tab and line breaks are white space and may stay.
const FORBIDDEN = /[\p{Noncharacter_Code_Point}\p{Cs}]|(?![\t\n\r])\p{Cc}/u;
const FORBIDDEN_EACH = new RegExp(FORBIDDEN, "gu");
/** Units that may be of a forbidden character: eight times as fast, and most texts have none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const SUSPECT = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** True when every character may stand in a document and in HTML. */
export function isCleanText(text: string): boolean {
  return !SUSPECT.test(text) || !FORBIDDEN.test(text);
}

/** The text without the characters `isCleanText` refuses. */
export function cleanText(text: string): string {
  return isCleanText(text) ? text : text.replace(FORBIDDEN_EACH, "");
}

/** True when a reader would see nothing: white space of any script, zero-width characters. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200d\u2060]/.test(text);
}

/**
 * The same string, held in one piece: one that was added to, or had parts replaced, a million times is
 * a million objects until somebody needs it whole; asked for its length in bytes, it becomes that.
 */
export function inOnePiece(text: string): string {
  Buffer.byteLength(text);
  return text;
}
