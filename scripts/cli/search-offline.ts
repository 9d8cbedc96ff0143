import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { wordsOf } from "#lib/i18n/words.ts";
import {
  offlineEntries,
  offlineListPage,
  offlineSearchPage,
} from "#modules/search/offline/domain.ts";
import { listOfflineEntries } from "#modules/search/offline/queries/entries.ts";
import { listSites } from "#modules/sites/queries/registry.ts";
import { offlineScript } from "#themes/stylesheets.ts";
import { findSiteByCode } from "./sites.ts";
import type { Command } from "./usage.ts";
import { need, optional } from "./usage.ts";

/** The one file of FlexSearch that a page without a server can load. */
const flexSearch = (): string => createRequire(import.meta.url).resolve("flexsearch");

export const searchOfflineCommand: Command = {
  usage:
    "search offline                关停或改版前：把一个网站的离线搜索写成网页，--site CODE --out 文件夹 [--base 网址前缀]",
  options: { site: { type: "string" }, out: { type: "string" }, base: { type: "string" } },
  run: async (platform, given) => {
    const { id, name } = await findSiteByCode(platform, need(given, "site"));
    const out = need(given, "out");
    const own = (await listSites(platform.db)).find((one) => one.id === id);
    const base = optional(given, "base") ?? platform.addressOf(own?.host ?? "", "");
    const site = { name, base, capturedAt: new Date() };
    const entries = await listOfflineEntries(platform.db, id);
    const say = wordsOf("zh-CN");
    mkdirSync(out, { recursive: true });
    const write = (file: string, text: string) => writeFileSync(join(out, file), text);
    write("index.html", offlineSearchPage(site, entries.length, say));
    write("all.html", offlineListPage(site, entries, say));
    write("entries.js", offlineEntries(site, entries));
    write("search.js", offlineScript());
    copyFileSync(flexSearch(), join(out, "flexsearch.js"));
    process.stdout.write(`已写出 written: ${entries.length} → ${join(out, "index.html")}\n`);
    return 0;
  },
};
