import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { detectFormat, openTree } from "./detect.ts";
import { findBeside, readPages } from "./pages.ts";
import type { ZipFile } from "./testing/make-zip.ts";
import { makeZip } from "./testing/make-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BOUNDS = { maxRatio: 200, maxTotalBytes: 100 * 1024 * 1024, maxEntries: 1_000 };
const ENCRYPTED = 1;
const STRONGLY = 0x40;

const page = (words: string) =>
  `<html><head><title>${words}_某市政府</title></head><body><div id="zoom"><p>${words}：各县人民政府，现将有关事项通知如下，请认真贯彻执行。</p></div></body></html>`;
const GOOD: ZipFile = { name: "2019/good.html", bytes: page("关于好的通知") };

let counter = 0;
function write(bytes: Buffer): string {
  counter += 1;
  const path = join(folder, `${counter}.zip`);
  writeFileSync(path, bytes);
  return path;
}
const open = (bytes: Buffer, bounds = BOUNDS) => openTree(write(bytes), bounds);

/** Titles of the pages that came in, and what was said of the rest. */
async function read(bytes: Buffer, bounds = BOUNDS) {
  const tree = await open(bytes, bounds);
  const found = await Array.fromAsync(readPages(tree));
  tree.close();
  return found.map((one) => ("problem" in one ? one.problem : one.value.title));
}

describe("a zip of saved pages", () => {
  test("is known as pages, whatever its name, and gives them in its own order", async () => {
    const bytes = makeZip([
      { name: "b/" },
      { name: "b/2.html", bytes: page("第二") },
      { name: "a/1.html", bytes: page("第一"), method: 0 },
      { name: "__MACOSX/a/._1.html", bytes: "x" },
      { name: "a/style.css", bytes: "p {}" },
    ]);
    expect(await detectFormat(write(bytes))).toBe("pages");
    expect(await read(bytes)).toEqual(["第二", "第一"]);
  });

  test("gives the files that its pages point to, and none from outside", async () => {
    const tree = await open(makeZip([GOOD, { name: "2019/附件 1.pdf", bytes: "%PDF-1.7" }]));
    expect(await findBeside(tree, "2019/good.html", "%E9%99%84%E4%BB%B6%201.pdf")).toBe(
      "2019/附件 1.pdf",
    );
    for (const raw of ["../../etc/passwd", "/etc/passwd", "..\\x", "2019", "nothing.pdf"])
      expect(await findBeside(tree, "2019/good.html", raw)).toBeNull();
    expect(String(await tree.read("2019/附件 1.pdf"))).toBe("%PDF-1.7");
    await expect(tree.read("/etc/passwd")).rejects.toThrow("没有这个文件");
    tree.close();
  });

  const GBK = Buffer.from("cda8d6aab9abb8e62fb9d8d3da2e68746d6c", "hex");
  test("with names in GBK has them read, beside names in UTF-8", async () => {
    const tree = await open(
      makeZip([
        { ...GOOD, name: GBK, flags: 0 },
        { ...GOOD, name: "政策/一.html" },
      ]),
    );
    const paths = [...(tree.entries() as Iterable<{ path: string }>)].map(({ path }) => path);
    expect(paths).toEqual(["通知公告/关于.html", "政策/一.html"]);
    tree.close();
  });

  test("without a page says so", async () => {
    expect(await read(makeZip([]))).toEqual([expect.stringContaining("没有网页")]);
    expect(await read(makeZip([{ name: "a.docx", bytes: "x" }]))).toEqual([
      expect.stringContaining("没有网页"),
    ]);
  });
});

const BOMB = Buffer.alloc(10 * 1024 * 1024);

/** Each is told by its name, and the good page beside it comes in. */
const HOSTILE: readonly [what: string, file: ZipFile, said: string][] = [
  ["zip slip", { name: "../../evil.html", bytes: "x" }, "../../evil.html：指向压缩包外面"],
  ["zip slip in the middle", { name: "a/../../b.html" }, "a/../../b.html：指向压缩包外面"],
  ["zip slip of Windows", { name: "..\\..\\evil.html" }, "../../evil.html：指向压缩包外面"],
  ["an absolute path", { name: "/etc/cron.d/x.html" }, "/etc/cron.d/x.html：是绝对路径"],
  ["an absolute path of Windows", { name: "C:\\a.html" }, "C:/a.html：是绝对路径"],
  ["a zero byte", { name: "a\0.html" }, "a\ufffd.html：名称里有控制字符"],
  ["a name without end", { name: `${"长".repeat(2_000)}.html` }, "名称太长"],
  ["a link", { name: "l.html", bytes: "/etc/passwd", mode: 0o120777 }, "l.html：是符号链接"],
  ["a password", { name: "p.html", bytes: "x", flags: ENCRYPTED }, "p.html：有密码"],
  ["another method", { name: "m.html", bytes: "x", method: 14 }, "m.html：压缩方式 14 读不了"],
  ["a bomb", { name: "b.html", bytes: BOMB }, "b.html：解开后超过压缩大小的 200 倍"],
  [
    "a bomb that lies of its size",
    { name: "b.html", bytes: BOMB, size: 1_000 },
    "b.html：比压缩包写的大",
  ],
  [
    "a file smaller than it says",
    { name: "s.html", bytes: "abc", size: 400 },
    "s.html：和压缩包写的大小不一样",
  ],
  [
    "a stored file of another size",
    { name: "s.html", bytes: "abc", size: 4, method: 0 },
    "s.html：和压缩包写的大小不一样",
  ],
  ["a wrong CRC", { name: "c.html", bytes: page("坏"), crc: 1 }, "c.html：校验码不对"],
  [
    "data that is none",
    { name: "d.html", bytes: "abc", packed: Buffer.from("ffffffff", "hex") },
    "d.html：压缩数据损坏",
  ],
  [
    "bytes that lie over others",
    { name: "o.html", bytes: "x", offset: 0 },
    "o.html：与别的文件重叠",
  ],
  ["bytes beyond the end", { name: "e.html", bytes: "x", offset: 9e8 }, "e.html：压缩数据损坏"],
  ["a name that was there", { ...GOOD, bytes: page("第二个") }, "2019/good.html：同名的文件"],
  [
    "a page too large",
    { name: "g.html", packed: Buffer.alloc(200 * 1024), size: 21 * 1024 * 1024 },
    "g.html：超过 20 MB",
  ],
];

describe("an archive with", () => {
  test.each(HOSTILE)("%s tells it, and the rest comes in", async (_, file, said) => {
    const outcome = await read(makeZip([GOOD, file, { ...GOOD, name: "z.html" }]));
    expect(outcome).toEqual(["关于好的通知", expect.stringContaining(said), "关于好的通知"]);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".zip"))).toEqual([]);
  });

  test("more in it than may be read gives what fits", async () => {
    const bytes = Buffer.from(page("满").padEnd(1_000, " "));
    const files = ["1", "2", "3"].map((name) => ({ name: `${name}.html`, bytes }));
    expect(await read(makeZip(files), { ...BOUNDS, maxTotalBytes: bytes.length * 2 })).toEqual([
      "满",
      "满",
      expect.stringContaining("3.html：压缩包解开后太大"),
    ]);
    expect(await read(makeZip(files), { ...BOUNDS, maxEntries: 2 })).toEqual([
      "满",
      "满",
      expect.stringContaining("文件超过 2 个"),
    ]);
  });

  test("its directory broken gives what was listed before, and says where it ends", async () => {
    const bytes = makeZip([GOOD, { name: "2.html", bytes: page("第二") }]);
    const second = bytes.lastIndexOf("PK\x01\x02");
    bytes.write("XX", second);
    expect(await read(bytes)).toEqual([
      "关于好的通知",
      expect.stringContaining("目录从这里起损坏"),
    ]);
    const strongly = makeZip([GOOD, { ...GOOD, name: "s.html", flags: STRONGLY }]);
    expect(await read(strongly)).toEqual([
      "关于好的通知",
      expect.stringContaining("目录从这里起损坏"),
    ]);
  });

  test("its end cut off is refused by its name, with one line", async () => {
    const bytes = makeZip([GOOD]);
    const said = await read(bytes.subarray(0, bytes.length - 30));
    expect(said).toEqual([expect.stringMatching(/^\d+\.zip：不是完整的 ZIP 压缩包/)]);
  });
});

test("no byte of an archive that is changed, and no cut, makes reading it fail", async () => {
  const whole = makeZip([GOOD, { name: "2.html", bytes: page("第二"), method: 0 }, { name: "x/" }]);
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.option(fc.nat(whole.length)),
      async (changes, cut) => {
        const bytes = Buffer.from(whole);
        for (const { at, byte } of changes) bytes[at] = byte;
        const said = await read(bytes.subarray(0, cut ?? bytes.length));
        expect(said.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 400 },
  );
});
