/** Documents and sites that a test makes for itself, so that no test reads what another one writes. */
import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cli, order } from "#e2e/support/cli.ts";
import { originOf } from "#e2e/support/product.ts";

/** One line of an import file; `shared/data` has the same fields. */
export type Document = {
  id: string;
  type: string;
  title: string;
  source: string;
  date: string;
  body_html: string;
};

export type Report = {
  imported: number;
  merged: number;
  refused: number;
  records: { id: string; status: string; reason: string | null; url: string | null }[];
};

/** A word that no other run has used: the product may be one that ran before. */
export const freshWord = (): string => `e2e-${randomUUID().slice(0, 8)}`;

/** The same of letters alone: what holds a long number is not kept by the query log. */
export const freshLetters = (): string =>
  randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (figure) => "ghijklmnop".charAt(Number(figure)));

export function makeDocument(title: string, more: Partial<Document> = {}): Document {
  return {
    id: freshWord(),
    type: "news",
    title,
    source: "云川省人民政府办公厅",
    date: "2026-11-20T09:30:00+08:00",
    body_html: `<p>${title}的第一段。</p><p>第二段说明办理时间和地点。</p>`,
    ...more,
  };
}

type Target = { site: string; column: string; as: "draft" | "published" };

/** Runs `import` on a file, its report read back. */
export async function importFile(
  file: string,
  { site, column, as }: Target,
  ...more: string[]
): Promise<{ code: number | null; report: Report; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), "zs-e2e-report-"));
  const path = join(folder, "report.json");
  try {
    const { code, err } = await cli(
      ...["import", "--file", file, "--site", site, "--column", column, "--as", as],
      ...["--report", path, ...more],
    );
    return { code, err, report: JSON.parse(readFileSync(path, "utf8")) as Report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Imports documents; their addresses come back in the same order. @throws when one was refused */
export async function bringIn(documents: readonly Document[], target: Target): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "zs-e2e-lines-"));
  const file = join(folder, "lines.jsonl");
  try {
    writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
    const { code, report, err } = await importFile(file, target);
    if (code !== 0) throw new Error(`import ended with ${code}: ${err}`);
    return report.records.map(({ url }) => url ?? "");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export type TestSite = { code: string; host: string; origin: string; name: string; idCode: string };

/** Opens a site of the test's own through the command line; no other site links to it. */
export async function openTestSite(name: string, ...more: string[]): Promise<TestSite> {
  const code = freshWord();
  const host = `${code}.localhost`;
  const idCode = `99${String(randomInt(100_000_000)).padStart(8, "0")}`;
  await order(
    ...["site", "open", "--template", "portal", "--code", code, "--host", host],
    ...["--name", name, "--id-code", idCode, ...more],
  );
  return { code, host, origin: originOf(host), name, idCode };
}

/** A document that was published and withdrawn again, on a site of its own: the address of its empty place. */
export async function makeWithdrawn(): Promise<{ site: TestSite; url: string }> {
  const site = await openTestSite("撤下内容的网站");
  const document = makeDocument("一条会被撤下的通知");
  const target = { site: site.code, column: "zwdt/tzgg", as: "published" as const };
  const [url = ""] = await bringIn([document], target);
  await order("withdraw", document.id, "--reason", "端到端测试");
  return { site, url };
}
