import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { detectFormat } from "./detect.ts";
import { listFolder, openFolder } from "./folder.ts";
import { findBeside, readPages } from "./pages.ts";
import { TreeProblem } from "./tree.ts";

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
          links: [{ raws: ["files/%E9%99%84%E4%BB%B6%201.pdf"], isPicture: false, words: "附件1" }],
        },
      },
      {
        line: 2,
        value: {
          path: "2019/b.html",
          charset: "gb18030",
          notes: [expect.stringContaining("声明 utf-8")],
        },
      },
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

test.each([
  ["http://old.cn/site/2019/files/%E9%99%84%E4%BB%B6%201.pdf", "2019/files/附件 1.pdf"],
  ["https://old.cn/site/2019/files/附件 1.pdf?id=1", "2019/files/附件 1.pdf"],
  ["//old.cn/site/2019/b.html#a", "2019/b.html"],
  ["/2019/b.html", "2019/b.html"],
  ["http://old.cn/2019/b.html", null],
  ["http://old.cn/site/../2019/b.html", null],
  ["http://old.cn/site/..%2f..%2fsecret.pdf", null],
  ["http://other.cn/site/2019/b.html", null],
  ["ftp://old.cn/site/2019/b.html", null],
  ["http://", null],
])("with the old site's address %j leads to %s", async (raw, path) => {
  const tree = await openFolder(root);
  expect(await findBeside(tree, "2019/a.html", raw, "http://old.cn/site/index.html")).toBe(path);
});

describe("a folder of a disk older than UTF-8", () => {
  const old = mkdtempSync(join(tmpdir(), "zs-folder-gbk-"));
  // 公告.html and 附件.pdf in GBK.
  const page = Buffer.concat([
    Buffer.from(`${old}/`),
    Buffer.from("b9abb8e6", "hex"),
    Buffer.from(".html"),
  ]);
  const file = Buffer.concat([
    Buffer.from(`${old}/`),
    Buffer.from("b8bdbcfe", "hex"),
    Buffer.from(".pdf"),
  ]);
  beforeAll(() => {
    const html = `<title>关于某事的通知</title><body><p>各县人民政府，各有关部门：现将有关事项通知如下，请认真贯彻执行。</p></body>`;
    writeFileSync(page, html);
    writeFileSync(file, "%PDF-1.7");
    writeFileSync(join(old, "a.html"), html);
  });
  afterAll(() => rmSync(old, { recursive: true, force: true }));

  test("is read with its names in words, and the files beside its pages are found", async () => {
    const tree = await openFolder(old);
    expect(await Array.fromAsync(readPages(tree))).toMatchObject([
      { line: 1, value: { path: "a.html" } },
      { line: 2, value: { path: "公告.html", title: "关于某事的通知" } },
    ]);
    expect(await findBeside(tree, "公告.html", "附件.pdf")).toBe("附件.pdf");
    expect((await tree.read("附件.pdf")).toString()).toBe("%PDF-1.7");
    expect(await Array.fromAsync(listFolder(old))).toContainEqual({
      path: "附件.pdf",
      sizeBytes: 8,
    });
  });

  test("tells of a name that two files have", async () => {
    writeFileSync(join(old, "公告.html"), "<p>又一份</p>");
    const found = await Array.fromAsync(readPages(await openFolder(old)));
    rmSync(join(old, "公告.html"));
    expect(found.map((one) => ("problem" in one ? one.problem : one.value.path))).toEqual([
      "a.html",
      "公告.html",
      "公告.html：同名的文件前面已有 the same name stands before it",
    ]);
  });
});

test("a file that cannot be read is told, and the rest is read", async () => {
  const tree = await openFolder(root);
  const broken = { ...tree, read: (path: string) => tree.read(path.replace("a.html", "files")) };
  const found = await Array.fromAsync(readPages(broken));
  expect(found.slice(0, 2)).toMatchObject([
    { line: 1, problem: "2019/a.html：没有这个文件 no such file" },
    { line: 2, value: { path: "2019/b.html" } },
  ]);
  await expect(tree.read("2019/none.html")).rejects.toThrow(TreeProblem);
});
