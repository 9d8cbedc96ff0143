import type * as z from "zod";
import type { Result } from "#lib/errors.ts";
import { archiveResource, unarchiveResource } from "#modules/resources/commands/archive.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { findResourceId } from "#modules/resources/queries/imports.ts";
import { archiveInput, withdrawInput } from "#modules/resources/schema.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import type { Platform } from "./platform.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command, Given } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

/** The resource by our number, or by its id in the file it was imported from. */
async function findResource(platform: Platform, given: Given): Promise<number> {
  const [word] = given.words;
  if (!word) throw new UsageError("缺少编号 the id is missing");
  const id = await findResourceId(platform.db, word);
  if (id === null) throw new UsageError(`没有这条内容 no such resource: ${word}`);
  return id;
}

type Done = Result<{ places: readonly { siteId: number; path: string }[] }, string>;

/** The addresses that changed, or all that was in the way. */
async function tell(platform: Platform, done: Done, notDone: string): Promise<number> {
  if (!done.ok) {
    process.stderr.write(`${notDone}: ${done.problems.join(", ")}\n`);
    return 1;
  }
  const hosts = new Map((await listSites(platform.db)).map(({ id, host }) => [id, host]));
  for (const { siteId, path } of done.value.places)
    process.stdout.write(`${platform.addressOf(hosts.get(siteId) ?? "", path)}\n`);
  return 0;
}

/** What is asked with a reason, in the schema's words where it does not fit. */
function readInput<Input>(schema: z.ZodType<Input>, value: object): Input {
  const input = schema.safeParse(value);
  if (!input.success) throw new UsageError(`--reason: ${input.error.issues[0]?.message ?? "?"}`);
  return input.data;
}

export const publishCommand: Command = {
  usage: "publish ID                    发布（编号或导入文件里的 id），列出地址",
  options: {},
  run: async (platform, given) => {
    const resourceId = await findResource(platform, given);
    const published = await publishResource(platform.ctx, { resourceId });
    return await tell(platform, published, "没有发布 not published");
  },
};

export const withdrawCommand: Command = {
  usage: "withdraw ID --reason 原因 [--site CODE]   从所有网站（或一个网站）撤下",
  options: { reason: { type: "string" }, site: { type: "string" } },
  run: async (platform, given) => {
    const resourceId = await findResource(platform, given);
    const siteCode = optional(given, "site");
    const siteId = siteCode ? (await findSiteByCode(platform, siteCode)).id : undefined;
    const reason = need(given, "reason");
    const input = readInput(withdrawInput, { resourceId, reason, siteId });
    return await tell(
      platform,
      await withdrawResource(platform.ctx, input),
      "没有撤下 not withdrawn",
    );
  },
};

async function archive(
  platform: Platform,
  given: Given,
  act: typeof archiveResource,
): Promise<number> {
  const resourceId = await findResource(platform, given);
  const input = readInput(archiveInput, { resourceId, reason: need(given, "reason") });
  return await tell(platform, await act(platform.ctx, input), "没有改变 nothing changed");
}

export const archiveCommand: Command = {
  usage: "archive ID --reason 原因          归档：页面照常可看，注明已归档和归档时间，不再更新",
  options: { reason: { type: "string" } },
  run: (platform, given) => archive(platform, given, archiveResource),
};

export const unarchiveCommand: Command = {
  usage: "unarchive ID --reason 原因        取消归档，恢复更新",
  options: { reason: { type: "string" } },
  run: (platform, given) => archive(platform, given, unarchiveResource),
};
