import { describe, expect, test } from "vitest";
import {
  attachment,
  callout,
  footnote,
  heading,
  image,
  lineBreak,
  link,
  list,
  listItem,
  paragraph,
  quoteOfBlocks,
  quoteOfWords,
  richText,
  rule,
  textRun,
  video,
} from "./build.ts";
import type { Block, Inline } from "./nodes.ts";
import type { RenderOptions } from "./render/context.ts";
import { renderHtml } from "./render.ts";

const words = (text: string, bits = 0): Inline[] => [textRun(text, bits)];
const render = (blocks: Block[], options: Partial<RenderOptions> = {}) =>
  renderHtml(richText(blocks), { variant: "std", tableLabel: "表格", ...options });

describe("words", () => {
  test("are escaped, as text and as attribute", () => {
    expect(render([paragraph(words("<script>a&b</script>"))])).toBe(
      "<p>&lt;script&gt;a&amp;b&lt;/script&gt;</p>",
    );
    expect(render([image({ src: "/1.png", alt: '" onload="alert(1)' })])).toContain(
      'alt="&quot; onload=&quot;alert(1)"',
    );
  });

  test("lose the characters that HTML forbids", () => {
    expect(render([paragraph(words("a\u0000b\u001f\ufffe\ud83dc"))])).toBe("<p>abc</p>");
  });

  test("get one element for each format, the same nesting always", () => {
    expect(render([paragraph(words("字", 1 | 2 | 4 | 8))])).toBe(
      "<p><strong><em><u><s>字</s></u></em></strong></p>",
    );
    expect(render([paragraph([...words("m"), ...words("2", 64), ...words("x", 32)])])).toBe(
      "<p>m<sup>2</sup><sub>x</sub></p>",
    );
  });

  test("of one format are one element, however the editor split them", () => {
    expect(render([paragraph([...words("一", 1), ...words("二", 1), ...words("三")])])).toBe(
      "<p><strong>一二</strong>三</p>",
    );
  });

  test("keep line breaks between them, not around them", () => {
    const children = [lineBreak(), ...words("一"), lineBreak(), ...words("二"), lineBreak()];
    expect(render([paragraph(children)])).toBe("<p>一<br>二</p>");
  });
});

describe("a link", () => {
  const linked = (url: string) => render([paragraph([link(url, [textRun("字")])])]);

  test("to another host says noopener, one to the site does not need to", () => {
    expect(linked("https://www.gov.cn/")).toBe(
      '<p><a href="https://www.gov.cn/" rel="noopener">字</a></p>',
    );
    expect(linked("/zwgk/1.html")).toBe('<p><a href="/zwgk/1.html">字</a></p>');
  });

  test("opens where it is, whatever the document asks", () => {
    const asked = { ...link("/", [textRun("字")]), target: "_blank" as const, rel: "opener" };
    expect(render([paragraph([asked])])).toBe('<p><a href="/">字</a></p>');
  });

  test("with a bad address is only its words, even in a document nobody checked", () => {
    expect(linked("javascript:alert(1)")).toBe("<p>字</p>");
    expect(linked("javascript://x:99999/%0aalert(1)")).toBe("<p>字</p>");
  });

  test("without words is left out", () => {
    expect(render([paragraph([...words("字"), link("/", [])])])).toBe("<p>字</p>");
  });
});

describe("a block", () => {
  test("that shows nothing is left out", () => {
    const empty = [
      paragraph([]),
      paragraph(words(" 　\u00a0\u200b")),
      paragraph([lineBreak()]),
      heading("h2", words(" ")),
      list("bullet", [listItem([])]),
      quoteOfWords([]),
    ];
    expect(render(empty)).toBe("");
  });

  test("says its alignment and indent as classes, never as style", () => {
    const html = render([
      { ...paragraph(words("一"), "center"), indent: 2 },
      paragraph(words("二"), "right"),
      paragraph(words("三"), "justify"),
      paragraph(words("四"), "left"),
    ]);
    expect(html.split("\n")).toEqual([
      '<p class="ta-center ti-2">一</p>',
      '<p class="ta-right">二</p>',
      '<p class="ta-justify">三</p>',
      "<p>四</p>",
    ]);
  });

  test("is not justified on care pages", () => {
    expect(render([paragraph(words("字"), "justify")], { variant: "care" })).toBe("<p>字</p>");
  });

  test("of a quote may be words or blocks", () => {
    expect(render([quoteOfWords(words("引"))])).toBe("<blockquote><p>引</p></blockquote>");
    expect(render([quoteOfBlocks([paragraph(words("引")), rule()])])).toBe(
      "<blockquote><p>引</p>\n<hr></blockquote>",
    );
  });
});

describe("headings", () => {
  const levels = (tags: ("h2" | "h3" | "h4" | "h5" | "h6")[], headingOffset = 0) =>
    render(
      tags.map((tag) => heading(tag, words("题"))),
      { headingOffset },
    )
      .match(/<h\d/g)
      ?.map((tag) => Number(tag.slice(2)));

  test("begin at h2, whatever the author began with", () => {
    expect(levels(["h4", "h4"])).toEqual([2, 2]);
  });

  test("never skip a level on the way down", () => {
    expect(levels(["h2", "h5", "h5", "h6"])).toEqual([2, 3, 3, 4]);
  });

  test("come back to the level they left", () => {
    expect(levels(["h2", "h4", "h6", "h4", "h2", "h3"])).toEqual([2, 3, 4, 3, 2, 3]);
    expect(levels(["h3", "h2", "h3"])).toEqual([2, 2, 3]);
  });

  test("start lower where the document stands under a heading, and end at h6", () => {
    expect(levels(["h2", "h3", "h4", "h5", "h6"], 2)).toEqual([4, 5, 6, 6, 6]);
  });
});

describe("a list", () => {
  test("holds a nested one inside the item it belongs to", () => {
    const nested = listItem([list("number", [listItem([textRun("一之一")])])]);
    const html = render([
      list("bullet", [listItem([textRun("一")]), nested, listItem([textRun("二")])]),
    ]);
    expect(html.replaceAll("\n", "")).toBe(
      "<ul><li>一<ol><li>一之一</li></ol></li><li>二</li></ul>",
    );
  });

  test("keeps the number it starts with", () => {
    expect(render([list("number", [listItem([textRun("字")], 3)], 3)])).toContain('<ol start="3">');
    expect(render([list("number", [listItem([textRun("字")])])])).toContain("<ol>");
  });
});

describe("a picture", () => {
  test("is a figure with its size, loaded late", () => {
    const picture = image({ src: "/1.png", alt: "图", caption: "注", width: 800, height: 600 });
    expect(render([picture])).toBe(
      '<figure><img src="/1.png" alt="图" width="800" height="600" loading="lazy">' +
        "<figcaption>注</figcaption></figure>",
    );
  });

  test("always has an alt, be it empty", () => {
    expect(render([image({ src: "/1.png" })])).toContain(' alt=""');
  });

  test("of the media library is found by its id", () => {
    const picture = image({ src: null, assetId: 7, alt: "图" });
    const assetPicture = (id: number) => ({ src: `/files/${id}.png`, width: 2, height: 1 });
    expect(render([picture], { assetPicture })).toContain('src="/files/7.png" alt="图" width="2"');
  });

  test("that is not there leaves its caption", () => {
    const picture = image({ src: null, assetId: 7, caption: "注" });
    expect(render([picture])).toBe("<p>注</p>");
    expect(render([picture], { assetPicture: () => null })).toBe("<p>注</p>");
  });
});

const said: Partial<RenderOptions> = {
  say: (key, values = {}) => [key, ...Object.values(values)].join(" "),
};

describe("notes", () => {
  test("are numbered as they are met and listed at the end, each with the way back", () => {
    const html = render(
      [
        paragraph([...words("甲"), footnote("一<注>"), ...words("乙")]),
        quoteOfWords([...words("丙"), footnote("二注")]),
      ],
      said,
    );
    expect(html).toBe(
      [
        '<p>甲<sup><a role="doc-noteref" id="note-mark-1" href="#note-1" aria-label="note 1">[1]</a></sup>乙</p>',
        '<blockquote><p>丙<sup><a role="doc-noteref" id="note-mark-2" href="#note-2" aria-label="note 2">[2]</a></sup></p></blockquote>',
        '<section class="notes" role="doc-endnotes" aria-label="notes"><ol>',
        '<li id="note-1">一&lt;注&gt; <a role="doc-backlink" href="#note-mark-1" aria-label="back 1">↩</a></li>',
        '<li id="note-2">二注 <a role="doc-backlink" href="#note-mark-2" aria-label="back 2">↩</a></li>',
        "</ol></section>",
      ].join("\n"),
    );
  });

  test("without words leave neither mark nor list", () => {
    expect(render([paragraph([...words("甲"), footnote(" ")])], said)).toBe("<p>甲</p>");
  });
});

describe("a callout", () => {
  test("says what it is before what it holds", () => {
    expect(render([callout("warning", [paragraph(words("当心"))])], said)).toBe(
      '<div class="callout callout-warning" role="note"><p class="callout-title">callout.warning</p>\n<p>当心</p></div>',
    );
  });

  test("that holds nothing is not there", () => {
    expect(render([callout("tip", [paragraph([])])], said)).toBe("");
  });
});

describe("files", () => {
  const found: Partial<RenderOptions> = {
    ...said,
    assetPicture: (id) => ({ src: `/files/${id}.jpg`, width: 16, height: 9 }),
    assetFile: (id) => ({
      href: `/files/${id}.${id === 1 ? "mp4" : "docx"}`,
      extension: id === 1 ? "mp4" : "docx",
      sizeBytes: 2_048,
    }),
  };
  const film = video({ assetId: 1, posterId: 2, caption: "片", transcript: "甲\n\n乙" });

  test("a film waits for whoever wants it, and has its words beside it", () => {
    expect(render([film], found)).toBe(
      [
        '<figure><video controls preload="none" poster="/files/2.jpg" width="16" height="9" aria-label="片"><source src="/files/1.mp4" type="video/mp4"></video>',
        '<figcaption>片 <a href="/files/1.mp4" download>download  MP4 2 KB</a></figcaption></figure>',
        '<details class="transcript"><summary>transcript</summary>\n<p>甲</p>\n<p>乙</p></details>',
      ].join(""),
    );
  });

  test("an attachment is a link that says kind and size and saves under its name", () => {
    expect(render([attachment(3, "申请表")], found)).toBe(
      '<p class="attachment"><a href="/files/3.docx" download="申请表.docx">attachment 申请表 DOCX 2 KB</a></p>',
    );
  });

  test("that are not there leave their words", () => {
    expect(render([film, attachment(3, "申请表")])).toBe(
      "<p>片</p><p>甲</p>\n<p>乙</p>\n<p>申请表</p>",
    );
  });

  test("never come from a bad address, whatever the library says", () => {
    const assetFile = () => ({ href: "javascript:x.mp4", extension: "mp4", sizeBytes: 1 });
    expect(render([film, attachment(3, "表")], { ...found, assetFile })).not.toContain(
      "javascript",
    );
  });
});
