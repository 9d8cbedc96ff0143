/** What an operator asked of an import, read and checked before anything is done. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Format } from "#lib/formats/detect.ts";
import { detectFormat, FORMATS } from "#lib/formats/detect.ts";
import type { ImportTarget } from "#modules/resources/commands/prepare.ts";
import type { Defaults } from "./import-input.ts";
import { findColumn, readMap } from "./import-map.ts";
import type { Platform } from "./platform.ts";
import { findSiteByCode } from "./sites.ts";
import type { Given } from "./usage.ts";
import { need, optional, UsageError } from "./usage.ts";

export type Job = {
  path: string;
  /** Folder or zip of the files that an export's records point to; of pages their own. */
  filesPath: string | null;
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
  const isArchived = given.values["archived"] === true;
  if (isArchived && as !== "published")
    throw new UsageError("--archived 要和 --as published 一起用 --archived needs --as published");
  const map = optional(given, "map");
  const hosts = optional(given, "old-hosts");
  return {
    ...place,
    siteId: site.id,
    as,
    isDryRun: given.values["dry-run"] === true,
    ...(isArchived ? { isArchived } : {}),
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

/** Saved pages have their files beside them; an export says where its files are. */
function readFilesPath(given: Given, path: string, format: Format): string | null {
  const said = optional(given, "files");
  if (format === "pages" && said !== null)
    throw new UsageError(
      "--files 不用于网页目录，它的文件就在旁边 a folder of pages has its files beside it",
    );
  if (said !== null && !existsSync(said))
    throw new UsageError(`--files 没有这个目录或文件 no such folder or file: ${said}`);
  return format === "pages" ? path : said;
}

/** @throws {UsageError} */
export async function readJob(platform: Platform, given: Given): Promise<Job> {
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
  const filesPath = readFilesPath(given, path, format);
  return { path, filesPath, format, site, target, defaults, limit: readLimit(given) };
}
