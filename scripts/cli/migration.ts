import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod";
import { readAddresses } from "#lib/formats/addresses.ts";
import { decodeText } from "#lib/formats/charset.ts";
import { oldPath } from "#modules/resources/commands/mapping.ts";
import { listAddresses } from "#modules/resources/commands/old-addresses.ts";
import type { Fate } from "#modules/resources/domain.ts";
import { judgeAddresses } from "#modules/resources/queries/old-addresses.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command } from "./usage.ts";
import { need, optional, readJson, UsageError } from "./usage.ts";

const AT_ONCE = 500;

type Line = { url: string; fate: Fate; address: string | null; reason: string | null };

/** `{ "http://old/a.html": "机构已撤销" }`, or a pattern ending in `*`. */
const goneFile = z.record(z.string().min(1), z.string().trim().min(2));

function readGone(path: string | null): [string, string][] {
  if (!path) return [];
  const parsed = goneFile.safeParse(readJson("gone", path));
  if (!parsed.success)
    throw new UsageError(`--gone ${path}: 要 {"网址": "原因"} must be {"address": "reason"}`);
  return Object.entries(parsed.data);
}

const goneReason = (url: string, gone: readonly [string, string][]): string | null =>
  gone.find(([pattern]) =>
    pattern.endsWith("*") ? url.startsWith(pattern.slice(0, -1)) : url === pattern,
  )?.[1] ?? null;

function readList(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`没有这个文件 no such file: ${path}`);
  const found = readAddresses(decodeText(readFileSync(path)).text);
  if (found.length === 0) throw new UsageError(`${path} 里没有网址 holds no addresses`);
  return found;
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;

export const migrationCommand: Command = {
  usage:
    "migration --site CODE --urls 网址清单或 sitemap.xml [--gone G.json] [--report R.json]   旧网址逐条：迁到哪里、已归档、有意不迁、缺",
  options: {
    site: { type: "string" },
    urls: { type: "string" },
    gone: { type: "string" },
    report: { type: "string" },
  },
  run: async (platform, given) => {
    const site = await findSiteByCode(platform, need(given, "site"));
    const host = (await listSites(platform.db)).find(({ id }) => id === site.id)?.host ?? "";
    const urls = readList(need(given, "urls"));
    const gone = readGone(optional(given, "gone"));
    const listed = urls.map((url) => ({
      url,
      path: pathOf(url),
      reason: goneReason(url, gone),
    }));
    await listAddresses(platform.ctx, site.id, listed, basename(need(given, "urls")));
    const lines: Line[] = [];
    for (let from = 0; from < listed.length; from += AT_ONCE) {
      const some = await judgeAddresses(platform.db, site.id, listed.slice(from, from + AT_ONCE));
      for (const { url, fate, target, reason } of some)
        lines.push({
          url,
          fate,
          address: target ? platform.addressOf(host, target) : null,
          reason: fate === "gone" ? reason : null,
        });
    }
    return report(site.code, lines, optional(given, "report"));
  },
};

function pathOf(url: string): string | null {
  if (!URL.canParse(url, "http://old.invalid")) return null;
  const { href, search, pathname } = new URL(url, "http://old.invalid");
  if (pathname === "/" && search === "") return "/";
  return oldPath(href);
}

function report(code: string, lines: readonly Line[], path: string | null): number {
  const counts: Record<Fate, number> = { moved: 0, archived: 0, gone: 0, missing: 0 };
  for (const { fate } of lines) counts[fate] += 1;
  const total = lines.length;
  const coverage = (total - counts.missing) / total;
  if (path)
    writeFileSync(
      path,
      `${JSON.stringify({ site: code, total, ...counts, coverage, lines }, null, 2)}\n`,
    );
  else
    for (const { url, fate, address, reason } of lines)
      process.stdout.write(`${[fate, url, address ?? reason ?? ""].join("\t")}\n`);
  process.stdout.write(
    `${code}：旧网址 ${total} 个，迁入 moved ${counts.moved}，归档 archived ${counts.archived}，不迁 gone ${counts.gone}，缺 missing ${counts.missing}，有着落 covered ${percent(total - counts.missing, total)}\n`,
  );
  for (const { url } of lines.filter(({ fate }) => fate === "missing").slice(0, 20))
    process.stderr.write(`缺 missing ${url}\n`);
  return counts.missing > 0 ? 1 : 0;
}
