import { basename } from "node:path";
import { env } from "#lib/env.ts";
import { FORMATS, openTree } from "#lib/formats/detect.ts";
import { NO_FILES } from "#lib/formats/tree.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { getLastLine, listReceipts } from "#modules/resources/queries/imports.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { FileKeeper } from "./import-files.ts";
import { digestOf, readInput, sizeOf } from "./import-input.ts";
import type { Job } from "./import-job.ts";
import { readJob } from "./import-job.ts";
import { publishFiles, publishFilesOf } from "./import-public.ts";
import { ImportReport } from "./import-report.ts";
import { tidyMemory } from "./memory.ts";
import type { Platform } from "./platform.ts";
import { Progress } from "./progress.ts";
import type { Command } from "./usage.ts";
import { optional } from "./usage.ts";

const CHUNK = 200;
/** A chunk of long records ends sooner. */
const CHUNK_CHARACTERS = 1_000_000;
/** So much holds a chunk only when its last record was long. */
const LONG_CHARACTERS = 1.5 * CHUNK_CHARACTERS;
const PAGE = 1000;

const ZIP_BOUNDS = {
  maxRatio: env.ZS_ZIP_MAX_RATIO,
  maxTotalBytes: env.ZS_ZIP_MAX_TOTAL_BYTES,
  maxEntries: env.ZS_ZIP_MAX_FILES,
};

type Chunk = { records: RecordLine[]; refusals: Receipt[]; characters: number };

const emptyChunk = (): Chunk => ({ records: [], refusals: [], characters: 0 });

/** How much text a record holds, nearly. */
function charactersOf({ value }: RecordLine): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>(
    (sum, field) => sum + (typeof field === "string" ? field.length : 0),
    0,
  );
}

const isFull = ({ records, refusals, characters }: Chunk): boolean =>
  records.length + refusals.length >= CHUNK || characters >= CHUNK_CHARACTERS;

/** Chunks of the input, in order, cut at the same places in every run; at most `limit` records. */
async function* chunksOf(
  input: AsyncIterable<RecordLine | Receipt>,
  { afterLine, limit }: { afterLine: number; limit: number },
): AsyncGenerator<Chunk> {
  let chunk = emptyChunk();
  let taken = 0;
  for await (const found of input) {
    if (taken >= limit) break;
    taken += 1;
    if (found.line <= afterLine) continue;
    if ("status" in found) chunk.refusals.push(found);
    else {
      chunk.records.push(found);
      chunk.characters += charactersOf(found);
    }
    if (!isFull(chunk)) continue;
    yield chunk;
    chunk = emptyChunk();
  }
  if (chunk.records.length + chunk.refusals.length > 0) yield chunk;
}

/** Receipts of an interrupted run, from the base into the report. Returns the last line that has one. */
async function reportDone(
  { db }: Platform,
  batchId: number,
  report: ImportReport,
): Promise<number> {
  const last = await getLastLine(db, batchId);
  for (let afterLine = 0; afterLine < last; ) {
    const page = await listReceipts(db, { batchId, afterLine, limit: PAGE });
    for (const receipt of page) report.add(receipt);
    afterLine = page.at(-1)?.line ?? last;
  }
  if (last > 0)
    process.stderr.write(`接着上次：前 ${last} 行已有回执 taken up after line ${last}\n`);
  return last;
}

/** Ctrl-C: the running chunk is finished, readers are told, and the same command goes on later. */
function watchForStop(): { isAsked: boolean } {
  const stop = { isAsked: false };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      stop.isAsked = true;
    });
  return stop;
}

async function openBatch(platform: Platform, job: Job, report: ImportReport) {
  const { target, path, filesPath, format, defaults, limit } = job;
  if (target.isDryRun) return { batchId: 0, afterLine: 0 };
  const files = filesPath === null || filesPath === path ? {} : { files: basename(filesPath) };
  const how = { target, format, defaults, limit: String(limit), ...files };
  const digest = await digestOf(path, how);
  const batchId = await openImport(platform.ctx, target, basename(path), {
    inputDigest: digest,
    format,
  });
  return { batchId, afterLine: await reportDone(platform, batchId, report) };
}

async function runImport(platform: Platform, job: Job, report: ImportReport): Promise<boolean> {
  const { target, path, filesPath, format, defaults, limit } = job;
  const progress = new Progress(await sizeOf(path));
  const { batchId, afterLine } = await openBatch(platform, job, report);
  const tree = filesPath === null ? null : await openTree(filesPath, ZIP_BOUNDS);
  const files = new FileKeeper(platform.ctx, target.siteId, {
    tree: target.isDryRun ? null : (tree ?? NO_FILES),
    baseUrl: defaults.baseUrl,
  });
  const input = readInput(path, format, {
    defaults,
    files,
    tree,
    onBytes: (count) => progress.advance(count),
  });
  const stop = watchForStop();
  if (afterLine > 0) await publishFilesOf(platform, batchId);
  let records = 0;
  for await (const chunk of chunksOf(input, { afterLine, limit })) {
    const { records: lines, refusals } = chunk;
    const receipts = await importChunk(platform.ctx, batchId, target, lines, refusals);
    for (const receipt of receipts) report.add(receipt);
    await publishFiles(platform, target, lines, receipts);
    records += lines.length + refusals.length;
    const { imported, merged, refused } = report.counts;
    progress.show(`导入 ${imported} · 已有 ${merged} · 退回 ${refused}`, records);
    tidyMemory({ hadLong: chunk.characters >= LONG_CHARACTERS });
    if (stop.isAsked) break;
  }
  progress.end();
  tree?.close();
  if (target.isDryRun) return true;
  await closeImport(platform.ctx, batchId, { isFinished: !stop.isAsked });
  return !stop.isAsked;
}

export const importCommand: Command = {
  usage: `import --file 文件、目录或 zip --site CODE --column PATH [--as draft|published] [--archived] [--format auto|${FORMATS.join("|")}] [--map M.json] [--source 来源] [--base 原网址] [--files 旧站文件的目录或 zip] [--old-hosts H,H] [--limit N] [--dry-run] [--report R.json]`,
  options: {
    file: { type: "string" },
    site: { type: "string" },
    column: { type: "string" },
    as: { type: "string" },
    archived: { type: "boolean" },
    format: { type: "string" },
    map: { type: "string" },
    source: { type: "string" },
    base: { type: "string" },
    files: { type: "string" },
    "old-hosts": { type: "string" },
    limit: { type: "string" },
    "dry-run": { type: "boolean" },
    report: { type: "string" },
  },
  run: async (platform, given) => {
    const job = await readJob(platform, given);
    const { site, target } = job;
    const host = (await listSites(platform.db)).find(({ id }) => id === site.id)?.host ?? "";
    const report = new ImportReport(optional(given, "report"), (path) =>
      platform.addressOf(host, path),
    );
    const isComplete = await runImport(platform, job, report);
    report.finish();
    const { imported, merged, refused } = report.counts;
    const note = isComplete ? "" : "（中断，再运行同一命令即接着导入 interrupted: run it again）";
    const dry = target.isDryRun ? "（试运行，没有写入 dry run）" : note;
    process.stdout.write(
      `${site.code}/${target.columnPath}：导入 imported ${imported}，已有 merged ${merged}，退回 refused ${refused}${dry}\n`,
    );
    for (const { line, id, reason } of report.firstRefused)
      process.stderr.write(`退回 refused 第 ${line} 行 ${id ?? ""}: ${reason}\n`);
    return refused > 0 || !isComplete ? 1 : 0;
  },
};
