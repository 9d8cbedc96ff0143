import { describe, expect, test } from "vitest";
import { markChinese } from "#gateway/mark-chinese.ts";

const around = (body: string, lang = "en") =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>云川</title></head><body><p>Hi</p>${body}</body></html>`;
const marked = (body: string): string =>
  /<p>Hi<\/p>(.*)<\/body>/s.exec(markChinese(around(body)))?.[1] ?? "";

describe("English pages", () => {
  test.each([
    ["<h1>云川省人民政府</h1>", '<h1 lang="zh-CN">云川省人民政府</h1>'],
    [
      "<p>Source: 云川省人民政府办公厅</p>",
      '<p>Source: <span lang="zh-CN">云川省人民政府办公厅</span></p>',
    ],
    [
      "<p>Please name the source, 云川省, when you pass this on.</p>",
      '<p>Please name the source, <span lang="zh-CN">云川省</span>, when you pass this on.</p>',
    ],
    ["<p>打开APP办理，降3.5%。</p>", '<p lang="zh-CN">打开APP办理，降3.5%。</p>'],
    ["<a>云ICP备99000001号-1</a>", '<a lang="zh-CN">云ICP备99000001号-1</a>'],
    ["<p>2026-11-20</p>", "<p>2026-11-20</p>"],
    ['<p>More <img alt="图一"></p>', '<p>More <img alt="图一" lang="zh-CN"></p>'],
    ["<p>《公路法》, as amended</p>", '<p><span lang="zh-CN">《公路法》</span>, as amended</p>'],
  ])("%s", (given, expected) => expect(marked(given)).toBe(expected));

  test("the mark stands as high as all words below it are Chinese", () => {
    const list = "<ul><li><a>政务</a></li><li><a>要闻</a> 2026</li></ul>";
    expect(marked(`<nav aria-label="Main">${list}</nav>`)).toBe(
      `<nav aria-label="Main">${list.replace("<ul>", '<ul lang="zh-CN">')}</nav>`,
    );
  });

  test("what says its language already is left alone", () => {
    const link = '<a lang="zh-Hant">繁體</a>';
    expect(marked(link)).toBe(link);
  });

  test("the head and scripts keep their text", () => {
    const script = '<script type="application/json">{"a":"省"}</script>';
    const page = markChinese(around(script));
    expect(page).toContain(script);
    expect(page).toContain("<title>云川</title>");
  });
});

test("Chinese pages stay as they are, byte for byte", () => {
  const page = around("<h1 hidden=''>云川 &amp; English</h1>", "zh-CN");
  expect(markChinese(page)).toBe(page);
});
