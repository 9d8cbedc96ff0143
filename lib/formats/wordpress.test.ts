import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readWordpress } from "./wordpress.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-wxr-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(xml: string) {
  const path = join(folder, "export.xml");
  writeFileSync(path, xml);
  return await Array.fromAsync(readWordpress(path));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const item = (id: number, more = "") =>
  `<item><title>第${id}篇</title><link>http://old.example.cn/${id}/</link><guid>g-${id}</guid>
   <wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2013-01-11 20:22:19</wp:post_date_gmt>
   <wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
   <category domain="category">要闻</category><category domain="post_tag">标签</category>
   <content:encoded><![CDATA[<p>正文 & 更多</p>]]></content:encoded>${more}</item>\n`;
const rss = (...items: string[]) =>
  `${HEAD}\n<rss><channel><wp:base_blog_url>http://old.example.cn</wp:base_blog_url>\n${items.join("")}</channel></rss>`;

test("an item keeps its identity, time, address, words and where it stood", async () => {
  expect(await read(rss(item(7)))).toEqual([
    {
      line: 1,
      value: {
        id: "http://old.example.cn/?p=7",
        title: "第7篇",
        html: "<p>正文 & 更多</p>",
        date: "2013-01-11T20:22:19.000Z",
        author: null,
        source: null,
        url: "http://old.example.cn/7/",
        category: "要闻",
        keywords: ["标签"],
        kind: "post",
        hidden: null,
        attachments: [],
        notes: [],
      },
    },
  ]);
});

test("what was not public there says why", async () => {
  const [locked, draft] = await read(
    rss(item(1, "<wp:post_password>x</wp:post_password>"), item(2).replace(">publish<", ">draft<")),
  );
  expect(locked).toMatchObject({ value: { hidden: "password" } });
  expect(draft).toMatchObject({ value: { hidden: "draft" } });
});

const BOMB = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`;

test.each([
  ["declares entities", rss(item(1)).replace("<rss>", `${BOMB}<rss>`), /第 2 行：.*实体/, 0],
  [
    "uses an entity it never declared",
    rss(item(1), item(2, "<x>&lol;</x>")),
    /第 \d+ 行：.*undefined entity/,
    1,
  ],
  [
    "reads a file of the server",
    rss(item(1)).replace("<rss>", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss>'),
    /实体/,
    0,
  ],
  ["ends in the middle", rss(item(1), item(2)).slice(0, -60), /第 \d+ 行：/, 1],
  ["nests without end", rss(item(1), `<item>${"<a>".repeat(40_000)}`), /嵌套超过 200 层/, 1],
])(
  "an export that %s is told with the line, and what came before it is read",
  async (_, xml, problem, before) => {
    const found = await read(xml);
    expect(found.slice(0, -1)).toHaveLength(before);
    expect(found.at(-1)).toMatchObject({ problem: expect.stringMatching(problem) });
  },
);

test("a damaged byte becomes a mark, and everything else is read", async () => {
  const path = join(folder, "bad-byte.xml");
  const xml = Buffer.from(rss(item(1), item(2), item(3), item(4)));
  const at = xml.indexOf("第3篇");
  const bytes = Buffer.concat([xml.subarray(0, at), Buffer.from([0xff]), xml.subarray(at)]);
  writeFileSync(path, bytes);
  const found = await Array.fromAsync(readWordpress(path));
  expect(found.map((one) => "value" in one && one.value.title)).toEqual([
    "第1篇",
    "第2篇",
    "\ufffd第3篇",
    "第4篇",
  ]);
});

test("an export in GB18030 that says UTF-8 is read as it is, and each item says so", async () => {
  const path = join(folder, "gb-all.xml");
  // 第, 篇, 正, 文 in GB18030; all else of it is ASCII.
  const bytes: Record<string, string> = { 第: "b5da", 篇: "c6aa", 正: "d5fd", 文: "cec4" };
  const plain = rss(item(1), item(2)).replace(/[^\0-\x7f第篇正文]/gu, "");
  const hex = [...plain].map((sign) => bytes[sign] ?? Buffer.from(sign).toString("hex")).join("");
  writeFileSync(path, Buffer.from(hex, "hex"));
  const found = await Array.fromAsync(readWordpress(path));
  expect(found).toMatchObject([
    { value: { title: "第1篇", notes: [expect.stringContaining("实际 gb18030")] } },
    { value: { title: "第2篇", notes: [expect.stringContaining("实际 gb18030")] } },
  ]);
});

test("control characters, which XML forbids, are left out", async () => {
  const found = await read(rss(item(1), item(2).replace("正文", "正\b\u0000文\u001f")));
  expect(found).toHaveLength(2);
  expect(found[1]).toMatchObject({ value: { html: "<p>正文 & 更多</p>" } });
});

/** As `wx` gives it, with these bytes in place of `¤`. */
function bytesOf(xml: string, hex: string): Buffer {
  const parts = xml.split("¤").map((part) => Buffer.from(part));
  return Buffer.concat(
    parts.flatMap((part, at) => (at > 0 ? [Buffer.from(hex, "hex"), part] : [part])),
  );
}

const plainItem = (id: number, words: string) =>
  `<item><title>${words}</title><wp:post_id>${id}</wp:post_id><content:encoded><![CDATA[<p>${"plain words ".repeat(100)}</p>]]></content:encoded></item>`;

test.each([
  ["a letter of another alphabet", "e9", "UTF-8"],
  ["a letter of another alphabet, under another name", "e9", "GB2312"],
  ["nothing", "41", "GB2312"],
])("Chinese after 300 KB of ASCII with %s is read as it is", async (_, hex, name) => {
  const path = join(folder, "late.xml");
  const ascii = Array.from({ length: 250 }, (_unused, id) =>
    plainItem(id, id === 3 ? "Caf¤ tables" : "Post"),
  );
  const chinese = Array.from({ length: 30 }, (_unused, id) =>
    plainItem(1000 + id, "关于做好防汛工作的通知"),
  );
  const xml = rss(...ascii, ...chinese).replace("UTF-8", name);
  writeFileSync(path, bytesOf(xml, hex));
  const found = await Array.fromAsync(readWordpress(path));
  expect(found).toHaveLength(280);
  expect(found.at(-1)).toMatchObject({ value: { title: "关于做好防汛工作的通知" } });
});

test("an encoding is told by what lies behind the tags, too, and UTF-16 by its bytes only", async () => {
  const path = join(folder, "long.xml");
  const ascii = plainItem(1, "Post").repeat(200);
  const words = "关于做好防汛工作的通知".repeat(9_000);
  const xml = rss(ascii, `<item><title>${words}</title></item>`);
  writeFileSync(path, xml.replace("UTF-8", "GB2312"));
  const late = await Array.fromAsync(readWordpress(path));
  expect(late.at(-1)).toMatchObject({ value: { title: words } });
  writeFileSync(path, rss(item(1)).replace("UTF-8", "utf-16"));
  expect(await Array.fromAsync(readWordpress(path))).toMatchObject([{ value: { title: "第1篇" } }]);
});

test("one damaged byte in the last, short piece of an export costs nothing but itself", async () => {
  const path = join(folder, "last.xml");
  const items = Array.from({ length: 300 }, (_unused, id) =>
    plainItem(id, "关于做好防汛工作的通知"),
  );
  writeFileSync(path, bytesOf(rss(...items, plainItem(999, "Caf¤")), "e9"));
  const found = await Array.fromAsync(readWordpress(path));
  expect(found).toHaveLength(301);
  expect(found.at(-1)).toMatchObject({ value: { title: "Caf\ufffd" } });
});

test("bytes of another encoding later on are told, and what came before them is read", async () => {
  const path = join(folder, "gb.xml");
  const bytes = Buffer.concat([
    Buffer.from(rss(item(1), " ".repeat(300_000)).replace(/<\/channel>[\s\S]*/, "<item><title>")),
    Buffer.from("c4e3bac3".repeat(30), "hex"),
  ]);
  writeFileSync(path, bytes);
  const found = await Array.fromAsync(readWordpress(path));
  expect(found).toMatchObject([
    { value: { title: "第1篇" } },
    { line: 2, problem: expect.stringMatching(/^第 \d+ 行：附近有不是 UTF-8 的字节/) },
  ]);
});
