/** Plain text and tables of commas, in whatever encoding they are. */
import { decodeText } from "#lib/formats/charset.ts";
import { Gathered } from "./gathered.ts";

/** What nobody types; more of it than this share, and the bytes are something else. */
const UNTYPED = /(?![\t\n\f\r])[\p{Cc}\p{Co}\ufffd]/gu;
const MOST_UNTYPED = 0.01;
const LOOKED_AT_CHARACTERS = 64 * 1024;

/** Null when the bytes are no text. @param limit characters */
export function readPlain(bytes: Buffer, limit: number): string | null {
  // A character is four bytes at most; a cut one at the end is no reason to doubt the encoding.
  const { text } = decodeText(wholeLines(bytes, limit * 4));
  const head = text.slice(0, LOOKED_AT_CHARACTERS);
  if ((head.match(UNTYPED)?.length ?? 0) > head.length * MOST_UNTYPED) return null;
  const into = new Gathered(limit);
  into.add(text);
  return into.text();
}

/** The first bytes, up to the end of a line where there is one. */
function wholeLines(bytes: Buffer, most: number): Buffer {
  if (bytes.length <= most) return bytes;
  const end = bytes.lastIndexOf(0x0a, most);
  return bytes.subarray(0, end > 0 ? end : most);
}
