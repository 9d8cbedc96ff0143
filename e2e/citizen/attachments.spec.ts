/** Words that stand in a file only: brought in, found in it, led to, gone with it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import { order } from "#e2e/support/cli.ts";
import type { TestSite } from "#e2e/support/documents.ts";
import { freshWord, importFile, openTestSite } from "#e2e/support/documents.ts";
import { ask } from "#e2e/support/http.ts";
import { careOf, searchOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";
import { makeDocx } from "#lib/papers/testing/make-office.ts";
import { makePdf } from "#lib/papers/testing/make-pdf.ts";

test.describe.configure({ timeout: 180_000 });

/** Words of this run alone; the dictionary knows none of them. */
const [inWord, inPdf] = [freshWord().slice(4), freshWord().slice(4)];
const TITLE = "关于印发两个附件的通知";
const folder = mkdtempSync(join(tmpdir(), "zs-e2e-attachments-"));
let site: TestSite;
let id = "";

const PAGE = `<html><head><meta charset="utf-8"><title>${TITLE}</title></head><body><h1>${TITLE}</h1>
  <p>发布时间：2026-11-20 09:30 来源：县应急管理局</p><div id="zoom">
  <p>现将应急预案和闸门名单印发给你们，请结合实际认真贯彻执行，做好汛期值守。</p>
  <p><a href="plan.docx">应急预案.docx</a> <a href="list.pdf">闸门名单.pdf</a></p></div></body></html>`;

test.beforeAll(async () => {
  // The worker reads files one after another, those of other tests among them.
  test.setTimeout(180_000);
  site = await openTestSite("附件测试网站");
  const pages = join(folder, "pages");
  mkdirSync(pages);
  writeFileSync(join(pages, "1.html"), PAGE);
  writeFileSync(
    join(pages, "plan.docx"),
    makeDocx(["总则", `青衣江水库代号${inWord}，由值班员启闭闸门。`]),
  );
  writeFileSync(join(pages, "list.pdf"), makePdf([[`闸门编号 ${inPdf} 号`]]));
  const target = { site: site.code, column: "zwdt/tzgg", as: "published" as const };
  const { code, report, err } = await importFile(pages, target);
  expect([code, report.imported], err).toEqual([0, 1]);
  id = report.records[0]?.id ?? "";
  for (const word of [inWord, inPdf])
    await expect
      .poll(async () => (await ask(searchOf(site.origin, word))).body, { timeout: 120_000 })
      .toContain('data-el="hit"');
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const [kind, word, name, other] of [
  ["a Word file", inWord, "应急预案", "闸门名单"],
  ["a PDF", inPdf, "闸门名单", "应急预案"],
] as const)
  test(`what stands in ${kind} only is found, shown with its passage, and one press away`, async ({
    page,
  }) => {
    await page.goto(searchOf(site.origin, word));
    const hit = page.locator("[data-el=hit]");
    await expect(hit).toHaveCount(1);
    await expect(hit.getByRole("heading")).toHaveText(TITLE);
    await expect(hit).toContainText(`附件“${name}”：`);
    await expect(hit.locator("mark")).toHaveText(word);
    const files = hit.getByRole("listitem");
    await expect(files.filter({ hasText: name })).toContainText("在附件中找到");
    await expect(files.filter({ hasText: other })).not.toContainText("在附件中找到");
    const href = await files.filter({ hasText: name }).getByRole("link").getAttribute("href");
    expect((await ask(`${site.origin}${href}`)).status).toBe(200);
    expect(await axeViolations(page, ["target-size"])).toEqual([]);
    const html = (await ask(page.url())).body;
    expect(await htmlErrors([{ name: kind, html }])).toEqual([]);
  });

test("the care form says in which file it stands", async ({ page }) => {
  await page.goto(careOf(searchOf(site.origin, inWord)));
  await expect(page.locator("[data-el=where-found]")).toHaveText(/^在附件中找到：应急预案/);
  expect(await axeViolations(page, ["target-size"])).toEqual([]);
});

test("programs are told too", async () => {
  const { body } = await ask(`${site.origin}/api/v1/search?q=${inPdf}`);
  const { hits } = JSON.parse(body) as { hits: { snippetFile: string; attachments: object[] }[] };
  expect(hits[0]?.snippetFile).toMatch(/^闸门名单/);
  expect(hits[0]?.attachments).toMatchObject([{ isWhereFound: false }, { isWhereFound: true }]);
});

test("operators see how reading went; what is withdrawn is not found by its files", async () => {
  expect(await order("media", "texts")).toMatch(/已读 done: [1-9]/);
  expect(await order("media", "extract")).toContain("已排队 queued:");
  await order("withdraw", id, "--reason", "端到端测试");
  for (const word of [inWord, inPdf])
    expect((await ask(searchOf(site.origin, word))).body).not.toContain('data-el="hit"');
});
