import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { detectFormat } from "./detect.ts";
import { parseFeed, readFeed } from "./feed.ts";
import { readMoment } from "./found.ts";

const documentsOf = (xml: string) => parseFeed(xml).documents;

describe("a feed", () => {
  test("of RSS gives its items", () => {
    const [item] = documentsOf(`<?xml version="1.0" encoding="gb2312"?>
      <rss version="2.0"><channel><title>站</title><item>
      <title>甲 &amp; 乙</title><link>http://a.cn/1.html</link><guid isPermaLink="false">x-1</guid>
      <pubDate>Tue, 19 Nov 2024 08:00:00 +0800</pubDate><category>要闻</category>
      <description>&lt;p&gt;正文&lt;/p&gt;</description></item></channel></rss>`);
    expect(item).toMatchObject({
      id: "x-1",
      title: "甲 & 乙",
      html: "<p>正文</p>",
      date: "2024-11-19T00:00:00.000Z",
      url: "http://a.cn/1.html",
      category: "要闻",
    });
  });

  test("brings its enclosures", () => {
    const [item] = documentsOf(`<rss version="2.0"><channel><item><title>甲</title>
      <enclosure url="http://a.cn/1.pdf" length="9" type="application/pdf"/><enclosure/></item></channel></rss>`);
    expect(item?.attachments).toEqual([{ url: "http://a.cn/1.pdf", title: null }]);
    const [entry] = documentsOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>乙</title>
      <link rel="enclosure" href="/2.pdf" title="附表"/><link rel="alternate" href="/2.html"/></entry></feed>`);
    expect(entry).toMatchObject({
      url: "/2.html",
      attachments: [{ url: "/2.pdf", title: "附表" }],
    });
  });

  test("of Atom keeps markup that is written as markup", () => {
    const [entry] = documentsOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>
      <title type="html">&lt;b&gt;甲&lt;/b&gt;</title><link rel="alternate" href="/1.html"/>
      <updated>2024-11-19T08:00:00+08:00</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一 &lt; 二</p></div></content>
      </entry></feed>`);
    expect(entry).toMatchObject({
      id: "urn:1",
      title: "甲",
      html: "<div><p>一 &lt; 二</p></div>",
      url: "/1.html",
    });
  });

  test("of RDF gives its items too", () => {
    const items =
      documentsOf(`<rdf:RDF xmlns:rdf="x"><channel/><item rdf:about="a"><title>甲</title>
      <dc:date>2019-01-02</dc:date><link>http://a.cn/1</link></item></rdf:RDF>`);
    expect(items).toMatchObject([{ id: "http://a.cn/1", title: "甲", date: "2019-01-02" }]);
  });

  test("that declares entities is refused with the line", () => {
    const { documents, problem } = parseFeed(
      '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "b">]>\n<rss/>',
    );
    expect(documents).toEqual([]);
    expect(problem).toMatch(/第 2 行：.*实体/);
  });
});

describe("a feed as a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "zs-feed-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "feed.xml");
  const item = (id: number) =>
    `<item><title>第${id}篇</title><guid isPermaLink="false">g-${id}</guid>
     <description>正文，第${id}篇。</description></item>\n`;
  const feed = Buffer.from(
    `<rss><channel><title>站</title>\n${[1, 2, 3].map(item).join("")}</channel></rss>`,
  );
  const read = async (bytes: Buffer) => {
    writeFileSync(path, bytes);
    return await Array.fromAsync(readFeed(path));
  };
  const titles = (found: Awaited<ReturnType<typeof read>>) =>
    found.flatMap((one) => ("value" in one ? [one.value.title] : []));

  test("that is gzipped is known and read", async () => {
    const found = await read(gzipSync(feed));
    expect(await detectFormat(path)).toBe("feed");
    expect(found).toMatchObject([1, 2, 3].map((line) => ({ line, value: { id: `g-${line}` } })));
  });

  test.each([0, 1, 2, 3, 40])(
    "that is cut gives the whole items before the cut (%i bytes on)",
    async (more) => {
      const at = feed.indexOf("第3篇") + more;
      const found = await read(feed.subarray(0, at));
      expect(titles(found)).toEqual(["第1篇", "第2篇"]);
      expect(found.at(-1)).toMatchObject({ line: 3, problem: expect.stringMatching(/第 \d+ 行/) });
    },
  );

  test("whose archive is cut gives what could be unpacked", async () => {
    const long = Buffer.from(
      `<rss><channel>${Array.from({ length: 20_000 }, (_, id) => item(id)).join("")}</channel></rss>`,
    );
    const packed = gzipSync(long);
    const found = await read(packed.subarray(0, packed.length - 1_000));
    expect(titles(found)).toContain("第100篇");
    expect(found.at(-1)).toMatchObject({ problem: expect.stringContaining("文件损坏") });
  });

  test("with a control character or a bad byte in it is read all the same", async () => {
    const bad = Buffer.from(feed);
    bad.set([0x08], feed.indexOf("g-2"));
    bad.set([0xff], feed.indexOf("g-3"));
    const found = await read(bad);
    expect(titles(found)).toEqual(["第1篇", "第2篇", "第3篇"]);
    expect(found).toHaveLength(3);
  });
});

test.each([
  ["2019年1月2日 08:30", "2019-01-02T08:30:00+08:00"],
  ["2019-01-02", "2019-01-02"],
  ["2019/1/2 8:05:09", "2019-01-02T08:05:09+08:00"],
  ["Wed, 02 Jan 2019 00:30:00 GMT", "2019-01-02T00:30:00.000Z"],
  ["2019-01-02T08:30:00+08:00", "2019-01-02T00:30:00.000Z"],
  ["2019-13-45", null],
  ["昨天", null],
  ["", null],
])("the moment %s is read as %s", (written, moment) => {
  expect(readMoment(written)).toBe(moment);
});
