import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringWithFiles, storePaper } from "#db/testing/papers.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { makeDocx } from "#lib/papers/testing/make-office.ts";
import { makePdf } from "#lib/papers/testing/make-pdf.ts";
import { filePath } from "#modules/media/commands.ts";
import type { AssetRow } from "#modules/media/queries.ts";
import { extractNext } from "#modules/media/texts/commands/extract.ts";
import { wantAllTexts } from "#modules/media/texts/commands/want.ts";
import { countTexts, listTextFailures, listTextStates } from "#modules/media/texts/queries.ts";

/** Each file is read by a process of its own: some seconds each where the machine is busy. */
vi.setConfig({ testTimeout: 180_000 });

const base = testDatabase();
const HOUSE = join(import.meta.dirname, "../../..");
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
});
afterAll(() => base.close());

const never = new AbortController().signal;
const docx = (word = fresh("词")) => storePaper(desk, "预案.docx", makeDocx([word]));

type Row = { state: string; text: string | null; reason: string | null; attempts: number };
async function rowOf({ sha256 }: AssetRow): Promise<Row | undefined> {
  const [row] = await base.owner<Row[]>`
    select state, text, reason, attempts from asset_text where sha256 = decode(${sha256}, 'hex')`;
  return row;
}

/** Reads until this file has been looked at; what other tests left waiting is read on the way. */
async function readUntil(file: AssetRow): Promise<Row | undefined> {
  for (let row = await rowOf(file); row?.attempts === 0; row = await rowOf(file))
    await extractNext(base.db, never);
  return await rowOf(file);
}

test("a file is asked for when what carries it is public, once for all who carry it, and read", async () => {
  const word = fresh("词");
  const file = await docx(word);
  expect(await rowOf(file)).toBeUndefined();
  await bringWithFiles(desk, [file]);
  expect(await rowOf(file)).toMatchObject({ state: "waiting", attempts: 0 });
  expect(await readUntil(file)).toMatchObject({ state: "done", text: word, attempts: 1 });
  await bringWithFiles(desk, [file]);
  expect(await rowOf(file)).toMatchObject({ state: "done", attempts: 1 });
  expect(await listTextStates(base.db, [file.id])).toEqual(new Map([[file.id, "done"]]));
});

test("of two files that wait the one wanted last is read first", async () => {
  const [old, young] = [await docx(), await docx()];
  await bringWithFiles(desk, [old]);
  await bringWithFiles(desk, [young]);
  await extractNext(base.db, never);
  expect(await rowOf(young)).toMatchObject({ state: "done" });
  expect(await rowOf(old)).toMatchObject({ state: "waiting" });
  await readUntil(old);
});

test("how a file is does not change by trying again; operators are told", async () => {
  const locked = makePdf([[fresh("锁")]], { isLocked: true });
  const [file, picture] = [
    await storePaper(desk, "密件.pdf", locked),
    await storePaper(desk, "扫描.pdf", Buffer.concat([makePdf([[]]), Buffer.from(fresh("%"))])),
  ];
  await bringWithFiles(desk, [file, picture]);
  expect(await readUntil(file)).toMatchObject({ state: "failed", reason: "encrypted" });
  expect(await readUntil(picture)).toMatchObject({ state: "nothing", reason: null });
  const failures = await listTextFailures(base.db, 100);
  expect(failures).toContainEqual(
    expect.objectContaining({ name: "密件.pdf", reason: "encrypted", isWaiting: false }),
  );
  expect(failures.map(({ name }) => name)).not.toContain("扫描.pdf");
});

test("a file that was lost is tried again, later each time, and not for ever", async () => {
  const file = await docx();
  await bringWithFiles(desk, [file]);
  rmSync(filePath(file));
  for (let attempt = 1; attempt < env.ZS_FILE_TEXT_TRIES; attempt += 1) {
    await extractNext(base.db, never);
    expect(await rowOf(file)).toMatchObject({
      state: "waiting",
      reason: "missing",
      attempts: attempt,
    });
    const [pause] = await base.owner`
      select due_at > now() as waits from asset_text where sha256 = decode(${file.sha256}, 'hex')`;
    expect(pause?.["waits"]).toBe(true);
    await base.owner`update asset_text set due_at = now() where sha256 = decode(${file.sha256}, 'hex')`;
  }
  await extractNext(base.db, never);
  expect(await rowOf(file)).toMatchObject({ state: "failed", reason: "missing" });
});

test("a worker that ends in good order gives back what it was reading", async () => {
  const file = await docx();
  await bringWithFiles(desk, [file]);
  const ending = new AbortController();
  ending.abort();
  expect(await extractNext(base.db, ending.signal)).toBe(false);
  expect(await rowOf(file)).toMatchObject({ state: "waiting", attempts: 0 });
  expect(await readUntil(file)).toMatchObject({ state: "done" });
});

/** A worker of its own that reads the next file. */
function startWorker() {
  const program = `
    const { connect } = await import("#db/client.ts");
    const { extractNext } = await import("#modules/media/texts/commands/extract.ts");
    await extractNext(connect({ role: "zs_app", max: 2, name: "doomed" }).db, new AbortController().signal);`;
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--input-type=module", "--eval", program],
    { cwd: HOUSE, stdio: "ignore" },
  );
}

test("a worker that is killed in the middle has read nothing; the next one reads the file", async () => {
  const file = await docx();
  await bringWithFiles(desk, [file]);
  const worker = startWorker();
  const ended = new Promise((resolve) => worker.on("close", resolve));
  for (let row = await rowOf(file); row?.attempts === 0; row = await rowOf(file))
    expect(worker.exitCode).toBeNull();
  worker.kill("SIGKILL");
  await ended;
  expect(await rowOf(file)).toMatchObject({ state: "waiting", attempts: 1, text: null });
  expect(await extractNext(base.db, never)).toBe(false);
  // Its claim runs out.
  await base.owner`update asset_text set due_at = now() where sha256 = decode(${file.sha256}, 'hex')`;
  await extractNext(base.db, never);
  expect(await rowOf(file)).toMatchObject({ state: "done", attempts: 2 });
});

test("a file whose every reader was killed is left alone", async () => {
  const file = await docx();
  await bringWithFiles(desk, [file]);
  await base.owner`
    update asset_text set attempts = ${env.ZS_FILE_TEXT_TRIES} where sha256 = decode(${file.sha256}, 'hex')`;
  await extractNext(base.db, never);
  expect(await rowOf(file)).toMatchObject({ state: "failed", reason: "crashed" });
});

test("files of before are asked for by the operator, the unreadable ones again, and nobody else may", async () => {
  const [public_, failed, hidden] = [await docx(), await docx(), await docx()];
  await bringWithFiles(desk, [public_, failed]);
  await readUntil(public_);
  await readUntil(failed);
  await base.owner`delete from asset_text where sha256 = decode(${public_.sha256}, 'hex')`;
  await base.owner`update asset_text set state = 'failed', text = null, reason = 'time' where sha256 = decode(${failed.sha256}, 'hex')`;
  await expect(wantAllTexts(desk.person("site-admin"), { again: true })).rejects.toThrow(/media/);
  await wantAllTexts(desk.operator, { again: false });
  expect(await rowOf(public_)).toMatchObject({ state: "waiting" });
  expect(await rowOf(failed)).toMatchObject({ state: "failed" });
  expect(await rowOf(hidden)).toBeUndefined();
  expect(await wantAllTexts(desk.operator, { again: true })).toBeGreaterThan(0);
  expect(await rowOf(failed)).toMatchObject({ state: "waiting", attempts: 0 });
  expect((await countTexts(base.db)).waiting).toBeGreaterThanOrEqual(2);
  const [entry] = await base.owner`
    select action, actor_id from audit_entry where action = 'media.extract' order by at desc limit 1`;
  expect(entry).toMatchObject({ action: "media.extract", actor_id: "operator:test" });
});
