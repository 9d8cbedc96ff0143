import { describe, expect, test } from "vitest";
import { fromHtml } from "./from-html.ts";
import { MAX_NODES } from "./limits.ts";
import { measure } from "./measure.ts";
import { renderHtml } from "./render.ts";
import { parseDocument } from "./schema.ts";
import { plainText } from "./text.ts";

/** Through the document and out again: what a reader of the new page gets. */
const page = (html: string, baseUrl?: string) =>
  renderHtml(fromHtml(html, baseUrl === undefined ? {} : { baseUrl }).document, {
    variant: "std",
    tableLabel: "表格",
  }).replaceAll("\n", "");
const dropped = (html: string) => fromHtml(html).dropped;

describe("much of anything keeps its words", () => {
  const count = 70_000;
  const told = (html: string) => plainText(fromHtml(html).document).replace(/\s/g, "").length;

  test.each([
    ["line breaks", "字<br>"],
    ["bold never closed", "<b><p>字"],
    ["comments", "字<!--注-->"],
    ["table cells", "<tr><td>字"],
  ])("%s", (_, piece) => {
    expect(told(piece.repeat(count))).toBe(count);
  });

  test("white space folds alike where a long text is folded part by part", () => {
    const text = `${"字".repeat(65_535)}  甲 ${" ".repeat(70_000)}乙`;
    expect(plainText(fromHtml(`<p>${text}</p>`).document)).toBe(`${"字".repeat(65_535)} 甲 乙`);
  });
});

describe("looks become meaning", () => {
  test.each([
    ["<b>字</b>", "<p><strong>字</strong></p>"],
    ["<i>字</i>", "<p><em>字</em></p>"],
    ["<u>字</u>", "<p><u>字</u></p>"],
    ["<strike>字</strike>", "<p><s>字</s></p>"],
    ["m<sup>2</sup>", "<p>m<sup>2</sup></p>"],
    ['<span style="font-weight: bold !important">字</span>', "<p><strong>字</strong></p>"],
    ['<span style="font-weight:700">字</span>', "<p><strong>字</strong></p>"],
    ['<b>一<span style="font-weight:normal">二</span></b>', "<p><strong>一</strong>二</p>"],
    [
      '<span style="text-decoration: underline;font-style:italic">字</span>',
      "<p><em><u>字</u></em></p>",
    ],
    ['<span style="vertical-align:super">2</span>', "<p><sup>2</sup></p>"],
    ['<p style="text-align: center">字</p>', '<p class="ta-center">字</p>'],
    ['<p align="right">字</p>', '<p class="ta-right">字</p>'],
    ["<center>字</center>", '<p class="ta-center">字</p>'],
    [
      '<div align="center"><p>一</p><p align="left">二</p></div>',
      '<p class="ta-center">一</p><p>二</p>',
    ],
    ['<a href="/"><u>字</u></a>', '<p><a href="/">字</a></p>'],
    ['<font face="仿宋" color="red" size="4">字</font>', "<p>字</p>"],
    ['<h2><b style="color:red">题</b></h2>', "<h2>题</h2>"],
  ])("%s", (html, expected) => {
    expect(page(html)).toBe(expected);
  });
});

describe("lines become paragraphs", () => {
  test.each([
    ["一<p>二</p>三", "<p>一</p><p>二</p><p>三</p>"],
    ["<div>一<div>二</div>三</div>", "<p>一</p><p>二</p><p>三</p>"],
    ["<p>一<br>二</p>", "<p>一<br>二</p>"],
    ["<p>一<br>&nbsp;<br/>二<br></p>", "<p>一</p><p>二</p>"],
    ["<p>　　一<br>　　二</p>", "<p>一</p><p>二</p>"],
    ["<p>\n  one\n  two\t</p>", "<p>one two</p>"],
    ["<p>第一条　总则</p>", "<p>第一条　总则</p>"],
    ["<pre>一\n二</pre>", "<p>一<br>二</p>"],
    ["<dl><dt>一<dd>二</dl>", "<p>一</p><p>二</p>"],
    ["<p>&nbsp;</p><p></p><div><br></div>", ""],
    ["<h1>题</h1><h3>小题</h3>", "<h2>题</h2><h3>小题</h3>"],
    ["<blockquote>一</blockquote>", "<blockquote><p>一</p></blockquote>"],
    ["<blockquote><p>一<p>二</blockquote>", "<blockquote><p>一</p><p>二</p></blockquote>"],
    ["一<hr>二", "<p>一</p><hr><p>二</p>"],
  ])("%s", (html, expected) => {
    expect(page(html)).toBe(expected);
  });
});

describe("lists", () => {
  test.each([
    ["<ul><li>一<li>二</ul>", "<ul><li>一</li><li>二</li></ul>"],
    ["<ol start=3><li><p>一</p><p>二</p></li></ol>", '<ol start="3"><li>一<br>二</li></ol>'],
    ["<ul><li>一<ol><li>甲</ol></li></ul>", "<ul><li>一<ol><li>甲</li></ol></li></ul>"],
    ["<ul><li>一</li><ul><li>甲</li></ul></ul>", "<ul><li>一<ul><li>甲</li></ul></li></ul>"],
    ["<li>一</li>", "<p>一</p>"],
    ["<ul><li>一<blockquote>二</blockquote></li></ul>", "<ul><li>一<br>二</li></ul>"],
    ["<blockquote><ul><li>一</ul></blockquote>", "<blockquote><ul><li>一</li></ul></blockquote>"],
    ["<ul><li><h3>一</h3></li></ul>", "<ul><li>一</li></ul>"],
  ])("%s", (html, expected) => {
    expect(page(html)).toBe(expected);
  });

  test("go on counting after a picture or a table between their items", () => {
    const html = page('<ol><li>一<img src="/1.png"></li><li>二</li></ol>');
    expect(html.replace(/<figure>.*<\/figure>/, "图")).toBe(
      '<ol><li>一</li></ol>图<ol start="2"><li>二</li></ol>',
    );
  });
});

describe("tables", () => {
  const inside = (html: string) => /<table>(.*)<\/table>/.exec(page(html))?.[1];

  test("keep their spans and their heads", () => {
    const html =
      "<table><thead><tr><th>项目<th>数值</thead><tbody><tr><th>甲<td>1</tr></tbody></table>";
    expect(inside(html)).toBe(
      '<thead><tr><th scope="col">项目</th><th scope="col">数值</th></tr></thead>' +
        '<tbody><tr><th scope="row">甲</th><td>1</td></tr></tbody>',
    );
    expect(inside("<table><tr><td rowspan=2>一<td>二<tr><td>三</table>")).toBe(
      '<tbody><tr><td rowspan="2">一</td><td>二</td></tr><tr><td>三</td></tr></tbody>',
    );
  });

  test("put their caption before them", () => {
    expect(page("<table><caption>附表</caption><tr><td>一</table>")).toMatch(
      /^<p>附表<\/p><section/,
    );
  });

  test("inside a cell become its paragraphs", () => {
    const html = "<table><tr><td>外<table><tr><td>内一<td>内二</table></td></tr></table>";
    expect(inside(html)).toBe("<tbody><tr><td><p>外</p><p>内一</p><p>内二</p></td></tr></tbody>");
    expect(dropped(html)).toEqual({ "nested-table": 1 });
  });

  test("keep the full-width spaces that show what belongs under what", () => {
    expect(inside("<table><tr><td>　其中：男</table>")).toContain("<td>　其中：男</td>");
  });

  test("with more columns than a page can show become paragraphs", () => {
    const html = `<table><tr>${"<td>格".repeat(101)}</table>`;
    expect(page(html)).toBe("<p>格</p>".repeat(101));
  });

  test("split a quote around them", () => {
    expect(page("<blockquote>一<table><tr><td>格</table>二</blockquote>")).toMatch(
      /^<blockquote><p>一<\/p><\/blockquote><section.*<blockquote><p>二<\/p><\/blockquote>$/,
    );
  });
});

describe("links and pictures", () => {
  test("keep an address that is allowed", () => {
    expect(page('<a href=" https://www.gov.cn/a b ">字</a>')).toBe(
      '<p><a href="https://www.gov.cn/a%20b" rel="noopener">字</a></p>',
    );
  });

  test("reach into the blocks inside a link", () => {
    expect(page('<a href="/"><div>一</div><div>二</div></a>')).toBe(
      '<p><a href="/">一</a></p><p><a href="/">二</a></p>',
    );
  });

  test.each([
    "javascript:alert(1)",
    " java&#9;script:alert(1)",
    "&#1;javascript:alert(1)",
    "javascript://x:99999/%0aalert(1)",
    "data:text/html,x",
    "file:///C:/a.doc",
    "//other.example/",
    "./a.html",
    "#",
    "#sec2",
  ])("lose the address %s and keep the words", (href) => {
    expect(page(`<a href="${href}">字</a>`)).toBe("<p>字</p>");
    expect(dropped(`<a href="${href}">字</a>`)).toEqual({ link: 1 });
  });

  test("of a known page are resolved", () => {
    expect(page('<a href="./a.html">字</a>', "https://www.gov.cn/b/c.html")).toContain(
      'href="https://www.gov.cn/b/a.html"',
    );
  });

  test("keep a picture with its size", () => {
    expect(page('<p>一<img src="/1.png" alt="图" width="80" height="60px">二</p>')).toBe(
      '<p>一</p><figure><img src="/1.png" alt="图" width="80" height="60" loading="lazy"></figure><p>二</p>',
    );
  });

  test("give a picture the caption of its figure", () => {
    expect(
      page('<figure><img src="/1.png"><figcaption>图 <b>注</b></figcaption></figure>'),
    ).toContain("<figcaption>图 注</figcaption></figure>");
    expect(page("<figure><figcaption>图注</figcaption></figure>")).toBe("<p>图注</p>");
  });

  test("leave the words for a picture that cannot be fetched", () => {
    const late = page('<img src="/grey.gif" data-src="/1.png">');
    expect(late).toBe('<figure><img src="/1.png" alt="" loading="lazy"></figure>');
    expect(page('<img src="/1.png" data-original="file:///2.png">')).toContain('src="/1.png"');
    expect(page('一<img src="file:///C:/1.png" alt="图">二')).toBe("<p>一图二</p>");
    expect(dropped('<img src="data:image/png;base64,AA">')).toEqual({ img: 1 });
  });
});

describe("what can act or is not shown", () => {
  test.each([
    ["<script>alert(1)</script>字", "script"],
    ["<style>p{}</style>字", "style"],
    ["<iframe src=x>x</iframe>字", "iframe"],
    ["<!-- x -->字", "comment"],
    ["<p onclick=alert(1)>字", "on*"],
    ["<form action=x>字</form>", "form"],
    ["<svg><script>alert(1)</script><text>x</text></svg>字", "svg"],
    ["<textarea>x</textarea>字", "textarea"],
    ["<template>x</template>字", "template"],
    ['<p style="display:none">x</p>字', "hidden"],
    ["<xml><w:View>x</w:View></xml>字", "xml"],
  ])("is left out and counted: %s", (html, what) => {
    expect(page(html)).toBe("<p>字</p>");
    expect(dropped(html)).toHaveProperty([what], 1);
  });

  test("of clean HTML is nothing", () => {
    expect(dropped('<h2>题</h2><p style="color:red"><o:p>字</o:p></p>')).toEqual({});
  });
});

describe("however big", () => {
  test.each([
    "<div>",
    "<b>",
    "<ul><li>",
    "<blockquote>",
    "<table><tr><td>",
    "<figure>",
    "<a href=/>",
  ])("40,000 nested %s keep their words", (tag) => {
    const { document } = fromHtml(`${tag.repeat(40_000)}深`);
    expect(plainText(document)).toBe("深");
    expect(parseDocument(document)).toMatchObject({ ok: true });
  });

  test("the words of what exceeds the nodes stay, in one paragraph", () => {
    const { document, dropped } = fromHtml("<p>段</p>".repeat(MAX_NODES));
    expect(measure(document.root).nodes).toBeLessThanOrEqual(MAX_NODES);
    expect(plainText(document).replaceAll("\n", "")).toBe("段".repeat(MAX_NODES));
    expect(dropped).toHaveProperty(["flattened-block"]);
  });

  test("text beyond two megabytes is cut, and the loss is counted", () => {
    const { document, dropped } = fromHtml("字".repeat(1_000_000));
    const kept = plainText(document).length;
    expect(kept).toBe(699_050);
    expect(dropped).toEqual({ "over-limit": 1_000_000 - kept });
    expect(parseDocument(document)).toMatchObject({ ok: true });
  });

  test("a few tags that HTML re-opens in every paragraph do not multiply", () => {
    const fonts = Array.from({ length: 1_000 }, (_, size) => `<font size="${size}">`).join("");
    const { document } = fromHtml(`<p>${fonts}${"<p>段".repeat(5_000)}`);
    expect(plainText(document).replaceAll("\n", "")).toBe("段".repeat(5_000));
  });
});

describe("pictures elsewhere, when only the site's own may stand", () => {
  const own = (html: string, baseUrl?: string) =>
    renderHtml(
      fromHtml(html, { hasOwnPicturesOnly: true, ...(baseUrl ? { baseUrl } : {}) }).document,
      { variant: "std", tableLabel: "表格" },
    ).replaceAll("\n", "");

  test.each([
    [
      '<p>前<img src="http://a.cn/t/1.gif?u=2" alt="统计图">后</p>',
      '<p>前<a href="http://a.cn/t/1.gif?u=2" rel="noopener">统计图</a>后</p>',
    ],
    ['<img src="/W02.jpg">', '<p><a href="/W02.jpg">W02.jpg</a></p>'],
    ['<img src="x" alt="字">', "<p>字</p>"],
    ['<img src="/files/a.png">', '<figure><img src="/files/a.png" alt="" loading="lazy"></figure>'],
  ])("%s becomes words that lead to it", (html, wanted) => {
    expect(own(html)).toBe(wanted);
  });

  test("a file that came along is the picture, and a link to one leads to it", () => {
    const files = new Map([
      ["./1.jpg", { href: "/files/a.jpg", assetId: 7, width: 30, height: 20 }],
      ["./2.doc", { href: "/files/b.pdf", assetId: null, width: null, height: null }],
    ]);
    const { document } = fromHtml('<img src="./1.jpg"><p><a href="./2.doc">附件</a></p>', {
      files,
      hasOwnPicturesOnly: true,
    });
    expect(document.root.children).toMatchObject([
      { type: "image", src: null, assetId: 7, width: 30, height: 20 },
      { type: "paragraph", children: [{ type: "link", url: "/files/b.pdf" }] },
    ]);
  });
});
