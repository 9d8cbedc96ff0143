/** Periods that a question names: 2023年5月, 去年, 上个月, 近三年. Offered as filters and never taken by themselves. */

/** Days, both inclusive, YYYY-MM-DD. */
export type Period = { from: string; to: string };
/** `said`: as it stands in the folded question; a relative one (去年) stands in no document and is no word to look for. */
export type SaidPeriod = Period & { said: string; isRelative: boolean };

const DAY_MS = 86_400_000;
const DIGITS = "〇一二三四五六七八九";

/** UTC midnight of a day: days are counted here, not hours. Months and days may run over. */
const dayOf = (year: number, month: number, day: number): Date =>
  new Date(Date.UTC(year, month - 1, day));
const written = (day: Date): string => day.toISOString().slice(0, 10);
const between = (from: Date, to: Date): Period => ({ from: written(from), to: written(to) });

const months = (year: number, first: number, count: number): Period =>
  between(dayOf(year, first, 1), dayOf(year, first + count, 0));

/** Null for a day that no calendar has. */
function singleDay(year: number, month: number, day: number): Period | null {
  const date = dayOf(year, month, day);
  return date.getUTCMonth() === month - 1 ? between(date, date) : null;
}

/** 三 → 3, 十二 → 12, 两 → 2, 12 → 12; null for what is no number below a hundred. */
function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ones = ""] =
    /^([一二三四五六七八九]?十)?([一二两三四五六七八九]?)$/u.exec(text) ?? [];
  const value = (character: string) => DIGITS.indexOf(character.replace("两", "二"));
  if (tens === undefined) return ones === "" ? null : value(ones);
  return (tens === "十" ? 1 : value(tens.slice(0, 1))) * 10 + (ones === "" ? 0 : value(ones));
}

const YEAR = "(?<!\\d)((?:19|20)\\d\\d)";
const COUNT = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})";
const LAST = "(?:最近|过去|近)";

type Now = { year: number; month: number; day: number; weekday: number };
type Form = {
  pattern: RegExp;
  isRelative: boolean;
  read: (parts: readonly string[], now: Now) => Period | null;
};

const yearSaid = (word: string, { year }: Now): number =>
  ({ 今: year, 去: year - 1, 前: year - 2 })[word] ?? Number(word);

/** Halves and quarters: the part that a word means, and how many months it has. */
function partOf(year: number, part: string): Period | null {
  if (part.endsWith("半年")) return months(year, part.startsWith("上") ? 1 : 7, 6);
  const quarter = numberOf(part.replace(/[第季度]/gu, ""));
  return quarter !== null && quarter >= 1 && quarter <= 4 ? months(year, quarter * 3 - 2, 3) : null;
}

const monthOf = (year: number, month: number): Period | null =>
  month >= 1 && month <= 12 ? months(year, month, 1) : null;

/** The most exact first: what one has read, the next does not see. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(`${YEAR}[年./-](\\d{1,2})[月./-](\\d{1,2})(?!\\d)[日号]?`, "gu"),
    isRelative: false,
    read: ([year, month, day]) => singleDay(Number(year), Number(month), Number(day)),
  },
  {
    pattern: new RegExp(`${YEAR}年?(上半年|下半年|第?[一二三四1-4]季度)`, "gu"),
    isRelative: false,
    read: ([year, part = ""]) => partOf(Number(year), part),
  },
  {
    pattern: new RegExp(`${YEAR}(?:年(\\d{1,2})月(?!\\d)|[./-](\\d{1,2})(?![\\d./-]))份?`, "gu"),
    isRelative: false,
    read: ([year, month, other]) => monthOf(Number(year), Number(month ?? other)),
  },
  {
    pattern: /([今去前])年(上半年|下半年|第?[一二三四1-4]季度)/gu,
    isRelative: true,
    read: ([word = "", part = ""], now) => partOf(yearSaid(word, now), part),
  },
  {
    pattern: /([今去前])年(\d{1,2}|十?[一二]|[三四五六七八九十])月份?/gu,
    isRelative: true,
    read: ([word = "", month = ""], now) => monthOf(yearSaid(word, now), numberOf(month) ?? 0),
  },
  {
    pattern: new RegExp(`${YEAR}(?!\\d)年?度?`, "gu"),
    isRelative: false,
    read: ([year]) => months(Number(year), 1, 12),
  },
  {
    pattern: /([今去前])年/gu,
    isRelative: true,
    read: ([word = ""], now) => months(yearSaid(word, now), 1, 12),
  },
  {
    pattern: new RegExp(`${LAST}(半|${COUNT})(个月|年|天|周)`, "gu"),
    isRelative: true,
    read: ([said = "", , unit], { year, month, day }) => {
      const count = said === "半" ? 0.5 : numberOf(said);
      if (!count) return null;
      const today = dayOf(year, month, day);
      if (unit === "天" || unit === "周") {
        const days = Math.max(1, Math.round(count * (unit === "周" ? 7 : 1)));
        return between(new Date(today.getTime() - (days - 1) * DAY_MS), today);
      }
      const back = unit === "年" ? count * 12 : Math.ceil(count);
      const start = dayOf(year, month - back, 1);
      // 31 May less three months is the last of February, not the third of March.
      const last = dayOf(start.getUTCFullYear(), start.getUTCMonth() + 2, 0).getUTCDate();
      start.setUTCDate(Math.min(day, last));
      return between(start, today);
    },
  },
  {
    pattern: /(上个?|本|这个)(月|周|星期)/gu,
    isRelative: true,
    read: ([word = "", unit], { year, month, day, weekday }) => {
      const back = word.startsWith("上") ? 1 : 0;
      if (unit === "月") return months(year, month - back, 1);
      const monday = day - ((weekday + 6) % 7) - back * 7;
      return between(dayOf(year, month, monday), dayOf(year, month, monday + 6));
    },
  },
  {
    // 今日云川 and 昨日 are names of columns and papers.
    pattern: /([今昨前])天/gu,
    isRelative: true,
    read: ([word = ""], { year, month, day }) => {
      const date = dayOf(year, month, day - "今昨前".indexOf(word));
      return between(date, date);
    },
  },
];

/** 二〇二三年 → 2023年: one digit for one character, so that places stay. */
const inDigits = (text: string): string =>
  text.replace(/[一二][〇零○一二三四五六七八九]{3}(?=年)/gu, (year) =>
    [...year].map((one) => Math.max(0, DIGITS.indexOf(one))).join(""),
  );

/**
 * Periods in the order in which they are said, each once.
 * @param today YYYY-MM-DD where the readers are
 */
export function periodsIn(folded: string, today: string): SaidPeriod[] {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const now = { year, month, day, weekday: dayOf(year, month, day).getUTCDay() };
  const found: (SaidPeriod & { at: number })[] = [];
  let rest = inDigits(folded);
  for (const { pattern, isRelative, read } of FORMS)
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const at = more.findIndex((part) => typeof part === "number");
      const period = read(more.slice(0, at) as string[], now);
      if (!period) return whole;
      const place = Number(more[at]);
      const said = folded.slice(place, place + whole.length);
      found.push({ ...period, said, isRelative, at: place });
      return " ".repeat(whole.length);
    });
  const inOrder = found.sort((a, b) => a.at - b.at).map(({ at: _, ...period }) => period);
  return [...new Map(inOrder.map((one) => [`${one.from}/${one.to}`, one])).values()];
}
