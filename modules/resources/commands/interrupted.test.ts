import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { importChunk, openImport } from "#modules/resources/commands/import.ts";
import { endInterrupted } from "#modules/resources/commands/interrupted.ts";
import { listBatches } from "#modules/resources/queries/imports.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
});
afterAll(() => base.close());

async function leaveOpen(): Promise<number> {
  const target = targetOf(desk);
  const batch = await openImport(desk.operator, target, "left.jsonl");
  await importChunk(desk.operator, batch, target, [{ line: 1, value: record() }]);
  return batch;
}
const stateOf = async (id: number) => (await listBatches(base.db, { id, limit: 1 }))[0]?.state;

test("a batch that nobody will run again is ended as it is, once, with its audit row", async () => {
  const batch = await leaveOpen();
  expect(await stateOf(batch)).toBe("running");
  expect(await endInterrupted(desk.operator, batch)).toMatchObject({ ok: true });
  expect(await stateOf(batch)).toBe("finished");
  expect(await endInterrupted(desk.operator, batch)).toEqual({
    ok: false,
    problems: ["finished-already"],
  });
  const audited = await base.owner`
    select action, actor_id from audit_entry
    where subject_kind = 'import' and subject_id = ${String(batch)} order by at`;
  expect(audited.map((row) => [row["action"], row["actor_id"]])).toEqual([
    ["resource.import", "operator:test"],
    ["resource.import-ended", "operator:test"],
  ]);
});

test("a stranger may not, and of a batch that is not there it is said", async () => {
  const batch = await leaveOpen();
  await expect(endInterrupted(desk.stranger, batch)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await stateOf(batch)).toBe("running");
  await expect(endInterrupted(desk.operator, 2 ** 40)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
