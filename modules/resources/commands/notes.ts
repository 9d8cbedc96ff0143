/** What a receipt says beside the outcome: what of a record did not come in as it was. Chinese, then English. */
import "server-only";
import type { Composed } from "#modules/resources/commands/compose.ts";

/** Words and pictures that citizens saw at the old address; scripts, styles and comments they did not. */
const SEEN: readonly [element: string, chinese: string][] = [
  ["img", "图片"],
  ["video", "视频"],
  ["audio", "音频"],
  ["iframe", "嵌入页面"],
  ["object", "插件内容"],
  ["embed", "插件内容"],
  ["applet", "插件内容"],
  ["canvas", "图形"],
  ["svg", "图形"],
  ["input", "表单控件"],
  ["select", "表单控件"],
  ["textarea", "表单控件"],
];

const CHANGED: readonly [dropped: string, words: (count: number) => string][] = [
  [
    "over-limit",
    (n) => `正文超过上限，截去 ${n} 个字 text over the limit, ${n} characters cut off`,
  ],
  ["flattened-block", (n) => `正文太长，末尾 ${n} 段只留文字 last ${n} blocks kept as words only`],
  ["remote-image", (n) => `${n} 张没有带来的图片改为链接 pictures left elsewhere became links`],
  ["link", (n) => `${n} 个链接在这里没有去处，只留文字 links that lead nowhere here kept as words`],
];

function lostWords(dropped: Readonly<Record<string, number>>): string[] {
  const lost = SEEN.filter(([element]) => dropped[element] !== undefined);
  if (lost.length === 0) return [];
  const counts = new Map<string, number>();
  for (const [element, chinese] of lost)
    counts.set(chinese, (counts.get(chinese) ?? 0) + (dropped[element] ?? 0));
  const chinese = [...counts].map(([name, count]) => `${name} ${count}`).join("、");
  const english = lost.map(([element]) => `${dropped[element]} ${element}`).join(", ");
  return [`正文里没有带入：${chinese} not taken from the text: ${english}`];
}

/** What of the text was left out or changed; `dropped` as `fromHtml` counts it. */
export const droppedNotes = (dropped: Readonly<Record<string, number>>): string[] => [
  ...CHANGED.flatMap(([name, words]) => {
    const count = dropped[name];
    return count === undefined ? [] : [words(count)];
  }),
  ...lostWords(dropped),
];

/** @param how.isCleaned characters that cannot be kept were in the record */
export function notesOf(
  { publishedAt, dropped }: Composed,
  { isCleaned, isPublished }: { isCleaned: boolean; isPublished: boolean },
): string[] {
  const notes = droppedNotes(dropped);
  if (isCleaned) notes.push("去掉了不能保存的字符 characters that cannot be kept are left out");
  // That moment can never be changed again.
  if (isPublished && publishedAt === null)
    notes.push("没有日期，按导入时刻 no date, published at the moment of import");
  return notes;
}
