import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { PaperBounds } from "#lib/papers/run.ts";
import { readPaperFile } from "#lib/papers/run.ts";
import { makeDocx } from "#lib/papers/testing/make-office.ts";
import { makePdf } from "#lib/papers/testing/make-pdf.ts";

const MIB = 1024 * 1024;
const BOUNDS: PaperBounds = { timeMs: 60_000, memoryBytes: 512 * MIB, characters: 1_000 };
const folder = mkdtempSync(join(tmpdir(), "zs-papers-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Buffer, bounds: Partial<PaperBounds> = {}, ending?: AbortSignal) {
  const path = join(folder, "paper");
  writeFileSync(path, bytes);
  return readPaperFile(path, { ...BOUNDS, ...bounds }, ending);
}

test("words, none, and a file that cannot be read are told apart", async () => {
  const docx = makeDocx(["青衣江水库"]);
  expect(await read(docx)).toEqual({ state: "done", text: "青衣江水库" });
  expect(await read(docx, { characters: 3 })).toEqual({ state: "done", text: "青衣江" });
  expect(await read(makePdf([["青衣江"]]))).toEqual({ state: "done", text: "青衣江" });
  expect(await read(makePdf([[]]))).toEqual({ state: "nothing" });
  expect(await read(makePdf([["密"]], { isLocked: true }))).toMatchObject({ reason: "encrypted" });
  expect(await readPaperFile(join(folder, "none"), BOUNDS)).toMatchObject({ reason: "missing" });
}, 120_000);

test("a PDF that unpacks to more than the process may have takes the process only", async () => {
  const content = Buffer.alloc(160 * MIB, " ");
  const bomb = makePdf([["x"]], { content });
  expect(bomb.length).toBeLessThan(MIB);
  expect(await read(bomb, { memoryBytes: 150 * MIB })).toMatchObject({ reason: "memory" });
}, 120_000);

test("who is not done in time, or is not wanted any more, is ended", async () => {
  expect(await read(makePdf([["青衣江"]]), { timeMs: 1 })).toMatchObject({ reason: "time" });
  const ending = new AbortController();
  const reading = read(makePdf([["青衣江"]]), {}, ending.signal);
  ending.abort();
  expect(await reading).toMatchObject({ state: "failed" });
}, 60_000);
