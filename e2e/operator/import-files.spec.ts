/** An operator brings an export over whose files lie in a folder or archive beside it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { cli } from "#e2e/support/cli.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { freshWord, importFile, makeDocument, openTestSite } from "#e2e/support/documents.ts";
import { ask } from "#e2e/support/http.ts";
import { makeZip } from "#lib/formats/testing/make-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-e2e-import-files-"));
let site: TestSite;
test.beforeAll(async () => {
  site = await openTestSite("带着附件搬家的网站");
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const target = () => ({ site: site.code, column: "zcwj/gfxwj", as: "published" as const });

/** The smallest picture there is: one grey dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
/** Files are known by their bytes: each of another name is another one. */
const pdf = (name: string) =>
  Buffer.from(
    `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const TEXT = "各县人民政府，市政府各部门：现将有关事项通知如下，请认真贯彻执行。";

/** What a page offers of ours: the name of each file by its ending. */
async function filesOf(url: string): Promise<string[]> {
  const { body } = await ask(url);
  const found = [...body.matchAll(/(?:href|src)="(\/files\/[a-f0-9]{64}\.(pdf|png))"/g)];
  const unique = new Map(found.map(([, path = "", kind = ""]) => [path, kind]));
  for (const path of unique.keys()) expect((await ask(`${site.origin}${path}`)).status).toBe(200);
  return [...unique.values()].sort();
}

test("records bring the files that they name and that their text points to, and say which are not there", async () => {
  const old = `http://${freshWord()}.example.cn`;
  const archive = join(folder, "files.zip");
  writeFileSync(
    archive,
    makeZip([
      { name: "art/2019/1.png", bytes: DOT },
      { name: "uploads/one.pdf", bytes: pdf("one") },
      { name: "uploads/two.pdf", bytes: pdf("two") },
      { name: "uploads/three.pdf", bytes: pdf("three") },
    ]),
  );
  const words = freshWord();
  const document = {
    ...makeDocument(`${words}的通知`),
    url: "/art/2019/7.html",
    body_html: `<p>${TEXT}</p><p><img src="/grey.gif" data-src="1.png" alt="示意图"><a href="1.png">原图</a></p>
      <p><a href="/uploads/one.pdf">实施方案</a> <a href="${old}/uploads/two.pdf?v=2">任务表</a>
      <a href="https://${freshWord()}.example.com/uploads/one.pdf">别处的</a></p>`,
    attachments: [
      { url: "/uploads/three.pdf", title: `${words}申报表` },
      { url: "/uploads/lost.pdf", title: "丢失的" },
    ],
  };
  const lines = join(folder, "lines.jsonl");
  writeFileSync(lines, JSON.stringify(document));
  const from = ["--files", archive, "--base", `${old}/`];
  const { code, report } = await importFile(lines, target(), ...from);
  expect(code).toBe(0);
  const [receipt] = report.records;
  expect(receipt).toMatchObject({ status: "imported" });
  expect(receipt?.reason).toContain("/uploads/lost.pdf：附件没有导入");
  const url = receipt?.url ?? "";
  expect(await filesOf(url)).toEqual(["pdf", "pdf", "pdf", "png"]);
  const { body } = await ask(url);
  expect(body).toContain(`${words}申报表`);
  expect(body).toContain("example.com");
  expect(body).toMatch(/<img src="\/files\/[^"]+" alt="示意图"/);
  const again = await importFile(lines, target(), ...from);
  expect(again.report).toMatchObject({ imported: 0, merged: 1 });
});

test("a picture whose bytes stand in the text becomes one of the library, without any folder", async ({
  page,
}) => {
  await page.setContent("<h1>粘贴的图</h1>");
  const drawn = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
  const document = {
    ...makeDocument(`${freshWord()}的通知`),
    body_html: `<p>${TEXT}</p><p><img alt="粘贴的图" src="data:image/png;base64,${drawn.toString("base64")}"></p>`,
  };
  const lines = join(folder, "embedded.jsonl");
  writeFileSync(lines, JSON.stringify(document));
  const { report } = await importFile(lines, target());
  const url = report.records[0]?.url ?? "";
  expect(report.records[0]?.reason).toBeNull();
  expect(await filesOf(url)).toEqual(["png"]);
  await page.goto(url);
  const picture = page.getByRole("img", { name: "粘贴的图" });
  await expect(picture).toHaveJSProperty("naturalWidth", 40);
});

test("an export of WordPress and a feed bring theirs from a folder of the old site", async () => {
  const old = `http://${freshWord()}.example.cn`;
  const uploads = join(folder, "site/wp-content/uploads");
  mkdirSync(uploads, { recursive: true });
  writeFileSync(join(uploads, "blog.pdf"), pdf("blog"));
  writeFileSync(join(uploads, "blog.png"), DOT);
  writeFileSync(join(uploads, "feed.pdf"), pdf("feed"));
  const link = `${old}/wp-content/uploads`;
  const wxr = join(folder, "wxr.xml");
  writeFileSync(
    wxr,
    `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c"><channel>
     <wp:base_blog_url>${old}</wp:base_blog_url><item><title>${freshWord()}的文章</title>
     <link>${old}/2019/03/a/</link><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>
     <wp:status>publish</wp:status><pubDate>Mon, 04 Mar 2019 08:00:00 +0800</pubDate>
     <content:encoded><![CDATA[<p>${TEXT}</p><p><a href="${link}/blog.png"><img src="${link}/blog.png" alt="图"></a>
     <a href="${link}/blog.pdf">附件</a></p>]]></content:encoded></item></channel></rss>`,
  );
  const feed = join(folder, "feed.xml");
  writeFileSync(
    feed,
    `<rss version="2.0"><channel><title>站</title><item><title>${freshWord()}的消息</title>
     <link>${old}/news/8.html</link><description>${TEXT}&lt;img src="${link}/blog.png" alt="图"&gt;</description>
     <enclosure url="${link}/blog.png" length="1" type="image/png" title="${"长".repeat(130)}"/>
     <enclosure url="${link}/feed.pdf" length="1" type="application/pdf"/></item></channel></rss>`,
  );
  const from = ["--files", join(folder, "site")];
  const blog = await importFile(wxr, target(), ...from);
  expect(await filesOf(blog.report.records[0]?.url ?? "")).toEqual(["pdf", "png"]);
  const news = await importFile(feed, target(), ...from);
  expect(await filesOf(news.report.records[0]?.url ?? "")).toEqual(["pdf", "png"]);
  expect((await ask(news.report.records[0]?.url ?? "")).body).toContain('<img src="/files/');
});

test("without them the receipt says what is missing and what to do; a folder that is not there is told", async () => {
  const document = {
    ...makeDocument(`${freshWord()}的通知`),
    url: "javascript:void(0)",
    attachments: [{ url: "/a.pdf" }],
  };
  const lines = join(folder, "without.jsonl");
  writeFileSync(lines, JSON.stringify(document));
  const { report } = await importFile(lines, target());
  expect(report.records[0]?.reason).toContain("1 个附件没有导入：第一次导入时用 --files");
  // An address that is none is no reason to stop.
  const odd = { ...document, id: freshWord() };
  writeFileSync(lines, JSON.stringify(odd));
  const stopped = await importFile(lines, target(), "--files", folder);
  expect(stopped.report).toMatchObject({ imported: 1, refused: 0 });
  const order = ["import", "--site", site.code, "--column", "zcwj/gfxwj"];
  const lost = await cli(...order, "--file", lines, "--files", join(folder, "nowhere"));
  expect(lost.err).toContain("--files 没有这个目录或文件");
  const pages = await cli(...order, "--file", folder, "--files", folder);
  expect(pages.err).toContain("--files 不用于网页目录");
});
