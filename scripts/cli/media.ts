import { wantAllTexts } from "#modules/media/texts/commands/want.ts";
import { countTexts, listTextFailures } from "#modules/media/texts/queries.ts";
import type { Command } from "./usage.ts";

const SHOWN = 50;
const say = (line: string) => void process.stdout.write(`${line}\n`);

export const mediaExtractCommand: Command = {
  usage:
    "media extract [--again]       让 worker 读出已公开附件的文字供搜索；--again 连同读不出的再试",
  options: { again: { type: "boolean" } },
  run: async ({ ctx }, { values }) => {
    say(`已排队 queued: ${await wantAllTexts(ctx, { again: values["again"] === true })}`);
    return 0;
  },
};

export const mediaTextsCommand: Command = {
  usage: "media texts                   附件文字的读取情况，和读不出的附件及原因",
  options: {},
  run: async ({ db }) => {
    const { waiting, done, nothing, failed } = await countTexts(db);
    say(
      `等待 waiting: ${waiting}，已读 done: ${done}，无文字 nothing: ${nothing}，读不出 failed: ${failed}`,
    );
    for (const { sha256, name, reason, detail, attempts, isWaiting } of await listTextFailures(
      db,
      SHOWN,
    ))
      say(
        [sha256, name, reason, isWaiting ? "再试 again" : "放弃 given up", attempts, detail].join(
          "\t",
        ),
      );
    return 0;
  },
};
