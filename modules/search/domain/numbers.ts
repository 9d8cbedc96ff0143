/** 发文字号 and 索引号 in any spelling. Values in, values out; texts are folded before. */

/** 国办发〔2021〕12号 */
const DATED =
  /([\p{Script=Han}]{1,14})\s*[〔[(【「<〈]?\s*(\d{4})\s*[〕\])】」>〉]?\s*年?\s*第?\s*(\d{1,5})\s*号/gu;
/** 国务院令第481号 */
const NUMBERED = /([\p{Script=Han}]{1,24}?(?:令|公告|通告))\s*第?\s*(\d{1,5})\s*号/gu;
/** `国办发2021 12` typed without 号 */
const BARE =
  /([\p{Script=Han}]{1,10}[发函字办规])\s*[〔[(【]?\s*(\d{4})\s*[〕\])】]?\s*(\d{1,5})$/gu;
const INDEX_NUMBER = /(?<![a-z0-9])[a-z0-9]{6,}(?:[-/][a-z0-9]+)+(?![a-z0-9])/g;

/** More characters before a number are words of a sentence. */
const LONGEST_ISSUER = 10;

/** `#i` and six letters or figures. */
const LEAST_INDEX = 8;

type Found = { issuer: string; year: string | null; number: string };

function numbersIn(folded: string): Found[] {
  const found: Found[] = [];
  for (const pattern of [DATED, BARE])
    for (const [, issuer = "", year = "", number = ""] of folded.matchAll(pattern))
      found.push({ issuer, year, number: String(Number(number)) });
  if (found.length === 0)
    for (const [, issuer = "", number = ""] of folded.matchAll(NUMBERED))
      found.push({ issuer, year: null, number: String(Number(number)) });
  return found;
}

const keyOf = (issuer: string, { year, number }: Found) =>
  `#${issuer}${year === null ? "" : year}-${number}`;

/** An index number without its marks: `11330000/2021-00012` → `#i1133000020210012…`. */
const indexKey = (text: string): string => `#i${text.replace(/[^a-z0-9]/g, "")}`;

/** The same of a field that asks for a number and nothing else; null when it is too short to be one. */
export function numberFieldKey(folded: string): string | null {
  const key = indexKey(folded);
  return /\p{Script=Han}/u.test(folded) || key.length < LEAST_INDEX ? null : key;
}

/** What a document's own number and index number are found by. */
export function ownKeys(number: string | null, indexNumber: string | null): string[] {
  const keys = numbersIn(number ?? "").map((found) => keyOf(found.issuer, found));
  return [...new Set([...keys, ...(indexNumber ? [indexKey(indexNumber)] : [])])];
}

/**
 * What a question may mean by the numbers it holds: a number in a sentence has words before it, so
 * every ending of them may be the issuer. `normal` is its usual spelling; `isNumberOnly`: nothing else is asked.
 */
export function askedKeys(folded: string): {
  keys: string[];
  normal: string | null;
  isNumberOnly: boolean;
} {
  const found = numbersIn(folded);
  const keys = found.flatMap((one) =>
    [...one.issuer].map((_, at, all) => keyOf(all.slice(at).join(""), one)),
  );
  const [first] = found;
  const normal = first
    ? first.year === null
      ? `${first.issuer}第${first.number}号`
      : `${first.issuer}〔${first.year}〕${first.number}号`
    : null;
  const indexes = [...folded.matchAll(INDEX_NUMBER)].map(([text]) => indexKey(text));
  const rest = [DATED, BARE, NUMBERED].map((pattern) => folded.replace(pattern, "").trim());
  return {
    keys: [...new Set([...keys, ...indexes])].slice(0, 40),
    normal,
    isNumberOnly: first !== undefined && first.issuer.length <= LONGEST_ISSUER && rest.includes(""),
  };
}
