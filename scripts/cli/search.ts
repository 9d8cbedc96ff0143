import { readFileSync } from "node:fs";
import { env } from "#lib/env.ts";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import type { Taken } from "#modules/search/curation/commands/files.ts";
import { takeProtectedFile, takeSynonymFile } from "#modules/search/curation/commands/files.ts";
import { postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";
import { renewWords } from "#modules/searchlog/commands/popular.ts";
import { raiseTasks } from "#modules/searchlog/commands/raise.ts";
import { changeBlockedWords } from "#modules/searchlog/commands/words.ts";
import { listBlocked } from "#modules/searchlog/queries/popular.ts";
import type { Command } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

const SHOWN = 20;
const say = (line: string) => void process.stdout.write(`${line}\n`);

export const searchRebuildCommand: Command = {
  usage: "search rebuild                重做全部搜索索引，期间搜索照常",
  options: {},
  run: async ({ ctx }) => {
    const done = await rebuildIndex(ctx, (count) => {
      if (count % 10_000 === 0) say(`${count}`);
    });
    say(`已重做 rebuilt: ${done}`);
    return 0;
  },
};

export const searchVerifyCommand: Command = {
  usage: "search verify                 逐条核对搜索索引与内容库，有差异时退出码为 1",
  options: {},
  run: async ({ db }) => {
    const { compared, differences } = await verifyIndex(db);
    for (const { resourceId, what } of differences.slice(0, SHOWN)) say(`${resourceId}\t${what}`);
    say(`核对 compared: ${compared}，差异 differences: ${differences.length}`);
    return differences.length === 0 ? 0 : 1;
  },
};

export const searchCountCommand: Command = {
  usage: "search count                  重新统计词频（查询计划与纠错所用）",
  options: {},
  run: async ({ db }) => {
    say(`文档 documents: ${await countTermsAnew(db)}`);
    return 0;
  },
};

const WRONG = {
  "line-synonym": "不是“俗称<TAB>正式名称” is no pair",
  "line-word": "不是一个词 is no word",
} as const;
const REFUSED = {
  "words-none": "文件里没有词 no words in the file",
  "words-large": "文件太大 the file is too large",
  "words-not-text": "不是文本文件 not a text file",
} as const;

/** How many were taken. @throws {UsageError} naming the lines that are none: nothing was taken then */
function countOf(taken: Taken): number {
  if (taken.ok) return taken.value.count;
  const lines = taken.fields.map(
    ({ limit, problem }) => `第 ${limit} 行 line ${limit}: ${WRONG[problem as keyof typeof WRONG]}`,
  );
  throw new UsageError([...lines, ...taken.problems.map((problem) => REFUSED[problem])].join("\n"));
}

export const searchSynonymsCommand: Command = {
  usage: "search synonyms --file F      导入同义词：每行 俗称<TAB>正式名称[,正式名称]",
  options: { file: { type: "string" } },
  run: async ({ ctx }, given) => {
    const taken = await takeSynonymFile(ctx, readFileSync(need(given, "file")));
    say(`已导入 imported: ${countOf(taken)}`);
    return 0;
  },
};

export const searchProtectedCommand: Command = {
  usage: "search protected --file F     导入保护词（不纠正的词）：每行一个",
  options: { file: { type: "string" } },
  run: async ({ ctx }, given) => {
    const taken = await takeProtectedFile(ctx, readFileSync(need(given, "file")));
    say(`新增 added: ${countOf(taken)}`);
    return 0;
  },
};

/** One word a line. */
const readWords = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

const wordsGiven = (given: Parameters<Command["run"]>[1], name: string): string[] | null =>
  optional(given, name)?.split(/[,，]/) ?? null;

export const searchBlockedCommand: Command = {
  usage:
    "search blocked                热词和相关词的敏感词表；[--add 词,词 | --file F | --remove 词,词]",
  options: { add: { type: "string" }, file: { type: "string" }, remove: { type: "string" } },
  run: async ({ ctx, db }, given) => {
    const file = optional(given, "file");
    const added = wordsGiven(given, "add") ?? (file === null ? null : readWords(file));
    const removed = wordsGiven(given, "remove");
    if (added) say(`已屏蔽 blocked: ${await changeBlockedWords(ctx, "block", added)}`);
    if (removed) say(`已移除 unblocked: ${await changeBlockedWords(ctx, "unblock", removed)}`);
    if (!added && !removed) for (const word of await listBlocked(db)) say(word);
    return 0;
  },
};

export const searchRenewCommand: Command = {
  usage:
    "search renew                  立即重算热词、相关词、点击率和未答问题（worker 平时自动做）",
  options: {},
  run: async ({ ctx, db }) => {
    const sites = await renewWords(db, postgresIndex(db).search);
    const raised = await raiseTasks(ctx, env.ZS_SEARCH_TASK_FROM);
    say(`网站 sites: ${sites}，新任务 tasks: ${raised}`);
    return 0;
  },
};
