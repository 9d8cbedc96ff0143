import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk } from "#db/testing/desk.ts";
import { record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import type { Ctx } from "#modules/access/context.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { closeImport, importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget } from "#modules/resources/commands/prepare.ts";
import { listBatches } from "#modules/resources/queries/imports.ts";
import { sweepImports } from "#worker/chores.ts";

const QUIET_MINUTES = 15;
const base = testDatabase();
const ctx: Ctx = { actor: { kind: "operator", name: "test" }, db: base.db };
let target: ImportTarget;

beforeAll(async () => {
  target = targetOf(await openDesk(base));
});
afterAll(() => base.close());

const linesFrom = (first: number) => [
  { line: first, value: record() },
  { line: first + 1, value: record() },
];

/** As a killed process leaves it, `minutes` ago. */
async function leaveOpen(inputDigest: Buffer, minutes: number): Promise<number> {
  const batch = await openImport(ctx, target, "killed.jsonl", { inputDigest, format: "jsonl" });
  await importChunk(ctx, batch, target, linesFrom(1));
  await base.owner`update import_batch set last_at = now() - ${minutes} * interval '1 minute' where id = ${batch}`;
  return batch;
}

const stateOf = async (id: number) => (await listBatches(base.db, { id, limit: 1 }))[0];
const sweep = () => sweepImports(base.db, QUIET_MINUTES);

const changedAt = async (tag: string): Promise<number> => {
  const [row] = await base.owner`
    select extract(epoch from changed_at) as at from cache_tag where tag = ${tag}`;
  return Number(row?.["at"] ?? 0);
};

test("a batch that was killed is closed as interrupted, once, and readers are told", async () => {
  const batch = await leaveOpen(randomBytes(32), QUIET_MINUTES + 1);
  const tag = tags.column(target.columnId);
  const before = await changedAt(tag);
  expect(await stateOf(batch)).toMatchObject({ state: "running" });
  expect(await sweep()).toContain(batch);
  expect(await stateOf(batch)).toMatchObject({ state: "interrupted", imported: 2 });
  expect(await changedAt(tag)).toBeGreaterThan(before);
  expect(await sweep()).not.toContain(batch);
  const audited = await base.owner`
    select action, actor_id, site_id::int from audit_entry
    where subject_kind = 'import' and subject_id = ${String(batch)} order by at`;
  expect(audited.map((row) => [row["action"], row["actor_id"], row["site_id"]])).toEqual([
    ["resource.import", "operator:test", target.siteId],
    ["resource.import-interrupted", "system:imports", target.siteId],
  ]);
});

test("the same command goes on with it, and it is running again, then finished", async () => {
  const inputDigest = randomBytes(32);
  const batch = await leaveOpen(inputDigest, QUIET_MINUTES + 1);
  await sweep();
  expect(await openImport(ctx, target, "killed.jsonl", { inputDigest })).toBe(batch);
  expect(await stateOf(batch)).toMatchObject({ state: "running" });
  expect(await sweep()).not.toContain(batch);
  await importChunk(ctx, batch, target, linesFrom(3));
  await closeImport(ctx, batch);
  expect(await stateOf(batch)).toMatchObject({ state: "finished", imported: 4, merged: 0 });
});

test("one that writes is left alone, and one that was only slow is running with its next receipts", async () => {
  const writing = await leaveOpen(randomBytes(32), QUIET_MINUTES - 1);
  const slow = await leaveOpen(randomBytes(32), QUIET_MINUTES + 1);
  const closed = await sweep();
  expect([closed.includes(writing), closed.includes(slow)]).toEqual([false, true]);
  await importChunk(ctx, slow, target, linesFrom(3));
  expect(await stateOf(slow)).toMatchObject({ state: "running", imported: 4 });
});

test("one that was stopped with Ctrl-C stands as interrupted at once", async () => {
  const batch = await leaveOpen(randomBytes(32), 0);
  await closeImport(ctx, batch, { isFinished: false });
  expect(await stateOf(batch)).toMatchObject({ state: "interrupted" });
  expect(await sweep()).not.toContain(batch);
});
