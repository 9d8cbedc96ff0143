import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { connect } from "#db/client.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { loadSetting } from "#modules/pages/loaders/frame.ts";
import { loadSitemap } from "#modules/pages/loaders/sitemap.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import { openSite, saveTemplate } from "#modules/sites/commands.ts";
import { siteInput, templateSchema } from "#modules/sites/schema.ts";

const { sql: pool, db } = connect({ role: "zs_app", max: 4, name: "test" });
const ctx: Ctx = { actor: { kind: "operator", name: "test" }, db };
const word = `t${randomBytes(4).toString("hex")}`;
const TEMPLATES = join(import.meta.dirname, "../../../scripts/demo/content/templates.json");
const ARTICLES = 7;

let setting: Setting;

beforeAll(async () => {
  installReactions(REACTIONS, pool);
  const templates = z.array(templateSchema).parse(JSON.parse(readFileSync(TEMPLATES, "utf8")));
  for (const template of templates) await saveTemplate(ctx, template);
  const opened = await openSite(
    ctx,
    siteInput.parse({
      code: word,
      name: "地图试验站",
      shortName: "试验站",
      level: "county",
      parent: null,
      regionCode: "990000",
      idCode: `99${String(randomInt(100_000_000)).padStart(8, "0")}`,
      sponsor: "试验县人民政府",
      undertaker: null,
      contact: { phone: "12345", address: "试验路 1 号", email: null },
      icp: null,
      police: null,
      hosts: [`${word}.example.cn`],
      emblem: "none",
      slogan: null,
      template: "portal",
    }),
  );
  if (!opened.ok) throw new Error(opened.problems.join());
  const [site] = await db.execute<{ id: string }>(sql`select id from site where code = ${word}`);
  const siteId = Number(site?.id);
  const column = await getColumnByPath(db, siteId, "zwdt/tzgg");
  if (!column) throw new Error("no column");
  for (const [as, count] of [["published", ARTICLES] as const, ["draft", 2] as const]) {
    const target = { siteId, columnId: column.id, columnPath: "zwdt/tzgg", as, isDryRun: false };
    const batch = await openImport(ctx, target, `test/${as}`);
    const lines = Array.from({ length: count }, (_, index) => ({
      line: index + 1,
      value: {
        id: `${word}-${as}-${index}`,
        type: "news",
        title: `${as} 第 ${index} 条通知`,
        source: "试验县人民政府",
        date: "2026-11-20T09:30:00+08:00",
        body_html: `<p>${as} 第 ${index} 条的正文。</p>`,
      },
    }));
    await importChunk(ctx, batch, target, lines);
    await closeImport(ctx, batch);
  }
  setting = await loadSetting(db, { siteId, locale: "zh-CN", variant: STANDARD });
});
afterAll(() => pool.end());

const locations = (body: string | undefined): string[] =>
  [...(body ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = ""]) => url);

test("a map that fits one file names the fixed pages and every published article, no draft", async () => {
  const urls = locations((await loadSitemap(db, setting, null))?.body);
  const articles = urls.filter((url) => /\/zwdt\/tzgg\/\d{6}\/\d+\.html$/.test(url));
  expect(articles).toHaveLength(ARTICLES);
  expect(urls).toContain(`https://${word}.example.cn/`);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls.every((url) => url.startsWith(`https://${word}.example.cn/`))).toBe(true);
  expect(await loadSitemap(db, setting, 1)).toBeNull();
});

test("a larger one is an index of parts that together hold each address once", async () => {
  const whole = locations((await loadSitemap(db, setting, null))?.body);
  const most = 10;
  const index = await loadSitemap(db, setting, null, most);
  const parts = Math.ceil(whole.length / most);
  expect(index?.body).toContain("<sitemapindex ");
  expect(locations(index?.body)).toEqual(
    Array.from({ length: parts }, (_, at) => `https://${word}.example.cn/sitemap-${at + 1}.xml`),
  );
  const files = await Promise.all(
    Array.from({ length: parts }, (_, at) => loadSitemap(db, setting, at + 1, most)),
  );
  for (const file of files) expect(locations(file?.body).length).toBeLessThanOrEqual(most);
  expect(files.flatMap((file) => locations(file?.body))).toEqual(whole);
  expect(await loadSitemap(db, setting, parts + 1, most)).toBeNull();
});

test("the map changes with every top column, whatever column below it an article enters", async () => {
  const tops = setting.columns.filter(({ parentId }) => parentId === null);
  const file = await loadSitemap(db, setting, null);
  expect(file?.tags).toEqual([`site:${setting.site.id}`, ...tops.map(({ id }) => `column:${id}`)]);
});
