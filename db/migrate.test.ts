import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";

const base = testDatabase();
afterAll(() => base.close());

async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = fresh("zs_");
  await base.owner.unsafe(`create database ${name}`);
  const url = new URL(env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => void (await base.owner.unsafe(`drop database ${name} with (force)`)),
  };
}

const sqlOf = (name: string) =>
  readFileSync(join(import.meta.dirname, `migrations/${name}.sql`), "utf8");

test("an empty database is brought up once, however many start at once, and a second run does nothing", async () => {
  const { url, drop } = await emptyDatabase();
  const ran = await Promise.all([migrate(url), migrate(url)]);
  expect(ran.map((names) => names.length).sort()).toEqual([0, ran.flat().length]);
  expect(await migrate(url)).toEqual([]);
  await drop();
});

test("a database that the previous version filled keeps its rows", async () => {
  const { url, drop } = await emptyDatabase();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table schema_migration (position integer generated always as identity primary key, name text not null unique, digest text not null, applied_at timestamptz not null default now())`;
  for (const name of ["0000_core", "0001_guards", "0002_freshness"]) {
    for (const statement of sqlOf(name).split("--> statement-breakpoint"))
      await sql.unsafe(statement);
    await sql`insert into schema_migration (name, digest) values (${name}, ${createHash("sha256").update(sqlOf(name)).digest("hex")})`;
  }
  await sql`insert into organisation (name, region_code) values ('试验县人民政府', '990121')`;
  await sql`insert into site (code, name, short_name, level, organisation_id, region_code, id_code, sponsor, phone, address, theme, home)
    values ('old', '试验县人民政府', '试验', 'county', 1, '990121', '9901210001', '试验县人民政府', '12345', '试验路', 'zhongzhou-red', '{}')`;
  await sql`insert into resource (type, origin_site_id, created_by) values ('article', 1, 'test')`;
  await sql`insert into edition (resource_id, number, state, title, body, metadata, content_hash, created_by) values (1, 1, 'draft', '旧稿', '{}', '{}', '\\x00', 'test')`;
  expect((await migrate(url)).length).toBeGreaterThan(0);
  const rows =
    await sql`select e.title, e.revision, s.code from edition e join resource r on r.id = e.resource_id join site s on s.id = r.origin_site_id`;
  expect([...rows]).toEqual([{ title: "旧稿", revision: 0, code: "old" }]);
  await sql.end();
  await drop();
});

test("a past that was changed, reordered or lost is refused", () => {
  const all = ["a", "b"].map((name) => ({ name, text: "", digest: `${name}1` }));
  const done = (name: string, digest = `${name}1`) => ({ name, digest });
  expect(pendingMigrations(all, [done("a")]).map(({ name }) => name)).toEqual(["b"]);
  expect(() => pendingMigrations(all, [done("a", "other")])).toThrow("changed after it ran");
  expect(() => pendingMigrations(all, [done("b")])).toThrow("is not number 0");
  expect(() => pendingMigrations(all, [done("a"), done("b"), done("c")])).toThrow(
    "is not number 2",
  );
});
