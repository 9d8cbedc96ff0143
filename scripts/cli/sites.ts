import { setReviewSteps } from "#modules/columns/commands.ts";
import { listColumnPaths } from "#modules/columns/queries.ts";
import { reviewStepsInput } from "#modules/columns/schema.ts";
import { changeSiteState, openSite } from "#modules/sites/commands.ts";
import { getSiteByCode, getSiteFacts, listSites } from "#modules/sites/queries/registry.ts";
import { nameRegions } from "#modules/sites/regions/commands.ts";
import { regionNames } from "#modules/sites/regions/schema.ts";
import { siteInput, siteStateInput } from "#modules/sites/schema.ts";
import type { Platform } from "./platform.ts";
import type { Command, Given } from "./usage.ts";
import { need, optional, readJson, UsageError } from "./usage.ts";

/** @throws {UsageError} when there is no such site */
export async function findSiteByCode(
  platform: Platform,
  code: string,
): Promise<{ id: number; code: string; name: string }> {
  const site = await getSiteByCode(platform.db, code);
  if (!site)
    throw new UsageError(
      `没有这个网站 no such site: ${code}（npm run cli -- sites 可列出 lists them）`,
    );
  return site;
}

export const sitesCommand: Command = {
  usage: "sites                         列出网站：代码、级别、状态、地址、名称",
  options: {},
  run: async ({ db, addressOf }) => {
    for (const site of await listSites(db)) {
      process.stdout.write(
        `${[site.code, site.level, site.state, addressOf(site.host, "/"), site.name].join("\t")}\n`,
      );
    }
    return 0;
  },
};

export const columnsCommand: Command = {
  usage: "columns --site CODE           列出栏目路径，一行一个",
  options: { site: { type: "string" } },
  run: async (platform, given) => {
    const site = await findSiteByCode(platform, need(given, "site"));
    for (const path of await listColumnPaths(platform.db, site.id))
      process.stdout.write(`${path}\n`);
    return 0;
  },
};

export const columnStepsCommand: Command = {
  usage: "column steps --site C --column 栏目路径 --steps 1|2   栏目要几个人审核",
  options: { site: { type: "string" }, column: { type: "string" }, steps: { type: "string" } },
  run: async (platform, given) => {
    const site = await findSiteByCode(platform, need(given, "site"));
    const input = reviewStepsInput.safeParse({
      siteId: site.id,
      path: need(given, "column"),
      steps: Number(need(given, "steps")),
    });
    if (!input.success) throw new UsageError("--steps 是 1 或 2");
    await setReviewSteps(platform.ctx, input.data);
    return 0;
  },
};

const fieldWords = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => `--${path.map(String).join(".")}: ${message}`).join("\n");

/** What was not given is taken from the parent, or made fit to be filled in before the site goes online. */
async function describeSite(platform: Platform, given: Given): Promise<unknown> {
  const code = need(given, "code");
  const parentCode = optional(given, "parent");
  const parent = parentCode ? await getSiteFacts(platform.db, parentCode) : null;
  if (parentCode && !parent)
    throw new UsageError(`没有这个上级网站 no such parent site: ${parentCode}`);
  const name = optional(given, "name") ?? code;
  const regionCode = optional(given, "region") ?? parent?.regionCode ?? "990000";
  return {
    code,
    name,
    shortName: optional(given, "short-name") ?? name.slice(0, 20),
    level: optional(given, "level") ?? "department",
    parent: parentCode,
    regionCode,
    idCode:
      optional(given, "id-code") ??
      `${regionCode}${String(9000 + Math.floor(Math.random() * 1000))}`,
    sponsor: optional(given, "sponsor") ?? name,
    undertaker: null,
    contact: {
      phone: optional(given, "phone") ?? parent?.phone ?? "12345",
      address: optional(given, "address") ?? parent?.address ?? "待填写",
      email: null,
    },
    icp: optional(given, "icp"),
    police: optional(given, "police"),
    hosts: need(given, "host").split(","),
    theme: optional(given, "theme"),
    emblem: "none",
    slogan: null,
    template: need(given, "template"),
    locales: ["zh-CN"],
  };
}

const TEXT_OPTIONS = [
  "template",
  "code",
  "host",
  "name",
  "short-name",
  "level",
  "parent",
  "region",
  "id-code",
  "sponsor",
  "phone",
  "address",
  "icp",
  "police",
  "theme",
];

export const siteOpenCommand: Command = {
  usage:
    "site open --template T --code C --host H[,H2] [--name 名称] [--level L] [--parent C] [--region 区划] [--id-code 标识码] [--sponsor 主办] [--phone 电话] [--theme 主题] [--preparing]",
  options: {
    ...Object.fromEntries(TEXT_OPTIONS.map((name) => [name, { type: "string" as const }])),
    preparing: { type: "boolean" },
  },
  run: async (platform, given) => {
    const known = await getSiteByCode(platform.db, need(given, "code"));
    const input = siteInput.safeParse(await describeSite(platform, given));
    if (!input.success) throw new UsageError(fieldWords(input.error.issues));
    const opened = await openSite(platform.ctx, input.data);
    if (!opened.ok) {
      process.stderr.write(`网站没有开通 not opened: ${opened.problems.join(", ")}\n`);
      return 1;
    }
    if (!known && !given.values["preparing"])
      await changeSiteState(
        platform.ctx,
        siteStateInput.parse({ code: input.data.code, state: "online" }),
      );
    process.stdout.write(
      `${input.data.code}\t${platform.addressOf(input.data.hosts[0] ?? "", "/")}\n`,
    );
    return 0;
  },
};

export const regionsCommand: Command = {
  usage:
    'regions --file F.json         给行政区划命名：{"990100": "云州市", …}，搜索结果页按它列出地区',
  options: { file: { type: "string" } },
  run: async (platform, given) => {
    const file = need(given, "file");
    const names = regionNames.safeParse(readJson("file", file));
    if (!names.success) throw new UsageError(`${file}: 要 {"六位代码": "名称"}`);
    const { changed } = await nameRegions(platform.ctx, names.data);
    process.stdout.write(`${changed}\n`);
    return 0;
  },
};

export const siteStateCommand: Command = {
  usage:
    "site state --code C --state online|suspended|closed|moved [--notice 说明] [--successor URL] [--until 时间]",
  options: {
    code: { type: "string" },
    state: { type: "string" },
    notice: { type: "string" },
    successor: { type: "string" },
    until: { type: "string" },
  },
  run: async (platform, given) => {
    const code = need(given, "code");
    await findSiteByCode(platform, code);
    const input = siteStateInput.safeParse({
      code,
      state: need(given, "state"),
      notice: optional(given, "notice"),
      successor: optional(given, "successor"),
      until: optional(given, "until"),
    });
    if (!input.success) throw new UsageError(fieldWords(input.error.issues));
    const changed = await changeSiteState(platform.ctx, input.data);
    if (changed.ok) return 0;
    process.stderr.write(`状态没有改变 not changed: ${changed.problems.join(", ")}\n`);
    return 1;
  },
};
