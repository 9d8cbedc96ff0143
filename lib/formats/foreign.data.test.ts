/** Files that other systems really wrote, from ../shared/data. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { plainText } from "#lib/richtext/text.ts";
import { detectFormat } from "./detect.ts";
import { readFeed } from "./feed.ts";
import { isBroken } from "./found.ts";
import { readPage } from "./page.ts";
import { readWordpress } from "./wordpress.ts";

const DATA = join(import.meta.dirname, "../../../shared/data");
const squeezed = (html: string) => plainText(fromHtml(html).document).replace(/\s+/g, "");

describe("the 617 feeds", () => {
  const folder = join(DATA, "feeds/dev");
  const names = readdirSync(folder);
  const read = (name: string) => Array.fromAsync(readFeed(join(folder, name)));

  test("are read, or refused with the line or the reason", async () => {
    let complete = 0;
    for (const name of names) {
      const found = await read(name);
      const problems = found.filter(isBroken).map(({ problem }) => problem);
      for (const problem of problems) expect(problem, name).toMatch(/第 \d+ 行|没有条目/);
      if (problems.length === 0) complete += 1;
      expect(found.length, name).toBeGreaterThan(0);
    }
    expect(names).toHaveLength(617);
    expect(complete).toBeGreaterThan(400);
  });

  test("say which line is ill-formed", async () => {
    expect(await read("illformed__rss_item_link_corrupted_ampersands.xml")).toEqual([
      { line: 1, value: expect.objectContaining({ url: "http://link/get?a=1&b=2" }) },
      { line: 2, problem: expect.stringMatching(/^第 \d+ 行：XML 写得不对/) },
    ]);
  });
});

describe("the WordPress export", () => {
  const path = join(DATA, "cms_wxr/dev/themeunittestdata.wordpress.xml");

  test("is known as one, and all of its 180 items are found with their words", async () => {
    expect(await detectFormat(path)).toBe("wxr");
    const found = await Array.fromAsync(readWordpress(path));
    expect(found.filter(isBroken)).toEqual([]);
    expect(found).toHaveLength(180);
    const items = found.flatMap((one) => (isBroken(one) ? [] : [one.value]));
    const read = items.filter(({ kind }) => kind === "post" || kind === "page");
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
    // Counted by another hand: every item's text stands in the file.
    const xml = readFileSync(path, "utf8");
    for (const { title } of items) if (/^[\w ]+$/.test(title)) expect(xml).toContain(title);
    expect(items.filter(({ kind }) => kind === "attachment")).toHaveLength(38);
  });

  test("loses no visible words, and has paragraphs where its posts have blank lines", async () => {
    const xml = readFileSync(path, "utf8");
    // Read by another hand, and without the codes that WordPress never shows.
    const raws = [...xml.matchAll(/<item>[\s\S]*?<\/item>/g)].map(
      ([item]) =>
        /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]><\/content:encoded>/.exec(item)?.[1] ?? "",
    );
    const found = await Array.fromAsync(readWordpress(path));
    let characters = 0;
    let lost = 0;
    let classic = 0;
    for (const [index, one] of found.entries()) {
      const raw = raws[index] ?? "";
      if (isBroken(one) || raw === "") continue;
      const shown = raw.replace(/\[\/?(?:caption|gallery|embed)\b[^\]]*\]/g, "");
      const words = squeezed(shown);
      characters += words.length;
      lost += Math.max(0, words.length - squeezed(one.value.html).length);
      if (/<!--\s*wp:|<pre|<!--/.test(raw) || !/[^\s>\]]\n\n[^\s<[]/.test(raw.trim())) continue;
      classic += 1;
      expect(
        fromHtml(one.value.html).document.root.children.length,
        one.value.title,
      ).toBeGreaterThan(1);
    }
    expect(characters).toBeGreaterThan(20_000);
    expect(lost / characters).toBeLessThanOrEqual(0.01);
    expect(classic).toBeGreaterThan(10);
  });
});

describe("ten whole pages of gov.cn", () => {
  const folder = join(DATA, "policy_govcn/pages_dev");
  const known = new Map(
    gunzipSync(readFileSync(join(DATA, "policy_govcn/dev.jsonl.gz")))
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map((record) => [record.id, record]),
  );

  test.each(readdirSync(folder))("%s: text, title, day and index are found", (name) => {
    const page = readPage(readFileSync(join(folder, name)));
    const record = known.get(name.replace(".html", ""));
    expect(squeezed(page.html)).toBe(squeezed(record.body_html));
    expect(page.title).toBe(record.title);
    expect(page.date).toBe(record.date);
    expect(page.labels).toMatchObject({
      index: record.meta.index,
      docNo: record.docNo,
      org: record.org,
      category: record.category,
    });
  });
});

describe("thirteen whole pages of other sites", () => {
  const folder = join(DATA, "web_pages_zh/dev");
  const pages = new Map(
    readdirSync(folder).map((name) => [name, readPage(readFileSync(join(folder, name)))]),
  );

  test("are read in the encoding they are in, whatever they declare", () => {
    for (const [name, { charset, title }] of pages) {
      expect(charset, name).toBe("utf-8");
      expect(title, name).not.toContain("\ufffd");
    }
    expect(pages.get("people_1.html")?.notes).toEqual([
      expect.stringContaining("声明 gb18030，实际 utf-8"),
    ]);
  });

  test.each([
    ["people_1.html", "女儿出嫁，郑板桥画了几笔兰花当嫁妆", "父亲的教诲像一盏灯"],
    ["thepaper_1.html", "共享充电宝涨价告别1元时代", "花一两元就能充满电"],
    ["qq_qq.html", "儿歌一分钱被改成一元钱", "潘振声女儿马莉表示"],
    ["zyyfy_1.html", "【不忘初心 牢记使命】我院医技药剂党支部", "为深入推进党建"],
    ["cjddsb_1.html", "常德市金融系统积极开展", "金融消费者教育"],
    ["baijiahao_1.html", "英国美女在殡仪馆工作太痛苦", "贝辛斯托克的一位女士"],
  ])("%s: title and text are found", (name, title, words) => {
    expect(pages.get(name)?.title).toContain(title);
    expect(squeezed(pages.get(name)?.html ?? "")).toContain(words);
  });
});
