/** Which encoding bytes are in, whatever they are said to be in. */

const LABEL = /^[a-z0-9._:-]{2,40}$/i;

/** A decoder for a label of the web, or null. GB2312 and GBK are read as GB18030, which holds both. */
export function decoderFor(label: string | null | undefined, isFatal = false): TextDecoder | null {
  const name = label?.trim().toLowerCase() ?? "";
  if (!LABEL.test(name)) return null;
  const wanted = /^(?:gb2312|gbk|x-gbk|gb_2312-80|cp936|936)$/.test(name) ? "gb18030" : name;
  try {
    return new TextDecoder(wanted, { fatal: isFatal });
  } catch {
    return null;
  }
}

export type Decoded = {
  text: string;
  charset: string;
  /** Set when the bytes are not in what was declared. */
  declared: string | null;
};

function bomCharset(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 of a text that begins with ASCII, as XML and HTML do. */
function wideCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && c === 0 && b && d) return "utf-16be";
  return b === 0 && d === 0 && a && c ? "utf-16le" : null;
}

/** What the first bytes tell for sure, whatever is declared. */
export const surelyIn = (bytes: Uint8Array): string | null =>
  bomCharset(bytes) ?? wideCharset(bytes);

function tryDecode(bytes: Uint8Array, label: string | null): Decoded | null {
  const decoder = decoderFor(label, true);
  if (!decoder || !label) return null;
  try {
    return { text: decoder.decode(bytes), charset: decoder.encoding, declared: null };
  } catch {
    return null;
  }
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** How much of a text looks like Chinese that people write: common characters against rare ones. */
function commonShare(text: string): number {
  const common = text.match(/[\u4e00-\u9fff，。、；：“”（）《》！？]/g)?.length ?? 0;
  const strange = text.match(/[\u00a0-\u00ff\u0370-\u04ff\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return common / (common + strange * 4 + 1);
}

/** Of so many characters beyond ASCII one may be broken: another encoding breaks most of them. */
const ONE_BROKEN_OF = 20;
/** So few are damage in what is one piece of a whole. */
const FEW_BROKEN = 20;
const BROKEN = "\ufffd";

function countOf(text: string): { broken: number; beyond: number } {
  let broken = 0;
  let beyond = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) beyond += 1;
    if (unit === 0xfffd) broken += 1;
  }
  return { broken, beyond };
}

/** Whether a text is in the encoding it was read in, but for a few bytes that somebody damaged. */
function isNearlyWhole(text: string): boolean {
  if (!text.includes(BROKEN)) return true;
  const { broken, beyond } = countOf(text);
  return broken * ONE_BROKEN_OF <= beyond;
}

/** The same of a piece of a longer text, which may hold little beyond ASCII. */
export const isNearlyWholePiece = (text: string): boolean =>
  isNearlyWhole(text) || countOf(text).broken <= FEW_BROKEN;

/** Encodings of Chinese write two bytes beyond ASCII together; in others such a byte mostly stands alone. */
function standAlone(bytes: Uint8Array): boolean {
  let [alone, all] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    all += 1;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone += 1;
  }
  return alone * 2 > all;
}

/** Whether bytes are UTF-8 in which few are damaged, however few there are beyond ASCII. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  const { broken, beyond } = countOf(new TextDecoder().decode(bytes));
  return broken <= FEW_BROKEN && (broken * 2 <= beyond || standAlone(bytes));
}

/** What a receipt says of what is in another encoding than it said. */
export const misdeclaredWords = ({ charset }: { charset: string }, declared: string): string =>
  `声明 ${declared}，实际 ${charset}，按实际读 read as ${charset}`;

/** The same of what was nearly whole; null when no character of it is lost. */
export const brokenWords = (text: string): string | null =>
  text.includes(BROKEN)
    ? `有读不出的字，以 ${BROKEN} 表示 holds characters that could not be read`
    : null;

/**
 * The text of bytes. A mark of byte order decides; then UTF-8, which other encodings of Chinese
 * hardly ever are by chance, valid or with a few damaged bytes; then what was declared, if it fits; then
 * the encodings of old Chinese pages.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const sure = surelyIn(bytes);
  const said = decoderFor(declared)?.encoding ?? null;
  const differs = (found: Decoded): Decoded => ({
    ...found,
    declared: said !== null && said !== found.charset ? said : null,
  });
  if (sure) return differs(tryDecode(bytes, sure) ?? lossy(bytes, sure));
  // Escapes of ISO-2022 are ASCII; only the declaration tells.
  if (isAscii(bytes)) return tryDecode(bytes, said) ?? lossy(bytes, "utf-8");
  const utf8 = tryDecode(bytes, "utf-8");
  if (utf8) return differs(utf8);
  const nearly = lossy(bytes, "utf-8");
  if (isNearlyWhole(nearly.text)) return differs(nearly);
  const asSaid = said === "utf-8" ? null : tryDecode(bytes, said);
  if (asSaid) return asSaid;
  const guesses = ["gb18030", "big5"].flatMap((label) => tryDecode(bytes, label) ?? []);
  const [best] = guesses.sort((a, b) => commonShare(b.text) - commonShare(a.text));
  return differs(best ?? lossy(bytes, said ?? "gb18030"));
}

function lossy(bytes: Uint8Array, label: string): Decoded {
  const decoder = decoderFor(label) ?? new TextDecoder("utf-8");
  return { text: decoder.decode(bytes), charset: decoder.encoding, declared: null };
}

/** What the beginning of an XML or HTML file says of its encoding. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const xml = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(head);
  const meta = /<meta[^>]*\bcharset\s*=\s*["']?\s*([a-z0-9._:-]+)/i.exec(head);
  return xml?.[1] ?? meta?.[1] ?? null;
}
