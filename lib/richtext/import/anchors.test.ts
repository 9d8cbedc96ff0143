import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { anchorNameIn } from "../anchors.ts";
import { fromHtml } from "../from-html.ts";
import { renderHtml } from "../render.ts";
import { parseDocument } from "../schema.ts";
import { plainText } from "../text.ts";
import { attributeOf, isElement, namesOf, nodesIn } from "./tree.ts";

const BASE = "http://www.old.example.cn/zwgk/1.html";
const page = (html: string, baseUrl?: string) =>
  renderHtml(fromHtml(html, baseUrl === undefined ? {} : { baseUrl }).document, {
    variant: "std",
    tableLabel: "表格",
  });

describe("a place that a link of the text leads to keeps its name", () => {
  test.each([
    [
      "a heading with an id",
      '<p>见<a href="#sec2">第二节</a></p><h2 id="sec2">第二节</h2>',
      '<p>见<a href="#at-sec2">第二节</a></p>\n<h2><span id="at-sec2"></span>第二节</h2>',
    ],
    [
      "an old anchor among the words",
      '<p>甲<a name="b"></a> 乙</p><p><a href="#b">回</a></p>',
      '<p>甲<span id="at-b"></span> 乙</p>\n<p><a href="#at-b">回</a></p>',
    ],
    [
      "an anchor by itself, before a heading",
      '<p><a href="#_Toc1">一</a></p><p><a name="_Toc1"></a></p><h1>一</h1>',
      '<p><a href="#at-_Toc1">一</a></p>\n<h2><span id="at-_Toc1"></span>一</h2>',
    ],
    [
      "a table: its first words",
      '<p><a href="#t">表</a></p><table id="t"><tr><td>格</td><td>子</td></tr></table>',
      '<td><span id="at-t"></span>格</td>',
    ],
    [
      "the end of the text",
      '<p><a href="#end">到底</a></p><p>末<br><a name="end"></a></p>',
      '<p>末<span id="at-end"></span></p>',
    ],
    [
      "a name in Chinese, in any spelling, with blanks",
      '<p><a href="#%E7%AC%AC%20%E4%BA%8C">二</a><a href="#第 二">贰</a></p><p id="第 二">章</p>',
      '<p><span id="at-第_二"></span>章</p>',
    ],
    [
      "a row whose first cell is empty",
      '<p><a href="#r">行</a></p><table><tr id="r"><td></td><td>内容</td></tr></table>',
      '<span id="at-r"></span>内容',
    ],
    [
      "the end of a cell",
      '<p><a href="#c">格</a></p><table><tr><td>末<a name="c"></a></td><td>次</td></tr></table>',
      '末<span id="at-c"></span>',
    ],
    [
      "a picture: the words after it",
      '<p><a href="#fig1">图</a></p><p><img id="fig1" src="/a.png" alt="图一"></p><p>图一说明</p>',
      '<p><span id="at-fig1"></span>图一说明</p>',
    ],
    [
      "a name that is written as addresses write it",
      '<p><a href="#%E7%AB%A0">章</a></p><h2 id="%E7%AB%A0">章</h2>',
      '<h2><span id="at-章"></span>章</h2>',
    ],
    [
      "a name with a percent sign of its own",
      '<p><a href="#%2541">甲</a></p><p id="%41">乙</p>',
      '<a href="#at-%2541">甲</a>',
    ],
    [
      "of two of a name the first",
      '<p><a href="#a">甲</a></p><p id="a">一</p><p id="a">二</p>',
      '<p><span id="at-a"></span>一</p>\n<p>二</p>',
    ],
  ])("%s", (_, html, expected) => {
    expect(page(html)).toContain(expected);
  });

  test("a link by the page's own address stays within", () => {
    expect(
      page(`<p><a href="${BASE}#b">乙</a><a href="1.html#b">贰</a></p><p id="b">乙</p>`, BASE),
    ).toBe('<p><a href="#at-b">乙</a><a href="#at-b">贰</a></p>\n<p><span id="at-b"></span>乙</p>');
  });

  test("a link to the same name on another page leads there", () => {
    expect(page('<p><a href="2.html#b">乙</a></p><p id="b">乙</p>', BASE)).toBe(
      '<p><a href="http://www.old.example.cn/zwgk/2.html#b" rel="noopener">乙</a></p>\n<p>乙</p>',
    );
  });
});

test.each([
  ["nothing leads to", '<h2 id="_Toc1">章</h2>', "<h2>章</h2>"],
  [
    "is called like nothing that may be",
    '<p><a href="#%00">甲</a></p><p id="&#0;">乙</p>',
    "<p>甲</p>\n<p>乙</p>",
  ],
  ["is not there", '<p><a href="#no">甲</a></p>', "<p>甲</p>"],
  ["is the top of the page", '<p><a href="#">回到顶部</a></p>', "<p>回到顶部</p>"],
])("a place that %s is none", (_, html, expected) => {
  expect(page(html)).toBe(expected);
});

/** Names that a link of the page leads to, as parse5 alone sees it. */
function namesLinkedTo(html: string): string[] {
  const elements = nodesIn(parseFragment(html)).filter(isElement);
  const names = new Set(elements.flatMap(namesOf));
  return elements
    .map((element) => attributeOf(element, "href").slice(1))
    .filter((name) => name !== "" && names.has(name));
}

test("a page that is made to look for links within it without end is read at once", () => {
  const words = "href=".repeat(300_000);
  expect(plainText(fromHtml(`<p>${words}</p>`).document)).toBe(words);
});

test("hostile names stay names", () => {
  const name = `x"><script>alert(1)</script>`.replaceAll(" ", "");
  const html = `<p><a href='#${name}'>甲</a></p><p id='${name}'>乙</p>`;
  expect(page(html)).not.toContain("<script");
  expect(page(html)).toContain('id="at-x&quot;&gt;&lt;script&gt;');
});

test("however places and links are strewn, the document is valid, no word is lost and no link leads nowhere", () => {
  const name = fc.constantFrom("a", "b", "第二", "%41", 'q"');
  const quoted = (text: string) => text.replaceAll('"', "&quot;");
  const piece = fc.oneof(
    name.map((one) => `<a href="#${quoted(one)}">链</a>`),
    name.map((one) => `<a name="${quoted(one)}"></a>`),
    fc
      .tuple(fc.constantFrom("p", "li", "ul", "table", "td", "h2", "b", "blockquote"), name)
      .map(([tag, one]) => `<${tag} id="${quoted(one)}">`),
    fc.constantFrom("字", " ", "<br>", "</p>", "</td>", "</table>", "<img src=x>"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const html = pieces.join("");
      const { document } = fromHtml(html);
      expect(parseDocument(document)).toEqual({ ok: true, document });
      const words = html.replace(/<[^>]*>|\s/g, "");
      expect(plainText(document).replace(/\s/g, "")).toBe(words);
      const shown = page(html);
      // The last words are behind every place, so that each has some to stand at.
      const whole = `${html}</td></table><p>末</p>`;
      const ended = page(whole);
      for (const name of namesLinkedTo(whole))
        expect(ended, whole).toContain(
          `href="#${encodeURIComponent(`at-${anchorNameIn(`#${name}`)}`)}"`,
        );
      for (const [, goal = ""] of shown.matchAll(/href="#([^"]*)"/g))
        expect(shown).toContain(`id="${decodeURIComponent(goal).replaceAll('"', "&quot;")}"`);
    }),
    { numRuns: 500, seed: 20_261_130 },
  );
});
