/** Fields of an official document that a page prints: `索 引 号：` and what stands beside or below it. */
import type { Element } from "./page-tree.ts";
import { textOf } from "./page-tree.ts";

const LABELS: Record<string, string> = {
  索引号: "index",
  主题分类: "category",
  发文机关: "org",
  发布机构: "org",
  成文日期: "written",
  标题: "title",
  发文字号: "docNo",
  文号: "docNo",
  发布日期: "date",
  主题词: "keywords",
  有效性: "status",
  效力状态: "status",
  体裁: "genre",
  公文种类: "genre",
  施行日期: "effective",
  生效日期: "effective",
};

const anyOf = (labels: readonly string[]) =>
  labels.map((label) => [...label].join("\\s*")).join("|");
const WORDS = anyOf(Object.keys(LABELS));
const LABEL = new RegExp(`^(${WORDS})\\s*[:：]\\s*(.*)$`);
const CELL = new RegExp(`^(${WORDS})\\s*[:：]?$`);
/** Several labels on one line: each begins a line of its own. */
const NEXT_LABEL = new RegExp(`\\s+(?=(?:${WORDS})\\s*[:：])`);
const ENDS_AS_LABEL = /[:：]\s*$/;

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const DAYS = new Set(["written", "effective", "date"]);
const MAX_VALUE = 200;

/** What a line below a label must look like to be its value: anything may stand there when the value is missing. */
const FITS: Record<string, RegExp> = {
  index: /^(?=.*\d)[^，。；：\s]{4,60}$/,
  docNo: /^[^，。；：]{0,60}[\d〇零一二三四五六七八九十百]\s*号$/,
  status: /^(?:现行(?:有效)?|有效|尚未(?:施行|生效)|已?修[改订]|部分失效|已?废止|已?失效)$/,
  org: /^[^，。；：\d]{2,60}$/,
  category: /^[^，。；：]{2,60}$/,
  genre: /^[\u4e00-\u9fff]{1,6}$/,
  title: /./,
};

const fitsBelow = (field: string, line: string): boolean =>
  DAYS.has(field) ? DAY.test(line) && line.length <= 30 : (FITS[field]?.test(line) ?? false);

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, " ").trim();
const fieldOf = (label: string | undefined) => LABELS[label?.replace(/\s+/g, "") ?? ""];

/** Null for what is no value of the field: another label, or words where a day belongs. */
function valueSaid(field: string, said: string): string | null {
  const value = said.trim();
  if (value === "" || value.length > MAX_VALUE || ENDS_AS_LABEL.test(value)) return null;
  if (field !== "written" && field !== "effective") return value;
  const [, year = "", month = "", day = ""] = DAY.exec(value) ?? [];
  return year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const isCell = ({ tagName }: Element) => tagName === "td" || tagName === "th";

function cellAfter(element: Element): Element | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  return siblings
    .slice(siblings.indexOf(element) + 1)
    .find((node): node is Element => "tagName" in node && isCell(node));
}

/** Of a table the next cell is the value; an empty one says that there is none. */
function labelsInCells(elements: readonly Element[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const element of elements) {
    if (!isCell(element)) continue;
    const label = squeeze(textOf(element, 40));
    const field = fieldOf(CELL.exec(label)?.[1]);
    const beside = field && cellAfter(element);
    if (!field || !beside || found.get(field)) continue;
    const said = squeeze(textOf(beside, MAX_VALUE * 2));
    // Without its colon it may be the head of a column, and so may what stands beside it.
    if (!ENDS_AS_LABEL.test(label) && !fitsBelow(field, said)) continue;
    found.set(field, CELL.test(said) ? null : valueSaid(field, said));
  }
  return found;
}

/** On the same line, or alone on the next one where that looks like such a value. */
function labelsInLines(lines: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const parts = lines.flatMap((line) => line.split(NEXT_LABEL));
  for (const [index, part] of parts.entries()) {
    const [, label, rest = ""] = LABEL.exec(part) ?? [];
    const field = fieldOf(label);
    if (!field || found.has(field)) continue;
    const next = parts[index + 1] ?? "";
    const isBelow = rest === "" && !LABEL.test(next) && fitsBelow(field, next);
    const value = valueSaid(field, isBelow ? next : rest);
    if (value) found.set(field, value);
  }
  return found;
}

/** By the names of `LABELS`; days as `YYYY-MM-DD`, but for the one of publication, which may have a clock. */
export function labelsIn(
  elements: readonly Element[],
  lines: readonly string[],
): Record<string, string> {
  const cells = labelsInCells(elements);
  const inLines = [...labelsInLines(lines)].filter(([field]) => !cells.has(field));
  const inCells = [...cells].flatMap(([field, value]) => (value ? [[field, value] as const] : []));
  return Object.fromEntries([...inLines, ...inCells]);
}
