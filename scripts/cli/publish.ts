import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { findResourceId } from "#modules/resources/queries/imports.ts";
import { withdrawInput } from "#modules/resources/schema.ts";
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

async function printPlaces(
  platform: Platform,
  places: readonly { siteId: number; path: string }[],
): Promise<void> {
  const hosts = new Map((await listSites(platform.db)).map(({ id, host }) => [id, host]));
  for (const { siteId, path } of places)
    process.stdout.write(`${platform.addressOf(hosts.get(siteId) ?? "", path)}\n`);
}

export const publishCommand: Command = {
  usage: "publish ID                    发布（编号或导入文件里的 id），列出地址",
  options: {},
  run: async (platform, given) => {
    const resourceId = await findResource(platform, given);
    const published = await publishResource(platform.ctx, { resourceId });
    if (published.ok) {
      await printPlaces(platform, published.value.places);
      return 0;
    }
    process.stderr.write(`没有发布 not published: ${published.problems.join(", ")}\n`);
    return 1;
  },
};

export const withdrawCommand: Command = {
  usage: "withdraw ID --reason 原因 [--site CODE]   从所有网站（或一个网站）撤下",
  options: { reason: { type: "string" }, site: { type: "string" } },
  run: async (platform, given) => {
    const resourceId = await findResource(platform, given);
    const siteCode = optional(given, "site");
    const siteId = siteCode ? (await findSiteByCode(platform, siteCode)).id : undefined;
    const input = withdrawInput.safeParse({ resourceId, reason: need(given, "reason"), siteId });
    if (!input.success) throw new UsageError(`--reason: ${input.error.issues[0]?.message ?? "?"}`);
    const withdrawn = await withdrawResource(platform.ctx, input.data);
    if (withdrawn.ok) {
      await printPlaces(platform, withdrawn.value.places);
      return 0;
    }
    process.stderr.write(`没有撤下 not withdrawn: ${withdrawn.problems.join(", ")}\n`);
    return 1;
  },
};
