import { expect, test } from "vitest";
import { declaredCharset, decodeText } from "./charset.ts";

/** 你好，世界。 in encodings that `TextEncoder` does not write. */
const GB18030 = Buffer.from("c4e3bac3a3accac0bde7a1a3", "hex");
const BIG5 = Buffer.from("a741a66ea141a540ac c9a143".replaceAll(" ", ""), "hex");
const UTF8 = Buffer.from("你好，世界。");
const WORDS = "你好，世界。";

test.each([
  ["UTF-8 that says so", UTF8, "utf-8", "utf-8", null],
  ["UTF-8 that says GB2312", UTF8, "gb2312", "utf-8", "gb18030"],
  ["GB18030 that says UTF-8", GB18030, "utf-8", "gb18030", "utf-8"],
  ["GB18030 that says nothing", GB18030, null, "gb18030", null],
  ["GB2312 that says so", GB18030, "gb2312", "gb18030", null],
  [
    "UTF-8 with a mark",
    Buffer.concat([Buffer.from("efbbbf", "hex"), UTF8]),
    "gbk",
    "utf-8",
    "gb18030",
  ],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${WORDS}`, "utf16le"), null, "utf-16le", null],
  ["an encoding nobody knows", UTF8, "klingon", "utf-8", null],
])("%s is read as it is", (_, bytes, declared, charset, differs) => {
  expect(decodeText(bytes, declared)).toEqual({ text: WORDS, charset, declared: differs });
});

test("Big5 is read as it says", () => {
  expect(decodeText(BIG5, "big5").charset).toBe("big5");
  expect(decodeText(BIG5, "big5").text).toBe("你好，世界。");
});

test("a damaged byte does not make a text of UTF-8 one of another encoding", () => {
  const bytes = Buffer.from("关于做好今年防汛抗旱工作的通知".repeat(10));
  // Two bytes that GB18030 has a character for as well.
  bytes.set([0xb0, 0xa1], 30);
  const { text, charset, declared } = decodeText(bytes, "gb2312");
  expect([charset, declared]).toEqual(["utf-8", "gb18030"]);
  expect(text).toContain("抗旱工作的通知关于做好今年防汛");
});

test("bytes that are nothing are read all the same, with marks where they are broken", () => {
  expect(decodeText(Buffer.from([0xff, 0xff, 0x41]), "utf-8").text).toContain("A");
});

test.each([
  ['<?xml version="1.0" encoding="GB2312"?><rss/>', "GB2312"],
  ['<html><head><meta charset="gbk">', "gbk"],
  ['<META http-equiv="Content-Type" content="text/html; charset=big5">', "big5"],
  ["<html>", null],
])("%s declares %s", (head, charset) => {
  expect(declaredCharset(Buffer.from(head))).toBe(charset);
});
