/** An operator brings an old site over: its pages, files and addresses, good and bad. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { cli } from "#e2e/support/cli.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { freshWord, importFile, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import { ask } from "#e2e/support/http.ts";
import { careOf } from "#e2e/support/site-pages.ts";
import { makeZip } from "#lib/formats/testing/make-zip.ts";

test.describe.configure({ mode: "serial" });

const OLD = `http://${freshWord()}.example.cn`;
const folder = mkdtempSync(join(tmpdir(), "zs-e2e-import-"));
const root = join(folder, "old-site");
let site: TestSite;

/** The smallest picture there is: one grey dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}_某市人民政府</title></head><body>
   <div class="nav"><a href="/">首页</a> <a href="/a">要闻</a></div>
   <table><tr><td>索 引 号：</td><td>000014349/2019-00003</td></tr>
   <tr><td>发文机关：</td><td>某市人民政府</td></tr><tr><td>发文字号：</td><td>某政发〔2019〕3号</td></tr>
   <tr><td>成文日期：</td><td>2019年03月01日</td></tr><tr><td>发布日期：</td><td>2019年03月04日</td></tr></table>
   <div id="zoom">${body}</div><div class="footer">主办单位：某市</div></body></html>`;

const TEXT =
  "各县人民政府，市政府各部门：现将有关事项通知如下，请认真贯彻执行，执行中的问题请及时报告。";

test.beforeAll(async () => {
  site = await openTestSite("搬家的网站");
  mkdirSync(join(root, "art/2019/files"), { recursive: true });
  writeFileSync(join(root, "art/2019/files/附件.pdf"), PDF);
  writeFileSync(join(root, "art/2019/files/1.png"), DOT);
  writeFileSync(join(root, "art/2019/files/evil.html.pdf"), "<script>alert(1)</script>");
  writeFileSync(join(folder, "outside.pdf"), PDF);
  symlinkSync("/etc/passwd", join(root, "art/2019/link.html"));
  writeFileSync(
    join(root, "art/2019/1.html"),
    page(
      "关于做好某项工作的通知",
      `<p>${TEXT}</p><p><img src="files/1.png" alt="示意图"></p>
       <p>附件：<a href="files/%E9%99%84%E4%BB%B6.pdf">实施方案</a>
       <a href="files/evil.html.pdf">坏文件</a> <a href="../../../outside.pdf">外面的</a></p>`,
    ),
  );
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const target = () => ({ site: site.code, column: "zcwj/gfxwj", as: "published" as const });

test("a zip of saved pages comes in with its files; what in it is hostile is told by its name", async () => {
  const archive = join(folder, "old.zip");
  const words = `${freshWord()}的通知`;
  writeFileSync(
    archive,
    makeZip([
      { name: "art/1.html", bytes: page(words, `<p>${TEXT}<a href="1.pdf">附表</a></p>`) },
      { name: "art/1.pdf", bytes: PDF },
      { name: "../../evil.html", bytes: page("坏", TEXT) },
      { name: "bad.html", bytes: page("坏", TEXT), crc: 1 },
      { name: "link.html", bytes: "/etc/passwd", mode: 0o120777 },
    ]),
  );
  const base = `http://${freshWord()}.example.cn/`;
  const { report } = await importFile(archive, target(), "--base", base);
  expect(report).toMatchObject({ imported: 1, refused: 3 });
  expect(report.records.map(({ reason }) => reason)).toEqual([
    null,
    expect.stringContaining("../../evil.html：指向压缩包外面"),
    expect.stringContaining("bad.html：校验码不对"),
    expect.stringContaining("link.html：是符号链接"),
  ]);
  const { body } = await ask(report.records[0]?.url ?? "");
  expect(body).toContain(words);
  const [, path = ""] = /href="(\/files\/[a-f0-9]{64}\.pdf)"/.exec(body) ?? [];
  expect((await ask(`${site.origin}${path}`)).status).toBe(200);
  const again = await importFile(archive, target(), "--base", base);
  expect(again.report).toMatchObject({ imported: 0, merged: 1, refused: 3 });
});

test("old addresses that differ in their query lead to a document each, however they are passed on", async () => {
  const old = `${OLD}/zwgk/show.jsp?Lang=zh&id=`;
  const [seven, eight, post] = [7, 8, 757].map((id) => makeDocument(`${freshWord()}第${id}号通知`));
  const file = join(folder, "by-query.jsonl");
  const urls = [`${old}7`, `${old}8`, `${OLD}/?p=757`];
  writeFileSync(
    file,
    [seven, eight, post].map((one, at) => JSON.stringify({ ...one, url: urls[at] })).join("\n"),
  );
  const { report } = await importFile(file, target());
  const [first, second, third] = report.records.map(({ url }) => url);
  const goes = async (path: string) => {
    const { status, headers } = await ask(`${site.origin}${path}`);
    return [status, headers.location];
  };
  // Asked twice: from the drawing, and from what is kept of it.
  for (const _ of ["drawn", "kept"]) {
    expect(await goes("/zwgk/show.jsp?Lang=zh&id=7")).toEqual([301, first]);
    expect(await goes("/zwgk/show.jsp?id=8&lang=zh&from=timeline")).toEqual([301, second]);
    expect(await goes("/?p=757")).toEqual([301, third]);
    expect(await goes("/zwgk/show.jsp?lang=zh&id=9")).toEqual([404, undefined]);
    expect(await goes("/?p=758")).toEqual([200, undefined]);
    expect(await goes("/?from=timeline&x=1")).toEqual([200, undefined]);
    expect(await goes("/zwgk/show.jsp")).toEqual([404, undefined]);
  }
});

test("a path that led nowhere else leads to a document of its own once that is brought", async () => {
  const view = `/zwgk/${freshWord()}.jsp`;
  const bringFrom = async (path: string) => {
    const file = join(folder, `${freshWord()}.jsonl`);
    writeFileSync(
      file,
      JSON.stringify({ ...makeDocument(`${freshWord()}的通知`), url: `${OLD}${path}` }),
    );
    return (await importFile(file, target())).report.records[0]?.url;
  };
  const goes = async (path: string) => (await ask(`${site.origin}${path}`)).headers.location;
  const first = await bringFrom(view);
  for (const _ of ["drawn", "kept", "remembered"]) expect(await goes(`${view}?id=5`)).toBe(first);
  const second = await bringFrom(`${view}?id=5`);
  await expect.poll(() => goes(`${view}?id=5`)).toBe(second);
  expect(await goes(`${view}?id=6`)).toBe(first);
});

test("a link within a text leads to its place on the page, in both forms", async ({
  page: tab,
}) => {
  const archive = join(folder, "places.zip");
  const words = `${freshWord()}的办法`;
  const sections = Array.from(
    { length: 30 },
    (_, n) => `<h2 id="s${n}">第${n}节</h2><p>${TEXT}</p>`,
  );
  const text = `<p><a href="#s29">到最后一节</a></p>${sections.join("")}`;
  writeFileSync(archive, makeZip([{ name: "a.html", bytes: page(words, text) }]));
  const { report } = await importFile(
    archive,
    target(),
    "--base",
    `http://${freshWord()}.example.cn/`,
  );
  const url = report.records[0]?.url ?? "";
  for (const address of [url, careOf(url)]) {
    await tab.goto(address);
    const place = tab.getByRole("heading", { name: "第29节", exact: true });
    await expect(place).not.toBeInViewport();
    await tab.getByRole("link", { name: "到最后一节" }).click();
    await expect(place).toBeInViewport();
    await expect(tab).toHaveURL(`${address}#at-s29`);
  }
});

test("a folder of saved pages becomes documents with index, files and answering old addresses", async () => {
  const { report } = await importFile(root, target(), "--base", `${OLD}/`);
  const [document, link] = report.records;
  expect(report).toMatchObject({ imported: 1, refused: 1 });
  expect(link).toMatchObject({ status: "refused", reason: expect.stringContaining("符号链接") });
  expect(document?.reason).toContain("evil.html.pdf");
  const { status, body } = await ask(document?.url ?? "");
  expect(status).toBe(200);
  for (const words of ["000014349/2019-00003", "某政发〔2019〕3号", "2019-03-01", "现行有效", TEXT])
    expect(body).toContain(words);
  expect(body).not.toContain("主办单位：某市<");
  // What lies outside the folder was not fetched: its link leads to where it was, past the page that
  // says one is leaving.
  expect(body).toContain(`href="/go?u=${encodeURIComponent(`${OLD}/outside.pdf`)}&amp;s=`);
  const files = [...body.matchAll(/(?:href|src)="(\/files\/[a-f0-9]{64}\.(pdf|png))"/g)];
  expect(new Set(files.map(([, , kind]) => kind))).toEqual(new Set(["pdf", "png"]));
  for (const [, path = "", kind] of files) {
    const file = await ask(`${site.origin}${path}`);
    expect(file.status, path).toBe(200);
    expect(file.headers["content-type"]).toBe(kind === "pdf" ? "application/pdf" : "image/png");
  }
  const old = await ask(`${site.origin}/art/2019/1.html`);
  expect(old.status).toBe(301);
  expect(old.headers.location).toBe(document?.url);
});

test("the migration receipt says of every old address what became of it", async () => {
  const list = join(folder, "urls.txt");
  const gone = join(folder, "gone.json");
  writeFileSync(list, `${OLD}/art/2019/1.html\n${OLD}/tv/9.html\n${OLD}/lost.html\n${OLD}/\n`);
  const args = ["migration", "--site", site.code, "--urls", list];
  const first = await cli(...args);
  expect(first.code).toBe(1);
  expect(first.err).toContain(`${OLD}/lost.html`);
  expect(first.out).toContain("缺 missing 2");
  writeFileSync(
    gone,
    JSON.stringify({ [`${OLD}/tv/*`]: "栏目已停办", [`${OLD}/lost.html`]: "重复" }),
  );
  const second = await cli(...args, "--gone", gone);
  expect(second.code).toBe(0);
  expect(second.out).toContain("moved 2");
  expect(second.out).toContain("有着落 covered 100.0%");
});

test("what is withdrawn is gone at its old address too", async () => {
  const url = `${OLD}/art/${freshWord()}.html`;
  const document = { ...makeDocument("会撤下的文件"), url };
  const file = join(folder, "one.jsonl");
  writeFileSync(file, JSON.stringify(document));
  const { report } = await importFile(file, target());
  const old = `${site.origin}${new URL(url).pathname}`;
  expect((await ask(old)).headers.location).toBe(report.records[0]?.url);
  await cli("withdraw", document.id, "--reason", "试验");
  await expect.poll(async () => (await ask(old)).status).toBe(410);
});

test("of a file with every kind of broken line the rest is in, each line with its place", async () => {
  const good = [makeDocument("第一条好的"), makeDocument("最后一条好的")];
  const [first, last] = good.map((document) => Buffer.from(JSON.stringify(document)));
  const nested = { ...makeDocument("四万层标签"), body_html: `${"<div>".repeat(40_000)}深处的字` };
  const lines = [
    first,
    Buffer.from("{ broken"),
    Buffer.from(JSON.stringify({ body_html: "字".repeat(3_000_000) })),
    Buffer.concat([
      Buffer.from('{"title":"'),
      Buffer.from("c4e3bac3accac0bde7", "hex"),
      Buffer.from('"}'),
    ]),
    Buffer.from(JSON.stringify(nested)),
    last,
  ].flatMap((line) => [line ?? Buffer.alloc(0), Buffer.from("\n")]);
  const file = join(folder, "bad.jsonl.gz");
  writeFileSync(file, gzipSync(Buffer.concat(lines)));
  const { code, report } = await importFile(file, target());
  expect(code).toBe(1);
  expect(report.records.map(({ status, reason }) => [status, reason])).toEqual([
    ["imported", null],
    ["refused", "第 2 行：不是 JSON not JSON"],
    ["refused", "第 3 行：超过 8 MB longer than 8 MB"],
    ["refused", expect.stringContaining("第 4 行：不是 UTF-8，像是 GB18030")],
    ["imported", null],
    ["imported", null],
  ]);
  const deep = await ask(report.records[4]?.url ?? "");
  expect(deep.body).toContain("深处的字");
});

test("a bomb of entities is refused with its line and nothing of it comes in", async () => {
  const file = join(folder, "bomb.xml");
  const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n${entities}\n<rss><channel><item><title>&b;</title></item></channel></rss>`,
  );
  const { code, report } = await importFile(file, target());
  expect(code).toBe(1);
  expect(report).toMatchObject({ imported: 0, refused: 1 });
  expect(report.records[0]?.reason).toMatch(/第 2 行：.*实体/);
});

test("a dry run says the same and changes nothing", async () => {
  const file = join(folder, "dry.jsonl");
  const document = makeDocument("试运行的文件");
  writeFileSync(file, JSON.stringify(document));
  const dry = await importFile(file, target(), "--dry-run");
  expect(dry.report).toMatchObject({ imported: 1, merged: 0, refused: 0 });
  expect(dry.report.records[0]?.url).toBeNull();
  const real = await importFile(file, target());
  expect(real.report).toMatchObject({ imported: 1 });
  const again = await importFile(file, target());
  expect(again.report).toMatchObject({ imported: 0, merged: 1 });
  expect(again.report.records[0]).toMatchObject({
    reason: "unchanged",
    url: real.report.records[0]?.url,
  });
});
