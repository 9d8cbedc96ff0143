import { AppError } from "#lib/errors.ts";
import { fillEngine } from "#modules/search/opensearch/commands/fill.ts";
import { getBacklog } from "#modules/search/opensearch/queries/changes.ts";
import type { Client } from "#modules/search/opensearch/queries/client.ts";
import { configuredEngine } from "#modules/search/opensearch/queries/client.ts";
import { verifyEngine } from "#modules/search/opensearch/queries/verify.ts";
import type { Command } from "./usage.ts";

const SHOWN = 20;
const TOLD_EVERY = 10_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

function needEngine(): Client {
  const client = configuredEngine();
  if (!client)
    throw new AppError("CONFLICT", "没有设 ZS_OPENSEARCH_URL ZS_OPENSEARCH_URL is not set");
  return client;
}

export const engineFillCommand: Command = {
  usage: "engine fill                   重灌外部搜索引擎（OpenSearch），灌好后切换，期间搜索照常",
  options: {},
  run: async ({ ctx }) => {
    const done = await fillEngine(ctx, needEngine(), (count) => {
      if (count % TOLD_EVERY === 0) say(`${count}`);
    });
    say(`已灌入 filled: ${done}`);
    return 0;
  },
};

export const engineVerifyCommand: Command = {
  usage: "engine verify                 核对外部搜索引擎与索引，有差异或有被拒的条目时退出码为 1",
  options: {},
  run: async ({ db }) => {
    const client = needEngine();
    const backlog = await getBacklog(db);
    if (!backlog) throw new AppError("CONFLICT", "worker 还没有跟随引擎 no worker follows yet");
    const { compared, differences } = await verifyEngine(db, client);
    for (const { resourceId, what } of differences.slice(0, SHOWN)) say(`${resourceId}\t${what}`);
    if (backlog.problem !== null) say(`被拒 refused: ${backlog.refused}\t${backlog.problem}`);
    say(
      `核对 compared: ${compared}，差异 differences: ${differences.length}，待送 waiting: ${backlog.waiting}`,
    );
    return differences.length === 0 && backlog.refused === 0 ? 0 : 1;
  },
};
