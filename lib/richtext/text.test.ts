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
  table,
  tableCell,
  tableRow,
  textRun,
  video,
} from "./build.ts";
import { firstSentences, plainText } from "./text.ts";

test("a beginning is found below a thousand blank lines, and one long sentence is cut", () => {
  expect(firstSentences(`${" \n".repeat(5_000)}第一句。第二句。`, 5)).toBe("第一句。");
  expect(firstSentences("长".repeat(100_000), 5)).toBe("长长长长…");
});

describe("the plain text of a document", () => {
  test("has what stands in callouts, the words of files, and notes last, as the page has", () => {
    const document = richText([
      callout("tip", [paragraph([textRun("框"), footnote("注一")])]),
      video({ assetId: 1, caption: "片", transcript: "稿" }),
      attachment(2, "表.docx"),
      paragraph([textRun("尾"), footnote("注二")]),
    ]);
    expect(plainText(document)).toBe("框\n片\n稿\n表.docx\n尾\n注一\n注二");
  });

  test("is what a reader sees, one line for each block, item, cell and line break", () => {
    const word = (text: string) => [textRun(text)];
    const document = richText([
      heading("h2", word("标题")),
      paragraph([textRun("上"), lineBreak(), link("/", [textRun("链接")]), textRun("下", 1)]),
      list("number", [
        listItem(word("一")),
        listItem([list("bullet", [listItem(word("一之一"))])]),
      ]),
      quoteOfWords(word("引文")),
      quoteOfBlocks([paragraph(word("甲")), paragraph(word("乙"))]),
      rule(),
      image({ src: "/1.png", alt: "替代文字", caption: "图注" }),
      table([
        tableRow([tableCell([paragraph(word("格一"))]), tableCell([paragraph(word("格二"))])]),
      ]),
    ]);
    expect(plainText(document).split("\n")).toEqual(
      "标题 上 链接下 一 一之一 引文 甲 乙 图注 格一 格二".split(" "),
    );
  });

  test("has no empty lines", () => {
    const document = richText([
      paragraph([]),
      paragraph([textRun(" 　")]),
      paragraph([textRun("字")]),
    ]);
    expect(plainText(document)).toBe("字");
  });
});

describe("the first sentences of a text", () => {
  test("are as many whole ones as fit", () => {
    const text = "第一句。第二句！第三句？";
    expect(firstSentences(text, 100)).toBe(text);
    expect(firstSentences(text, 9)).toBe("第一句。第二句！");
    expect(firstSentences(text, 8)).toBe("第一句。第二句！");
    expect(firstSentences(text, 7)).toBe("第一句。");
  });

  test("keep the quotation mark that closes with them", () => {
    expect(firstSentences("他说：“好。”然后走了。", 8)).toBe("他说：“好。”");
  });

  test("end English sentences at a full stop, not inside a number", () => {
    expect(firstSentences("It grew 3.5 per cent. Then it fell.", 25)).toBe("It grew 3.5 per cent.");
  });

  test("are cut when the first one is too long, never inside a character", () => {
    expect(firstSentences("没有句号的一段很长的文字", 6)).toBe("没有句号的…");
    expect(firstSentences("👍👍👍👍", 3)).toBe("👍👍…");
  });

  test("join lines, with a space only where Chinese punctuation does not make one", () => {
    expect(firstSentences("各位代表：\n现在报告。", 50)).toBe("各位代表：现在报告。");
    expect(firstSentences("总体要求\n坚持原则。", 50)).toBe("总体要求 坚持原则。");
  });

  test("of nothing are nothing", () => {
    expect(firstSentences(" \n ", 50)).toBe("");
  });
});
