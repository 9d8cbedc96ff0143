import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { axeViolations } from "#e2e/support/axe.ts";
import type { Document, Report } from "#e2e/support/documents.ts";
import { freshWord, importFile, openTestSite } from "#e2e/support/documents.ts";
import { ask, linksOf, textOf } from "#e2e/support/http.ts";
import { clipped, overflowing } from "#e2e/support/layout.ts";
import { HOUSE } from "#e2e/support/product.ts";
import { careOf } from "#e2e/support/site-pages.ts";
import { htmlErrors } from "#e2e/support/vnu.ts";

const DATA = join(HOUSE, "../shared/data");
const LIMIT = 30;

/** Real collections and a column of the portal template that may hold them. */
const COLLECTIONS = [
  { name: "laws", column: "zcwj/fggz" },
  { name: "policy_govcn", column: "zcwj/qtwj" },
  { name: "city_reports", column: "zfxxgk/gknb" },
];

/** Some more documents than are asked for, under ids of this run: the product may know the others. */
function readDocuments(file: string): Document[] {
  const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  const run = freshWord();
  return lines.slice(0, LIMIT + 5).map((line) => {
    const document = JSON.parse(line) as Document;
    return { ...document, id: `${run}-${document.id}` };
  });
}

const squeeze = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, "");

/** Both forms of every document answer and are valid HTML. */
async function expectSound(records: Report["records"]): Promise<void> {
  const addresses = records.flatMap(({ url }) => [url ?? "", careOf(url ?? "")]);
  const pages: { name: string; html: string }[] = [];
  for (const address of addresses) {
    const { status, body } = await ask(address);
    expect(status, address).toBe(200);
    pages.push({ name: address, html: body });
  }
  expect(await htmlErrors(pages)).toEqual([]);
}

/** On the smallest phone: the title is the file's, the text is there, nothing scrolls sideways. */
async function expectReadable(page: Page, url: string, title: string): Promise<void> {
  await page.goto(url);
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  expect(squeeze(heading), url).toBe(squeeze(title));
  await expect(page.locator(".rich")).not.toBeEmpty();
  expect([...(await overflowing(page)), ...(await clipped(page))], url).toEqual([]);
}

for (const { name, column } of COLLECTIONS) {
  test(`${LIMIT} documents of ${name} come in whole, once, and open with their titles`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const source = join(DATA, name, "dev.jsonl.gz");
    if (!existsSync(source)) {
      test.info().annotations.push({ type: "not run", description: `${source} is absent` });
      return;
    }
    const documents = readDocuments(source);
    const file = test.info().outputPath("documents.jsonl.gz");
    writeFileSync(file, gzipSync(documents.map((one) => `${JSON.stringify(one)}\n`).join("")));
    const site = await openTestSite("真实文件测试网站");
    const target = { site: site.code, column, as: "published" as const };

    const first = await importFile(file, target, "--limit", String(LIMIT));
    const { records } = first.report;
    expect(first.err, "nothing is refused").toBe("");
    expect(first.report).toMatchObject({ imported: LIMIT, merged: 0, refused: 0 });
    const again = await importFile(file, target, "--limit", String(LIMIT));
    expect(again.report).toMatchObject({ imported: 0, merged: LIMIT, refused: 0 });
    expect(again.report.records.map(({ url }) => url)).toEqual(records.map(({ url }) => url));

    const list = await ask(`${site.origin}/${column}`);
    expect(textOf(list.body)).toContain(`共 2 页，${LIMIT} 条`);
    const listed = linksOf(list.body, site.origin);
    expect(records.filter(({ url }) => listed.includes(url ?? ""))).toHaveLength(20);
    await expectSound(records);

    await page.setViewportSize({ width: 320, height: 640 });
    for (const [at, { url }] of records.slice(0, 8).entries())
      await expectReadable(page, url ?? "", documents[at]?.title ?? "");
    for (const { url } of records.slice(0, 2)) {
      await page.goto(careOf(url ?? ""));
      const found = await axeViolations(page, ["target-size", "color-contrast-enhanced"]);
      expect(found, url ?? "").toEqual([]);
    }
  });
}
