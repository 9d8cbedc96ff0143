import { randomBytes, randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { connect } from "#db/client.ts";
import type { Ctx } from "#modules/access/context.ts";
import { getColumnByPath } from "#modules/columns/queries.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget, Receipt } from "#modules/resources/commands/prepare.ts";
import { getLastLine, listBatches, listReceipts } from "#modules/resources/queries/imports.ts";
import { judgeAddresses } from "#modules/resources/queries/old-addresses.ts";
import { getPublicArticle, resolvePath } from "#modules/resources/queries/public.ts";
import { openSite, saveTemplate } from "#modules/sites/commands.ts";
import { siteInput, templateSchema } from "#modules/sites/schema.ts";

const { sql: pool, db } = connect({ role: "zs_app", max: 4, name: "test" });
const ctx: Ctx = { actor: { kind: "operator", name: "test" }, db };
const word = `t${randomBytes(4).toString("hex")}`;
const TEMPLATES = join(import.meta.dirname, "../../../scripts/demo/content/templates.json");

let target: ImportTarget;
let other: ImportTarget;

async function targetFor(siteId: number, path: string): Promise<ImportTarget> {
  const column = await getColumnByPath(db, siteId, path);
  if (!column) throw new Error(`no column ${path}`);
  return { siteId, columnId: column.id, columnPath: path, as: "published", isDryRun: false };
}

beforeAll(async () => {
  installReactions(REACTIONS, pool);
  const templates = z.array(templateSchema).parse(JSON.parse(readFileSync(TEMPLATES, "utf8")));
  for (const template of templates) await saveTemplate(ctx, template);
  const opened = await openSite(
    ctx,
    siteInput.parse({
      code: word,
      name: "导入试验站",
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
  target = await targetFor(Number(site?.id), "zwdt/tzgg");
  other = await targetFor(Number(site?.id), "zcwj/gfxwj");
});
afterAll(() => pool.end());

let counter = 0;
const record = (more: Record<string, unknown> = {}) => {
  counter += 1;
  return {
    id: `${word}-${counter}`,
    type: "news",
    title: `第${counter}条`,
    org: "试验县人民政府",
    date: "2019-03-04",
    body_html: "<p>正文。</p>",
    ...more,
  };
};
const lines = (...values: unknown[]) => values.map((value, index) => ({ line: index + 1, value }));

async function bring(where: ImportTarget, ...values: unknown[]): Promise<Receipt[]> {
  const batch = await openImport(ctx, where, "test.jsonl");
  const receipts = await importChunk(ctx, batch, where, lines(...values));
  await closeImport(ctx, batch);
  return receipts;
}

const count = async (query: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await db.execute<{ n: string }>(query);
  return Number(row?.n);
};

describe("a batch", () => {
  test("gives every record a receipt, and the report and the base say the same", async () => {
    const batch = await openImport(ctx, target, "test.jsonl");
    const one = record();
    const receipts = await importChunk(
      ctx,
      batch,
      target,
      lines(one, { ...one, title: "again" }, record({ title: "" }), record({ body_html: "" })),
    );
    expect(receipts.map(({ status, reason }) => [status, reason])).toEqual([
      ["imported", null],
      ["merged", "same id earlier in this file"],
      ["refused", expect.stringContaining("title")],
      ["refused", "body: no text"],
    ]);
    const kept = await listReceipts(db, { batchId: batch, afterLine: 0, limit: 10 });
    expect(kept.map(({ status, reason }) => [status, reason])).toEqual(
      receipts.map(({ status, reason }) => [status, reason]),
    );
    await closeImport(ctx, batch);
    const [row] = await listBatches(db, { siteId: target.siteId, limit: 1 });
    expect(row).toMatchObject({ id: batch, imported: 1, merged: 1, refused: 2 });
  });

  test("writes one audit row, whatever its length", async () => {
    const batch = await openImport(ctx, target, "test.jsonl");
    for (const at of [1, 2, 3])
      await importChunk(ctx, batch, target, [{ line: at, value: record() }]);
    await closeImport(ctx, batch);
    expect(
      await count(sql`select count(*) as n from audit_entry
        where subject_kind = 'import' and subject_id = ${String(batch)}`),
    ).toBe(1);
  });

  test("tells readers once, at its end, of every list that shows something new", async () => {
    const stamp = async () => {
      const rows = await db.execute<{ at: string }>(
        sql`select changed_at::text as at from cache_tag where tag = ${`column:${target.columnId}`}`,
      );
      return rows[0]?.at ?? null;
    };
    const before = await stamp();
    const batch = await openImport(ctx, target, "test.jsonl");
    await importChunk(ctx, batch, target, lines(record(), record()));
    expect(await stamp()).toBe(before);
    await closeImport(ctx, batch, { isFinished: false });
    const told = await stamp();
    expect(told).not.toBe(before);
    await closeImport(ctx, batch);
    expect(await stamp()).not.toBe(told);
  });

  test("run a second time changes nothing", async () => {
    const values = [record(), record()];
    const [first] = await bring(target, ...values);
    const state = () =>
      count(sql`select count(*) + coalesce(max(e.id), 0) as n from edition e
        join resource r on r.id = e.resource_id where r.external_id like ${`${word}-%`}`);
    const before = await state();
    const again = await bring(target, ...values);
    expect(again.map(({ status, reason }) => [status, reason])).toEqual([
      ["merged", "unchanged"],
      ["merged", "unchanged"],
    ]);
    expect(again[0]?.path).toBe(first?.path);
    expect(await state()).toBe(before);
  });

  test("interrupted, is the same batch for the same input and goes on after its last receipt", async () => {
    const digest = randomBytes(32);
    const batch = await openImport(ctx, target, "big.jsonl", { inputDigest: digest });
    const values = [record(), record(), record()];
    await importChunk(ctx, batch, target, lines(values[0], values[1]));
    // Killed here.
    expect(await openImport(ctx, target, "big.jsonl", { inputDigest: randomBytes(32) })).not.toBe(
      batch,
    );
    expect(await openImport(ctx, target, "big.jsonl", { inputDigest: digest })).toBe(batch);
    expect(await getLastLine(db, batch)).toBe(2);
    const rest = await importChunk(ctx, batch, target, lines(...values).slice(1));
    expect(rest.map(({ line, status }) => [line, status])).toEqual([[3, "imported"]]);
    await closeImport(ctx, batch);
    expect(await openImport(ctx, target, "big.jsonl", { inputDigest: digest })).not.toBe(batch);
  });

  test("meets another with the same records: each is made once", async () => {
    const values = Array.from({ length: 20 }, () => record());
    const [one = [], two = []] = await Promise.all([
      bring(target, ...values),
      bring(other, ...values),
    ]);
    const made = [...one, ...two].filter(({ status }) => status === "imported");
    expect(made).toHaveLength(20);
    expect([...one, ...two].filter(({ status }) => status === "merged")).toHaveLength(20);
  });

  test("in a dry run says what it would do and does nothing", async () => {
    const dry = { ...target, isDryRun: true };
    const before = await count(sql`select count(*) as n from resource`);
    const receipts = await importChunk(ctx, 0, dry, lines(record(), record({ org: null })));
    expect(receipts.map(({ status }) => status)).toEqual(["imported", "refused"]);
    expect(await count(sql`select count(*) as n from resource`)).toBe(before);
  });

  test("is refused to whoever may not write in one of its columns", async () => {
    const nobody: Ctx = {
      db,
      actor: { kind: "staff", accountId: 0, name: "无权", grants: [] } as never,
    };
    await expect(openImport(nobody, target, "x")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a record", () => {
  test("keeps the time at which it was first published", async () => {
    const [receipt] = await bring(target, record({ date: "2008-08-08T20:08:00+08:00" }));
    const [row] = await db.execute<{ first: string; at: string }>(sql`
      select r.first_published_at::text as first, p.published_at::text as at
      from resource r join placement p on p.resource_id = r.id where r.id = ${receipt?.resourceId}`);
    expect(new Date(String(row?.first)).toISOString()).toBe("2008-08-08T12:08:00.000Z");
    expect(row?.at).toBe(row?.first);
    expect(receipt?.path).toContain("/200808/");
    await expect(
      db.execute(
        sql`update resource set first_published_at = now() where id = ${receipt?.resourceId}`,
      ),
    ).rejects.toThrow();
  });

  test("goes to the column and type that the map says", async () => {
    const rules = [
      { type: "report", place: other, resourceType: "policy" as const },
      { category: "地方性法规/*", place: other },
    ];
    const mapped = { ...target, rules };
    const [report, law, news] = await bring(
      mapped,
      record({ type: "report" }),
      record({ type: "law", category: "地方性法规/上海", meta: { status: "失效" } }),
      record(),
    );
    expect(report?.path).toMatch(/^\/zcwj\/gfxwj\//);
    expect(law?.path).toMatch(/^\/zcwj\/gfxwj\//);
    expect(news?.path).toMatch(/^\/zwdt\/tzgg\//);
    const rows = await db.execute<{ type: string; validity: string }>(sql`
      select type, validity from resource
      where id in (${report?.resourceId}, ${law?.resourceId}) order by id`);
    expect(rows.map(({ type, validity }) => [type, validity])).toEqual([
      ["policy", "current"],
      ["policy", "expired"],
    ]);
  });

  test("answers at the address it had in the old system", async () => {
    const url = `http://www.old.example.cn/art/2019/3/4/art_${word}.html`;
    const [receipt] = await bring(target, record({ url }), record({ url }));
    const path = new URL(url).pathname;
    const found = await resolvePath(db, target.siteId, path, path.slice(1));
    expect(found).toEqual({
      kind: "moved",
      target: receipt?.path,
      resourceId: receipt?.resourceId,
    });
    const asked = [path, "/nowhere.html"].map((one) => ({ url: one, path: one, reason: null }));
    expect(await judgeAddresses(db, target.siteId, asked)).toMatchObject([
      { url: path, fate: "moved", target: receipt?.path, reason: null },
      { url: "/nowhere.html", fate: "missing", target: null, reason: null },
    ]);
  });

  test("of an address on another host than those given has no redirect", async () => {
    const path = `/a/${word}-elsewhere.html`;
    const strict = { ...target, oldHosts: ["www.old.example.cn"] };
    await bring(strict, record({ url: `https://www.elsewhere.cn${path}` }));
    const asked = [{ url: path, path, reason: null }];
    expect(await judgeAddresses(db, target.siteId, asked)).toMatchObject([{ fate: "missing" }]);
  });

  test("that is no longer in force names what stands in its place", async () => {
    const place = { type: "law", category: "行政法规" };
    const newer = record({ ...place, meta: { status: "有效" } });
    const meta = { status: "废止", statusDate: "2024-05-01", replacedBy: newer.id };
    const receipts = await bring(other, newer, record({ ...place, meta }));
    const [row] = await db.execute<{ id: string }>(
      sql`select id from placement where resource_id = ${receipts[1]?.resourceId}`,
    );
    expect(await getPublicArticle(db, Number(row?.id))).toMatchObject({
      type: "policy",
      validity: "repealed",
      validityOn: "2024-05-01",
      replacement: { title: newer.title, path: receipts[0]?.path },
    });
  });
});
