import { existsSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget, Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import type { BadLine } from "./jsonl.ts";
import { readJsonLines } from "./jsonl.ts";
import type { Platform } from "./platform.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command, Given } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

const CHUNK = 100;

type Report = {
  imported: number;
  merged: number;
  refused: number;
  records: {
    id: string | null;
    line: number;
    status: Receipt["status"];
    reason: string | null;
    url: string | null;
    resource: number | null;
  }[];
};

async function readTarget(
  platform: Platform,
  given: Given,
): Promise<ImportTarget & { siteCode: string }> {
  const site = await findSiteByCode(platform, need(given, "site"));
  const path = need(given, "column").replace(/^\/|\/$/g, "");
  const column = await getColumnByPath(platform.db, site.id, path);
  if (!column)
    throw new UsageError(
      `网站 ${site.code} 没有栏目 has no column ${path}（npm run cli -- columns --site ${site.code}）`,
    );
  const as = optional(given, "as") ?? "draft";
  if (as !== "draft" && as !== "published")
    throw new UsageError(`--as 只能是 draft 或 published: ${as}`);
  return {
    siteCode: site.code,
    siteId: site.id,
    columnId: column.id,
    columnPath: column.path,
    as,
    isDryRun: given.values["dry-run"] === true,
  };
}

function readLimit(given: Given): number {
  const word = optional(given, "limit");
  if (word === null) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(word))
    throw new UsageError(`--limit 要正整数 must be a positive whole number: ${word}`);
  return Number(word);
}

const isBad = (record: RecordLine | BadLine): record is BadLine => "problem" in record;

const badReceipt = ({ line, problem }: BadLine): Receipt => ({
  line,
  id: null,
  status: "refused",
  reason: problem,
  resourceId: null,
  path: null,
});

/** Chunks of a file, in order; at most `limit` records. */
async function* chunksOf(
  file: string,
  limit: number,
): AsyncGenerator<{ records: RecordLine[]; bad: Receipt[] }> {
  let [records, bad, taken]: [RecordLine[], Receipt[], number] = [[], [], 0];
  for await (const record of readJsonLines(file)) {
    if (taken >= limit) break;
    taken += 1;
    if (isBad(record)) bad.push(badReceipt(record));
    else records.push(record);
    if (records.length >= CHUNK) {
      yield { records, bad };
      [records, bad] = [[], []];
    }
  }
  if (records.length + bad.length > 0) yield { records, bad };
}

function progress(report: Report): void {
  if (process.stderr.isTTY)
    process.stderr.write(
      `\r导入 ${report.imported} · 已有 ${report.merged} · 退回 ${report.refused} `,
    );
}

async function runImport(
  platform: Platform,
  target: ImportTarget,
  file: string,
  limit: number,
): Promise<Report> {
  const report: Report = { imported: 0, merged: 0, refused: 0, records: [] };
  const hosts = new Map((await listSites(platform.db)).map(({ id, host }) => [id, host]));
  const host = hosts.get(target.siteId) ?? "";
  const batch = target.isDryRun ? 0 : await openImport(platform.ctx, target, basename(file));
  for await (const { records, bad } of chunksOf(file, limit)) {
    const stored = await importChunk(platform.ctx, batch, target, records, bad);
    for (const { id, line, status, reason, path, resourceId } of stored) {
      report[status] += 1;
      report.records.push({
        id,
        line,
        status,
        reason,
        url: path ? platform.addressOf(host, path) : null,
        resource: resourceId,
      });
    }
    progress(report);
  }
  if (!target.isDryRun) await closeImport(platform.ctx, batch);
  return report;
}

export const importCommand: Command = {
  usage:
    "import --file F.jsonl.gz --site CODE --column PATH [--as draft|published] [--limit N] [--dry-run] [--report R.json]",
  options: {
    file: { type: "string" },
    site: { type: "string" },
    column: { type: "string" },
    as: { type: "string" },
    limit: { type: "string" },
    "dry-run": { type: "boolean" },
    report: { type: "string" },
  },
  run: async (platform, given) => {
    const file = need(given, "file");
    if (!existsSync(file)) throw new UsageError(`没有这个文件 no such file: ${file}`);
    const { siteCode, ...target } = await readTarget(platform, given);
    const report = await runImport(platform, target, file, readLimit(given));
    const path = optional(given, "report");
    if (path) writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
    const dry = target.isDryRun ? "（试运行，没有写入 dry run）" : "";
    process.stdout.write(
      `${siteCode}/${target.columnPath}：导入 imported ${report.imported}，已有 merged ${report.merged}，退回 refused ${report.refused}${dry}\n`,
    );
    for (const record of report.records.filter(({ status }) => status === "refused").slice(0, 20)) {
      process.stderr.write(
        `退回 refused 第 ${record.line} 行 ${record.id ?? ""}: ${record.reason}\n`,
      );
    }
    return report.refused > 0 ? 1 : 0;
  },
};
