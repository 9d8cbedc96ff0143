import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { emptyDatabase } from "#db/testing/fresh-database.ts";

const FOLDER = join(import.meta.dirname, "migrations");
const journal = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8")) as {
  entries: { tag: string }[];
};
const NAMES = journal.entries.map(({ tag }) => tag);
const sqlOf = (name: string) => readFileSync(join(FOLDER, `${name}.sql`), "utf8");
const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

const scratches: string[] = [];
afterAll(() => {
  for (const scratch of scratches) rmSync(scratch, { recursive: true, force: true });
});

test("an empty database is brought up once, however many start at once, and a second run does nothing", async () => {
  const { url, drop } = await emptyDatabase();
  const ran = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(ran.map((names) => names.length).sort()).toEqual([0, 0, NAMES.length]);
  expect(ran.flat()).toEqual(NAMES);
  expect(await migrate(url)).toEqual([]);
  await drop();
});

/** Brings a database to what an older version of this program left. */
async function bringTo(url: string, names: readonly string[]) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`create table schema_migration (position integer generated always as identity primary key, name text not null unique, digest text not null, applied_at timestamptz not null default now())`;
  for (const name of names) {
    for (const statement of sqlOf(name).split("--> statement-breakpoint"))
      await sql.unsafe(statement);
    await sql`insert into schema_migration (name, digest) values (${name}, ${digestOf(sqlOf(name))})`;
  }
  return sql;
}

/** One row of everything that the first version had. */
async function fill(sql: postgres.Sql): Promise<void> {
  await sql`insert into organisation (name, region_code) values ('试验县人民政府', '990121')`;
  await sql`insert into site (code, name, short_name, level, organisation_id, region_code, id_code, sponsor, phone, address, theme, home)
    values ('old', '试验县人民政府', '试验', 'county', 1, '990121', '9901210001', '试验县人民政府', '12345', '试验路', 'zhongzhou-red', '{}')`;
  await sql`insert into site_column (site_id, path, name, description, keywords, column_type, resource_type, freshness_class)
    values (1, 'zwdt', '政务动态', '说明', '词', '政务动态', 'article', 'F14')`;
  await sql`insert into staff_account (login, display_name, password_hash) values ('old', '老用户', 'x')`;
  await sql`insert into resource (type, origin_site_id, created_by, first_published_at) values ('article', 1, 'test', '2008-08-08T12:08:00Z')`;
  await sql`insert into edition (resource_id, number, state, title, body, metadata, content_hash, created_by) values (1, 1, 'released', '旧稿', '{}', '{}', '\\x00', 'test')`;
  await sql`update resource set released_edition_id = 1 where id = 1`;
  await sql`insert into placement (resource_id, site_id, column_id, mode, state, path, title, published_at) values (1, 1, 1, 'original', 'live', '/zwdt/200808/1.html', '旧稿', '2008-08-08T12:08:00Z')`;
  await sql`insert into placement_column (placement_id, column_id, published_at) values (1, 1, '2008-08-08T12:08:00Z')`;
  await sql`insert into asset (sha256, media_type, extension, size_bytes) values ('\\x01', 'application/pdf', 'pdf', 3)`;
  await sql`insert into edition_asset (edition_id, asset_id, role, title) values (1, 1, 'attachment', '附件')`;
  await sql`insert into import_batch (site_id, column_id, file_name, started_by) values (1, 1, 'old.jsonl', 'test')`;
}

test.each(NAMES.slice(0, -1).map((_, at) => [NAMES[at] ?? "", at + 1] as const))(
  "a database that %s left, filled, is brought up and keeps its rows",
  async (_, count) => {
    const { url, drop } = await emptyDatabase();
    const sql = await bringTo(url, NAMES.slice(0, count));
    await fill(sql);
    expect(await migrate(url)).toEqual(NAMES.slice(count));
    const rows = await sql`
      select p.title, p.path, p.published_at, p.edition_id::int, e.title as words, a.title as file, s.code
      from public_placement p join public_edition e on e.id = p.edition_id
      join public_attachment a on a.edition_id = e.id join public_site s on s.id = p.site_id`;
    expect([...rows]).toEqual([
      {
        title: "旧稿",
        path: "/zwdt/200808/1.html",
        published_at: new Date("2008-08-08T12:08:00Z"),
        edition_id: 1,
        words: "旧稿",
        file: "附件",
        code: "old",
      },
    ]);
    await sql.end();
    await drop();
  },
);

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

/** The migrator with a folder of its own, which a test may spoil. */
function scratchMigrator() {
  const root = mkdtempSync(join(tmpdir(), "zs-migrate-"));
  scratches.push(root);
  const house = join(import.meta.dirname, "..");
  for (const folder of ["db", "lib"]) mkdirSync(join(root, folder));
  for (const file of ["package.json", "db/migrate.ts", "db/client.ts", "lib/env.ts"])
    cpSync(join(house, file), join(root, file));
  cpSync(FOLDER, join(root, "db/migrations"), { recursive: true });
  symlinkSync(join(house, "node_modules"), join(root, "node_modules"));
  const run = (url: string) => {
    const script = `import { migrate } from "#db/migrate.ts"; console.log((await migrate(${JSON.stringify(url)})).join());`;
    writeFileSync(join(root, "run.ts"), script);
    const ran = spawnSync(process.execPath, ["run.ts"], { cwd: root, encoding: "utf8" });
    return { code: ran.status, said: ran.stdout.trim(), complaint: ran.stderr };
  };
  return { folder: join(root, "db/migrations"), run };
}

const tablesOf = async (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql`select tablename from pg_tables where schemaname = 'public'`;
  await sql.end();
  return rows.map((row) => String(row["tablename"]));
};

test("a folder with a missing file or a stranger in it runs nothing", async () => {
  const { url, drop } = await emptyDatabase();
  const missing = scratchMigrator();
  rmSync(join(missing.folder, `${NAMES[1]}.sql`));
  expect(missing.run(url)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining("its journal differ: a file is missing"),
  });
  const stranger = scratchMigrator();
  writeFileSync(join(stranger.folder, "9999_stranger.sql"), "create table stranger ();");
  expect(stranger.run(url)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining("its journal differ: 9999_stranger.sql"),
  });
  expect((await tablesOf(url)).filter((name) => name !== "schema_migration")).toEqual([]);
  await drop();
});

test("a file that was edited after it ran is refused, and the database stays as it was", async () => {
  const { url, drop } = await emptyDatabase();
  await migrate(url);
  const before = await tablesOf(url);
  const edited = scratchMigrator();
  appendFileSync(join(edited.folder, `${NAMES[0]}.sql`), "\n-- a word more\n");
  expect(edited.run(url)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining(`migration ${NAMES[0]} was changed after it ran`),
  });
  expect(await tablesOf(url)).toEqual(before);
  await drop();
});

test("a migration that fails leaves nothing of itself, and those before it stay", async () => {
  const { url, drop } = await emptyDatabase();
  const failing = scratchMigrator();
  const last = NAMES.at(-1) ?? "";
  appendFileSync(
    join(failing.folder, `${last}.sql`),
    "--> statement-breakpoint\ncreate table half_done (); --> statement-breakpoint\nselect 1 / 0;",
  );
  expect(failing.run(url)).toMatchObject({ code: 1, complaint: expect.stringContaining("22012") });
  const tables = await tablesOf(url);
  expect(tables).toContain("edition");
  expect(tables).not.toContain("half_done");
  // The true file runs where the broken one did not.
  expect(await migrate(url)).toEqual([last]);
  await drop();
});
