import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Field } from "#db/copy.ts";
import { copyRows, takeIds } from "#db/copy.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { inTransaction } from "#db/tx.ts";

const base = testDatabase();
const table = fresh("copied");
beforeAll(async () => {
  await base.owner.unsafe(`
    create table ${table} (id bigint primary key generated always as identity, words text, body jsonb, hash bytea,
      is_told boolean, at timestamptz);
    grant insert, select on ${table} to zs_app; grant usage on sequence ${table}_id_seq to zs_app`);
});
afterAll(async () => {
  await base.owner.unsafe(`drop table ${table}`);
  await base.close();
});

const copy = (columns: readonly string[], rows: readonly (readonly Field[])[]) =>
  inTransaction(base.db, (tx) => copyRows(tx, table, columns, rows));
const listWords = async () =>
  (await base.owner.unsafe(`select words from ${table} order by id`)).map(({ words }) => words);

test("every character comes back as it was given", async () => {
  const words = [
    "",
    "\\N",
    "\\",
    "a\\nb",
    "一\n二\r\n三\t四",
    "\\.",
    '"{x}"',
    "𠮷".repeat(40_000),
    null,
  ];
  const [before] = await base.owner.unsafe(`select count(*)::int as n from ${table}`);
  await copy(
    ["words"],
    words.map((word) => [word]),
  );
  expect((await listWords()).slice(before?.["n"])).toEqual(words);
});

test("numbers, truth, moments, bytes and JSON are what PostgreSQL reads in text", async () => {
  const rows = await inTransaction(base.db, async (tx) => {
    const [id = 0] = await takeIds(tx, table, 1);
    const body = { text: '引"号\n\\', n: [1, null] };
    await copyRows(
      tx,
      table,
      ["id", "body", "hash", "is_told", "at"],
      [[id, JSON.stringify(body), "\\x00ff5c", true, "2026-01-05T00:00:00.000Z"]],
    );
    const [row] = await tx.execute(sql`
      select id = ${id}::bigint as is_given, body = ${JSON.stringify(body)}::jsonb as is_same, encode(hash, 'hex') as hash, is_told,
        at = '2026-01-05T08:00:00+08' as is_then from ${sql.identifier(table)} where id = ${id}`);
    return row;
  });
  expect(rows).toEqual({
    is_given: true,
    is_same: true,
    hash: "00ff5c",
    is_told: true,
    is_then: true,
  });
});

test("what PostgreSQL refuses undoes the act, and the connection serves the next one", async () => {
  const before = await listWords();
  const many = Array.from({ length: 5_000 }, (_, at): Field[] => [`行 ${at}`.repeat(20), "true"]);
  for (const rows of [
    [["首", "neither"], ...many],
    [...many, ["末", "neither"]],
  ])
    await expect(copy(["words", "is_told"], rows)).rejects.toMatchObject({ code: "22P02" });
  await expect(copy(["words", "nothing"], [["一", "二"]])).rejects.toMatchObject({ code: "42703" });
  const twice = copy(
    ["id", "words"],
    [
      [-1, "一"],
      [-1, "二"],
    ],
  );
  await expect(twice).rejects.toMatchObject({ code: "23505" });
  expect(await listWords()).toEqual(before);
  await copy(["words"], [["还在"]]);
  expect((await listWords()).at(-1)).toBe("还在");
});

test("a row that cannot be made undoes the act, and the connection serves the next one", async () => {
  const before = await listWords();
  function* rows(): Generator<Field[]> {
    for (let at = 0; at < 3_000; at += 1) yield [`行 ${at}`.repeat(20)];
    throw new Error("no row");
  }
  const copying = inTransaction(base.db, (tx) => copyRows(tx, table, ["words"], rows()));
  await expect(copying).rejects.toThrow("no row");
  expect(await listWords()).toEqual(before);
  await copy(["words"], [["还在"]]);
  expect((await listWords()).at(-1)).toBe("还在");
});
