import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detectFormat } from "./detect.ts";
import { openFolder } from "./folder.ts";
import { findBeside, readPages } from "./pages.ts";

const outside = mkdtempSync(join(tmpdir(), "zs-folder-"));
const root = join(outside, "site");

beforeAll(() => {
  mkdirSync(join(root, "2019/files"), { recursive: true });
  writeFileSync(join(outside, "secret.pdf"), "%PDF-1.7 secret");
  writeFileSync(join(root, "2019/files/附件 1.pdf"), "%PDF-1.7");
  writeFileSync(
    join(root, "2019/a.html"),
    `<html><head><title>关于某事的通知_某市政府</title><meta name="PubDate" content="2019-03-04 10:20">
     <meta name="ContentSource" content="某市人民政府"></head><body><div class="nav"><a href="/">首页</a></div>
     <div id="zoom"><p>各县人民政府，各有关部门：现将有关事项通知如下，请认真贯彻执行。</p>
     <p>附件：<a href="files/%E9%99%84%E4%BB%B6%201.pdf">附件1</a></p></div></body></html>`,
  );
  // Says UTF-8, is GB18030: 你好，世界。
  writeFileSync(
    join(root, "2019/b.html"),
    Buffer.concat([
      Buffer.from('<meta charset="utf-8"><title>t</title><body><p>'),
      Buffer.from("c4e3bac3a3accac0bde7a1a3".repeat(8), "hex"),
    ]),
  );
  symlinkSync("/etc/passwd", join(root, "2019/c.html"));
  symlinkSync(outside, join(root, "up"));
  writeFileSync(join(root, "style.css"), "p {}");
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe("a folder of saved pages", () => {
  test("gives its pages with title, day, source and text, and tells what it does not follow", async () => {
    const found = await Array.fromAsync(readPages(await openFolder(root)));
    expect(found).toMatchObject([
      {
        line: 1,
        value: {
          path: "2019/a.html",
          title: "关于某事的通知",
          date: "2019-03-04T10:20:00+08:00",
          source: "某市人民政府",
          links: [{ raw: "files/%E9%99%84%E4%BB%B6%201.pdf", isPicture: false, words: "附件1" }],
        },
      },
      { line: 2, value: { path: "2019/b.html", charset: "gb18030", declaredCharset: "utf-8" } },
      { line: 3, problem: "2019/c.html：是符号链接，不跟随 a symbolic link is not followed" },
      { line: 4, problem: "up：是符号链接，不跟随 a symbolic link is not followed" },
    ]);
  });

  test("is known as such, and so is a single page", async () => {
    expect(await detectFormat(root)).toBe("pages");
    expect(await detectFormat(join(root, "2019/a.html"))).toBe("pages");
  });
});

test.each([
  ["files/%E9%99%84%E4%BB%B6%201.pdf", "2019/files/附件 1.pdf"],
  ["./files/附件 1.pdf?download=1", "2019/files/附件 1.pdf"],
  ["/2019/files/附件 1.pdf", "2019/files/附件 1.pdf"],
  ["../../secret.pdf", null],
  ["..%2f..%2fsecret.pdf", null],
  ["..\\..\\secret.pdf", null],
  ["/../secret.pdf", null],
  ["../up/secret.pdf", null],
  ["file:///etc/passwd", null],
  ["//evil.example/files/1.pdf", null],
  ["https://evil.example/1.pdf", null],
  ["files", null],
  ["%ff", null],
  ["files/\u0000.pdf", null],
  ["", null],
])("from a page of the folder %j leads to %s", async (raw, path) => {
  expect(await findBeside(await openFolder(root), "2019/a.html", raw)).toBe(path);
});
