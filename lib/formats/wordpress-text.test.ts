import { describe, expect, test } from "vitest";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { plainText } from "#lib/richtext/text.ts";
import { postHtml } from "./wordpress-text.ts";

const linesOf = (raw: string) => plainText(fromHtml(postHtml(raw)).document).split("\n");
const blocksOf = (raw: string) => fromHtml(postHtml(raw)).document.root.children;

describe("a post from before the block editor", () => {
  test("has a paragraph for each blank line and a break for each line end", () => {
    const blocks = blocksOf(
      "第一段，\n同一段。\n\n第二段 <strong>重\n点</strong>。\r\n\r\n第三段。",
    );
    expect(blocks.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "paragraph"]);
    expect(blocks[0]).toMatchObject({
      children: [{ text: "第一段，" }, { type: "linebreak" }, { text: "同一段。" }],
    });
  });

  test("keeps its own blocks as they are, whatever line ends stand between them", () => {
    const raw = `前言\n<h2>标题</h2>\n正文\n\n<ul>\n<li>一</li>\n\n<li>二</li>\n</ul>\n<table>\n<tr>\n\n<td>格</td>\n</tr>\n</table>\n<p>段</p>\n`;
    expect(blocksOf(raw).map(({ type }) => type)).toEqual(
      "paragraph heading paragraph list table paragraph".split(" "),
    );
    expect(linesOf(raw)).toEqual(["前言", "标题", "正文", "一", "二", "格", "段"]);
  });

  test("keeps line ends inside tags, <pre> and comments, and does not double those after <br>", () => {
    const raw =
      '甲<br />\n乙 <a\nhref="https://a.cn/">丙</a>\n\n<pre>一\n\n二</pre>\n<!-- 不\n\n见 -->丁';
    expect(postHtml(raw)).toBe(
      '甲<br />\n乙 <a\nhref="https://a.cn/">丙</a>\n<pre>一\n\n二</pre>\n<!-- 不\n\n见 -->丁',
    );
  });
});

test("a post of the block editor is left as it is", () => {
  const raw = "<!-- wp:paragraph -->\n<p>甲\n乙</p>\n<!-- /wp:paragraph -->\n\n丙";
  expect(postHtml(raw)).toBe(raw);
});

test.each([
  [
    "a caption",
    '[caption id="a_1" width="300"]<a href="/1"><img src="/1.png" alt=""></a> 图一：<em>会场</em>[/caption]',
    '<figure><a href="/1"><img src="/1.png" alt=""></a><figcaption>图一：<em>会场</em></figcaption></figure>',
  ],
  [
    "a caption of an older post",
    '[caption width="300" caption="会场"]<img src="/1.png">[/caption]',
    '<figure><img src="/1.png"><figcaption>会场</figcaption></figure>',
  ],
  ["a gallery", '甲[gallery ids="1,2"]乙', "甲乙"],
  [
    "a film of another site",
    "[embed width='1']https://a.cn/?v=1&amp;b=2[/embed]",
    '<a href="https://a.cn/?v=1&amp;b=2">https://a.cn/?v=1&amp;b=2</a>',
  ],
  ["no address to embed", "[embed]javascript:alert(1)[/embed]", "javascript:alert(1)"],
  ["a code of a plugin", "[contact-form id=1] [注]", "[contact-form id=1] [注]"],
  ["words about a code", "[[gallery]] [[caption]]", "[[gallery]] [[caption]]"],
  ["a caption that never ends", "[caption]<img src='/1.png'> 图", "[caption]<img src='/1.png'> 图"],
])("%s becomes what readers saw", (_, raw, html) => {
  expect(postHtml(raw)).toBe(html);
});

test.each(["<!--", "<pre>", "<a ", "[caption]", "[caption ", "[embed]", " ", "\n"])(
  "400,000 times %j is read in no time",
  (piece) => {
    const started = performance.now();
    postHtml(`${piece.repeat(400_000)}[/caption][/embed]x`);
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);
