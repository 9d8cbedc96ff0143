/** Pictures whose bytes stand in a text as `data:image/png;base64,…`. */

const EMBEDDED = /^data:image\/(png|jpe?g|gif|webp);base64,/i;

/** Dots that count readers, and boxes that hold a place, are smaller. */
const LEAST_BYTES = 128;

/** Longer texts are not looked through for them: all of it would be in memory once more. */
const MOST_CHARACTERS = 4_000_000;

/** So that a text without one is not looked through twice. */
export const mayEmbed = (html: string): boolean =>
  html.length <= MOST_CHARACTERS && html.includes("data:image/");

export const isEmbedded = (raw: string): boolean => EMBEDDED.test(raw);

/** Name and bytes of such a picture; null when it is none, or too small to be seen. */
export function readEmbedded(raw: string): { name: string; bytes: Buffer } | null {
  const [head, kind = ""] = EMBEDDED.exec(raw) ?? [];
  if (head === undefined) return null;
  const bytes = Buffer.from(raw.slice(head.length), "base64");
  return bytes.length < LEAST_BYTES ? null : { name: `图片.${kind.toLowerCase()}`, bytes };
}
