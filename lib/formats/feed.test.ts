import { describe, expect, test } from "vitest";
import { parseFeed } from "./feed.ts";
import { readMoment } from "./found.ts";

describe("a feed", () => {
  test("of RSS gives its items", () => {
    const [item] = parseFeed(`<?xml version="1.0" encoding="gb2312"?>
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

  test("of Atom keeps markup that is written as markup", () => {
    const [entry] = parseFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id>
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
    const items = parseFeed(`<rdf:RDF xmlns:rdf="x"><channel/><item rdf:about="a"><title>甲</title>
      <dc:date>2019-01-02</dc:date><link>http://a.cn/1</link></item></rdf:RDF>`);
    expect(items).toMatchObject([{ id: "http://a.cn/1", title: "甲", date: "2019-01-02" }]);
  });

  test("that declares entities is refused with the line", () => {
    expect(() =>
      parseFeed('<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "b">]>\n<rss/>'),
    ).toThrow(/第 2 行：.*实体/);
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
