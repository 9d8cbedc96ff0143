import { readFileSync } from "node:fs";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { saveSynonyms } from "#modules/search/commands/synonyms.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";
import type { Command } from "./usage.ts";
import { need, UsageError } from "./usage.ts";

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

/** One line a word: `俗称<TAB>正式名称[,正式名称]`. @throws {UsageError} naming the line that is none */
function readSynonyms(path: string) {
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === "" || line.startsWith("#")) return [];
      const [word = "", names = ""] = line.split("\t");
      const official = names
        .split(/[,，]/)
        .map((name) => name.trim())
        .filter((name) => name !== "");
      if (word.trim() === "" || official.length === 0)
        throw new UsageError(`第 ${at + 1} 行不是“俗称<TAB>正式名称” line ${at + 1} is no pair`);
      return [{ word, official }];
    });
}

export const searchSynonymsCommand: Command = {
  usage: "search synonyms --file F      导入同义词：每行 俗称<TAB>正式名称[,正式名称]",
  options: { file: { type: "string" } },
  run: async ({ ctx }, given) => {
    const rows = readSynonyms(need(given, "file"));
    await saveSynonyms(ctx, rows);
    say(`已导入 imported: ${rows.length}`);
    return 0;
  },
};
