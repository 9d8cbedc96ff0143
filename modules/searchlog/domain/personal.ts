/** Which questions may name a person by a number or an address: those are never kept. Pure. */

/** A day is no number of anybody: 2026-11-20, 2026年11月20日. */
const DAY =
  /(?<!\d)(?:19|20)\d\d[-./年](?:1[0-2]|0?[1-9])(?:[-./月](?:3[01]|[12]\d|0?[1-9])日?)?(?!\d)/g;
const MAIL = /[^\s@]+@[^\s@]+/;
/** 手机号, 电话, 身份证号 (its last sign may be an X), 银行卡号 … */
const FIGURES = /\d{7}/;

const NUMERALS = new Map([..."零一二三四五六七八九"].map((sign, at) => [sign, String(at)]));
NUMERALS.set("〇", "0");
NUMERALS.set("幺", "1");

const inFigures = (text: string): string =>
  [...text].map((sign) => NUMERALS.get(sign) ?? sign).join("");

/**
 * True when a text holds an e-mail address, or seven figures in a row: written in any width, in Chinese
 * numerals, or with blanks and strokes between them. Rather one question too many than one number kept.
 */
export function looksPersonal(text: string): boolean {
  const plain = text.normalize("NFKC");
  if (MAIL.test(plain)) return true;
  const joined = inFigures(plain.replace(DAY, " 日 ")).replace(
    /(?<=\d)[\s\-–—_.·,，/()（）]+(?=\d)/g,
    "",
  );
  return FIGURES.test(joined) || FIGURES.test(plain);
}
