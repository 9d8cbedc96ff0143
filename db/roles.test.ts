import { afterAll, beforeAll, expect, test } from "vitest";
import type { Raw } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";

const base = testDatabase();
const { sql: citizen } = connect({
  role: "zs_public",
  max: 1,
  name: "test-public",
  url: env.DATABASE_URL ?? "",
});
let tables: string[] = [];

beforeAll(async () => {
  const rows = await base.owner<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`;
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await citizen.end();
  await base.close();
});

const refusal = (sql: Raw, text: string) =>
  sql.unsafe(text).then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const INSUFFICIENT_PRIVILEGE = "42501";

test("a citizen's process reads no table at all", async () => {
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables)
    expect([table, await refusal(citizen, `select 1 from ${table} limit 1`)]).toEqual([
      table,
      INSUFFICIENT_PRIVILEGE,
    ]);
});

test("a citizen's process writes to no view", async () => {
  for (const text of [
    "delete from public_placement",
    "update public_site set name = 'x'",
    "insert into public_redirect values (1, '/', null, '/')",
  ])
    expect(await refusal(citizen, text)).not.toBe("done");
});

test("audit rows and reviews are final, for the application and for the owner", async () => {
  await base.owner`insert into audit_entry (at, actor_kind, actor_id, action, subject_kind, subject_id, details, signature) values (now(), 'system', 'test', 'x', 'test', '1', '{}', '\\x00')`;
  expect(
    await refusal(base.sql, "update audit_entry set action = 'y' where subject_kind = 'test'"),
  ).toBe(INSUFFICIENT_PRIVILEGE);
  expect(await refusal(base.sql, "delete from audit_entry where subject_kind = 'test'")).toBe(
    INSUFFICIENT_PRIVILEGE,
  );
  expect(await refusal(base.owner, "delete from audit_entry where subject_kind = 'test'")).toBe(
    "23001",
  );
});
