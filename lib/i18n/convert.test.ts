import { expect, test } from "vitest";
import { convertDeep, converterFor } from "#lib/i18n/convert.ts";

const hant = converterFor("zh-Hant");

test.each([
  ["机器转换，以简体为准", "機器轉換，以簡體為準"],
  ["头发与发展", "頭髮與發展"],
  ["皇后、之后", "皇后、之後"],
  ["干部与干燥", "幹部與乾燥"],
  ["一只面包、只有这里", "一隻麵包、只有這裡"],
  ["云川省人民政府", "雲川省人民政府"],
  ["https://www.yunchuan.gov.cn/", "https://www.yunchuan.gov.cn/"],
])("%s becomes %s", (text, expected) => {
  expect(hant(text)).toBe(expected);
});

test("the origin and languages written by people stay as they are", () => {
  const value = { title: "机器转换" };
  for (const locale of ["zh-CN", "en"] as const)
    expect(convertDeep(value, converterFor(locale))).toBe(value);
});

test("texts are converted wherever they stand, addresses, moments and numbers never", () => {
  const at = new Date(0);
  const value = {
    title: "发展",
    children: [{ text: "头发", url: "/发展/1.html" }],
    place: { type: "anchor", name: "发展" },
    path: "/发展",
    at,
    count: 3,
    none: null,
  };
  expect(convertDeep(value, hant)).toEqual({
    title: "發展",
    children: [{ text: "頭髮", url: "/发展/1.html" }],
    place: { type: "anchor", name: "发展" },
    path: "/发展",
    at,
    count: 3,
    none: null,
  });
});
