/** When a page was published, by what it prints. */

const DAY = String.raw`\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}`;
const CLOCK = String.raw`\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?`;

/** The day on which somebody saved the page. */
const TODAY = /(?:今天|今日|现在|当前|系统|北京)(?:是|时间|日期|[:：])/;
const PUBLISHED = new RegExp(String.raw`发布(?:时间|日期)\s*[:：]?\s*(${DAY}[^\n]{0,20})`);
/** `时间：`, `日期：`, `更新时间：`, but none of a document or a meeting. */
const DATED = new RegExp(
  String.raw`(?:^|[^\u4e00-\u9fff]|更新|添加|录入|上传|发稿|公布|发表)(?:时间|日期)\s*[:：]?\s*(${DAY}[^\n]{0,20})`,
);
const BARE = new RegExp(DAY + CLOCK);
/** A line above the text that says when and by whom, not a sentence in which some day is named. */
const BARE_FIRST = new RegExp(
  String.raw`^[\[(（【]?(${DAY}${CLOCK})(?!\s*(?:日?\s*星期|\s*日?[至到—~-]))`,
);
const WRITTEN = new RegExp(String.raw`(?:成文|印发|签发)(?:时间|日期)\s*[:：]?\s*(${DAY})`);

const MAX_LINE = 120;
const HEAD_LINES = 400;

/** Best first; each as it is written there. */
export function daysSaid(lines: readonly string[]): (string | undefined)[] {
  const head = lines.slice(0, HEAD_LINES);
  // `今天是` and its day may be two lines.
  const said = head.filter(
    (line, at) => !TODAY.test(line) && !/(?:今天|今日|现在)是?[:：]?$/.test(head[at - 1] ?? ""),
  );
  const short = said.filter((line) => line.length <= MAX_LINE);
  const first = (among: readonly string[], pattern: RegExp): string | undefined => {
    for (const line of among) {
      const found = pattern.exec(line);
      if (found) return found[1] ?? found[0];
    }
    return undefined;
  };
  return [
    first(said, PUBLISHED),
    first(said, DATED),
    first(short, BARE_FIRST),
    first(said, WRITTEN),
    first(short, BARE),
  ];
}
