import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHtml } from "../from-html.ts";
import { MAX_NOTE_LENGTH } from "../limits.ts";
import type { Inline } from "../nodes.ts";
import { parseDocument } from "../schema.ts";
import { plainText } from "../text.ts";

/** Words with notes in place, and what the document says after them. */
function read(html: string): string[] {
  const { document } = fromHtml(html);
  return document.root.children.map((block) =>
    block.type === "paragraph" ? block.children.map(shown).join("") : block.type,
  );
}
const shown = (node: Inline): string => {
  if (node.type === "footnote") return `{${node.text}}`;
  if (node.type === "anchor") return `#${node.name} `;
  if (node.type === "link") return `<${node.children.map(shown).join("")}>`;
  return node.type === "linebreak" ? "/" : node.text;
};

describe("a mark and a note that lead to each other become one", () => {
  test.each([
    [
      "Word",
      `<p class=MsoNormal>甲<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
        class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>乙</p>
      <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
      <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a>
        见《办法》</p><p class=MsoFootnoteText>第三条。</p></div></div>`,
    ],
    [
      "LibreOffice",
      `<p>甲<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>乙</p>
      <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>见《办法》 第三条。</p></div>`,
    ],
    [
      "Pandoc",
      `<p>甲<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>乙</p><section role="doc-endnotes"><hr>
      <ol><li id="fn1"><p>见《办法》 第三条。<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>`,
    ],
    [
      "WordPress",
      `<p>甲<sup id="r1"><a href="#f1">[1]</a></sup>乙</p><ol><li id="f1">见《办法》 第三条。 <a href="#r1">^</a></li></ol>`,
    ],
    [
      "a page by hand",
      `<p>甲<a name="a1" href="#b1">①</a>乙</p><p><a name="b1" href="#a1">①</a>、见《办法》 第三条。</p>`,
    ],
  ])("as %s writes them", (_, html) => {
    expect(read(html)).toEqual(["甲{见《办法》 第三条。}乙"]);
  });

  test("several, each with its own words, and nothing left of their list", () => {
    const notes = [1, 2, 3];
    const marks = notes.map((n) => `字<a id="m${n}" href="#n${n}">[${n}]</a>`).join("");
    const list = notes.map((n) => `<li id="n${n}">第${n}注<a href="#m${n}">↑</a></li>\n`).join("");
    expect(read(`<p>${marks}</p><div><ol>\n${list}</ol></div><p>尾</p>`)).toEqual([
      "字{第1注}字{第2注}字{第3注}",
      "尾",
    ]);
  });
});

describe("other links within a text are no notes, and their words stay", () => {
  test.each([
    [
      "that nothing leads back from",
      '<p>甲<a href="#n">1</a></p><p id="n">乙</p>',
      ["甲<1>", "#n 乙"],
    ],
    [
      "of a table of contents",
      '<p><a id="t" href="#h">1</a></p><h2 id="h">章<a href="#t">回</a></h2>',
      ["#t <1>", "heading"],
    ],
    [
      "with words of their own",
      '<p><a id="t" href="#n">查看全文说明</a></p><p id="n">乙<a href="#t">回</a></p>',
      ["#t <查看全文说明>", "#n 乙<回>"],
    ],
    [
      "to a note that stands before",
      '<p id="n">乙<a href="#t">回</a></p><p>甲<a id="t" href="#n">1</a></p>',
      ["#n 乙<回>", "甲#t <1>"],
    ],
  ])("%s", (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test("to a text too long for a note, of which nothing is lost", () => {
    const long = "长".repeat(MAX_NOTE_LENGTH + 1);
    const { document } = fromHtml(
      `<p>甲<a id="t" href="#n">1</a></p><p id="n">${long}<a href="#t">回</a></p>`,
    );
    expect(plainText(document)).toBe(`甲1\n${long}回`);
  });
});

test("ten thousand marks of one endless note end in time and lose no words", () => {
  const marks = Array.from({ length: 10_000 }, (_, n) => `<a id="m${n}" href="#n">1</a>`).join("");
  const { document } = fromHtml(`<p>${marks}</p><div id="n">${"<div>".repeat(3_000)}注</div>`);
  expect(plainText(document)).toContain("注");
});

test("however anchors lead into and round each other, the document is valid and no words are lost", () => {
  const name = fc.constantFrom("a", "b", "c", "_ftn1");
  const anchor = fc
    .tuple(name, name, fc.constantFrom("1", "[2]", "①", "回"))
    .map(([id, goal, mark]) => `<a id="${id}" href="#${goal}">${mark}</a>`);
  const open = fc
    .tuple(fc.constantFrom("p", "li", "div", "ol", "td", "sup", "h2"), name)
    .map(([tag, id]) => `<${tag} id="${id}">`);
  const close = fc.constantFrom("</p>", "</li>", "</div>", "</ol>", "</sup>");
  const piece = fc.oneof(anchor, open, close, fc.constantFrom("字", "词", "句"));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join("");
      const { document } = fromHtml(html);
      expect(parseDocument(document)).toMatchObject({ ok: true });
      const count = (text: string, word: string) => text.split(word).length - 1;
      // Two marks of one note say it twice, so never fewer.
      for (const word of ["字", "词", "句"])
        expect(count(plainText(document), word)).toBeGreaterThanOrEqual(count(html, word));
    }),
    { numRuns: 2_000, seed: 20_261_125 },
  );
});
