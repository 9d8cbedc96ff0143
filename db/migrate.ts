import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "#db/client.ts";

const FOLDER = join(import.meta.dirname, "migrations");
/** Any number will do, as long as every version of this program uses the same. */
const LOCK = 7_310_251;

type Migration = { name: string; text: string; digest: string };

/** Migrations in order, exactly those that the journal lists. @throws when folder and journal differ */
function readMigrations(): Migration[] {
  const journal = JSON.parse(readFileSync(join(FOLDER, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  const names = journal.entries.map((entry) => entry.tag);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".sql"));
  const strangers = files.filter((file) => !names.includes(file.replace(/\.sql$/, "")));
  if (strangers.length > 0 || names.length !== files.length) {
    throw new Error(
      `db/migrations and its journal differ: ${strangers.join(", ") || "a file is missing"}`,
    );
  }
  return names.map((name) => {
    const text = readFileSync(join(FOLDER, `${name}.sql`), "utf8");
    return { name, text, digest: createHash("sha256").update(text).digest("hex") };
  });
}

/** What is still to run. A changed or reordered past is refused: drizzle's own migrator skips it silently. */
export function pendingMigrations(
  all: Migration[],
  applied: { name: string; digest: string }[],
): Migration[] {
  for (const [index, row] of applied.entries()) {
    const known = all[index];
    if (known?.name !== row.name)
      throw new Error(`migration ${row.name} ran here but is not number ${index}`);
    if (known.digest !== row.digest)
      throw new Error(`migration ${row.name} was changed after it ran`);
  }
  return all.slice(applied.length);
}

/**
 * Brings a database to this version, forward only, each file in a transaction of its own, under a
 * session lock so that two starts at once do it once. Returns the names that ran.
 */
export async function migrate(url?: string): Promise<string[]> {
  const { sql } = connect({
    role: "owner",
    max: 1,
    name: "migrate",
    statementMs: 0,
    ...(url ? { url } : {}),
  });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql`set lock_timeout = '5s'`;
    await sql`create table if not exists schema_migration (
      position integer generated always as identity primary key, name text not null unique,
      digest text not null, applied_at timestamptz not null default now())`;
    const applied = await sql<{ name: string; digest: string }[]>`
      select name, digest from schema_migration order by position`;
    const pending = pendingMigrations(readMigrations(), applied);
    for (const { name, text, digest } of pending) {
      await sql.begin(async (tx) => {
        for (const statement of text.split("--> statement-breakpoint")) await tx.unsafe(statement);
        await tx`insert into schema_migration (name, digest) values (${name}, ${digest})`;
      });
    }
    return pending.map(({ name }) => name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
