import { endInterrupted } from "#modules/resources/commands/interrupted.ts";
import type { BatchState } from "#modules/resources/domain.ts";
import { listBatches, listReceipts } from "#modules/resources/queries/imports.ts";
import { publishFilesOf } from "./import-public.ts";
import type { Platform } from "./platform.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command, Given } from "./usage.ts";
import { optional, UsageError } from "./usage.ts";

const PAGE = 1000;

const STATES: Record<BatchState, string> = {
  running: "进行中 running",
  interrupted: "中断 interrupted",
  finished: "完成 finished",
};

function readBatch(given: Given, name: string): number | null {
  const word = optional(given, name);
  if (word === null) return null;
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new UsageError(`--${name} 要批次编号 a number: ${word}`);
  return Number(word);
}

async function printReceipts({ db }: Platform, batchId: number): Promise<void> {
  for (let afterLine = 0; ; ) {
    const page = await listReceipts(db, { batchId, afterLine, limit: PAGE });
    for (const { line, id, status, reason, path } of page)
      process.stdout.write(`${[line, status, id ?? "", path ?? "", reason ?? ""].join("\t")}\n`);
    afterLine = page.at(-1)?.line ?? afterLine;
    if (page.length < PAGE) return;
  }
}

async function endBatch(platform: Platform, batchId: number): Promise<number> {
  await publishFilesOf(platform, batchId);
  const ended = await endInterrupted(platform.ctx, batchId);
  if (ended.ok) return 0;
  process.stderr.write(`没有结束 not ended: 批次 ${batchId} ${ended.problems.join(", ")}\n`);
  return 1;
}

export const importsCommand: Command = {
  usage:
    "imports [--site CODE] [--receipts 批次] [--close 批次]   列出导入批次、一批的回执，或结束中断的一批",
  options: {
    site: { type: "string" },
    receipts: { type: "string" },
    close: { type: "string" },
  },
  run: async (platform, given) => {
    const receipts = readBatch(given, "receipts");
    const closing = readBatch(given, "close");
    if (receipts !== null) await printReceipts(platform, receipts);
    if (closing !== null) return await endBatch(platform, closing);
    if (receipts !== null) return 0;
    const code = optional(given, "site");
    const siteId = code ? (await findSiteByCode(platform, code)).id : null;
    for (const batch of await listBatches(platform.db, { siteId, limit: 100 })) {
      const state = STATES[batch.state];
      const counts = `${batch.imported}+${batch.merged}+${batch.refused}`;
      const place = `${batch.siteCode}/${batch.columnPath}`;
      process.stdout.write(
        `${[batch.id, state, counts, place, batch.fileName, batch.startedBy, batch.startedAt.toISOString()].join("\t")}\n`,
      );
    }
    return 0;
  },
};
