import { existsSync } from "node:fs";
import { basename } from "node:path";
import { env } from "#lib/env.ts";
import type { Format } from "#lib/formats/detect.ts";
import { detectFormat, FORMATS, openTree } from "#lib/formats/detect.ts";
import { syncPublicFiles } from "#modules/media/commands.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget, Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { getLastLine, listReceipts, listWithFiles } from "#modules/resources/queries/imports.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { FileKeeper } from "./import-files.ts";
import type { Defaults } from "./import-input.ts";
import { digestOf, readInput, sizeOf } from "./import-input.ts";
import { findColumn, readMap } from "./import-map.ts";
import { ImportReport } from "./import-report.ts";
import { tidyMemory } from "./memory.ts";
import type { Platform } from "./platform.ts";
import { Progress } from "./progress.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command, Given } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

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

type Job = {
  path: string;
  format: Format;
  site: { id: number; code: string };
  target: ImportTarget;
  defaults: Defaults;
  limit: number;
};

async function readTarget(
  platform: Platform,
  given: Given,
  site: { id: number; code: string },
): Promise<ImportTarget> {
  const place = await findColumn(platform.db, site, need(given, "column"));
  const as = optional(given, "as") ?? "draft";
  if (as !== "draft" && as !== "published")
    throw new UsageError(`--as 只能是 draft 或 published: ${as}`);
  const map = optional(given, "map");
  const hosts = optional(given, "old-hosts");
  return {
    ...place,
    siteId: site.id,
    as,
    isDryRun: given.values["dry-run"] === true,
    ...(map ? { rules: await readMap(platform.db, site, map) } : {}),
    ...(hosts ? { oldHosts: hosts.split(",").map((host) => host.trim().toLowerCase()) } : {}),
  };
}

function readLimit(given: Given): number {
  const word = optional(given, "limit");
  if (word === null) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(word))
    throw new UsageError(`--limit 要正整数 must be a positive whole number: ${word}`);
  return Number(word);
}

async function readFormat(given: Given, path: string): Promise<Format> {
  const word = optional(given, "format") ?? "auto";
  if (word !== "auto") {
    const format = FORMATS.find((known) => known === word);
    if (!format) throw new UsageError(`--format 只能是 auto, ${FORMATS.join(", ")}: ${word}`);
    return format;
  }
  const found = await detectFormat(path);
  if (!found)
    throw new UsageError(
      `看不出 ${path} 是什么格式，请写 cannot tell the format, say --format ${FORMATS.join("|")}`,
    );
  return found;
}

async function readJob(platform: Platform, given: Given): Promise<Job> {
  const path = need(given, "file");
  if (!existsSync(path)) throw new UsageError(`没有这个文件 no such file: ${path}`);
  const site = await findSiteByCode(platform, need(given, "site"));
  const target = await readTarget(platform, given, site);
  const defaults = {
    source: optional(given, "source") ?? site.name,
    baseUrl: optional(given, "base"),
    isPublished: target.as === "published",
    scope: `${site.code}/${basename(path)}`,
  };
  const format = await readFormat(given, path);
  return { path, format, site, target, defaults, limit: readLimit(given) };
}

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

/** Files of what the batch published go where the gateway finds them; may run twice. */
async function publishFiles({ db }: Platform, batchId: number): Promise<void> {
  for (const resourceId of await listWithFiles(db, batchId)) await syncPublicFiles(db, resourceId);
}

async function openBatch(platform: Platform, job: Job, report: ImportReport) {
  const { target, path, format, defaults, limit } = job;
  if (target.isDryRun) return { batchId: 0, afterLine: 0 };
  const digest = await digestOf(path, { target, format, defaults, limit: String(limit) });
  const batchId = await openImport(platform.ctx, target, basename(path), {
    inputDigest: digest,
    format,
  });
  return { batchId, afterLine: await reportDone(platform, batchId, report) };
}

async function runImport(platform: Platform, job: Job, report: ImportReport): Promise<boolean> {
  const { target, path, format, defaults, limit } = job;
  const progress = new Progress(await sizeOf(path));
  const { batchId, afterLine } = await openBatch(platform, job, report);
  const tree = format === "pages" ? await openTree(path, ZIP_BOUNDS) : null;
  const files = new FileKeeper(platform.ctx, target.siteId, {
    tree: target.isDryRun ? null : tree,
    baseUrl: defaults.baseUrl,
  });
  const input = readInput(path, format, {
    defaults,
    files,
    tree,
    onBytes: (count) => progress.advance(count),
  });
  const stop = watchForStop();
  let records = 0;
  for await (const chunk of chunksOf(input, { afterLine, limit })) {
    const { records: lines, refusals } = chunk;
    for (const receipt of await importChunk(platform.ctx, batchId, target, lines, refusals))
      report.add(receipt);
    records += lines.length + refusals.length;
    const { imported, merged, refused } = report.counts;
    progress.show(`导入 ${imported} · 已有 ${merged} · 退回 ${refused}`, records);
    tidyMemory({ hadLong: chunk.characters >= LONG_CHARACTERS });
    if (stop.isAsked) break;
  }
  progress.end();
  tree?.close();
  if (target.isDryRun) return true;
  if (target.as === "published") await publishFiles(platform, batchId);
  await closeImport(platform.ctx, batchId, { isFinished: !stop.isAsked });
  return !stop.isAsked;
}

export const importCommand: Command = {
  usage: `import --file 文件、目录或 zip --site CODE --column PATH [--as draft|published] [--format auto|${FORMATS.join("|")}] [--map M.json] [--source 来源] [--base 原网址] [--old-hosts H,H] [--limit N] [--dry-run] [--report R.json]`,
  options: {
    file: { type: "string" },
    site: { type: "string" },
    column: { type: "string" },
    as: { type: "string" },
    format: { type: "string" },
    map: { type: "string" },
    source: { type: "string" },
    base: { type: "string" },
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
