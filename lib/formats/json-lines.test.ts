import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { readJsonLines } from "./json-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Buffer | string) {
  const path = join(folder, "lines.jsonl");
  writeFileSync(path, bytes);
  return await Array.fromAsync(readJsonLines(path));
}

test("a broken line is told with its number and the others are read", async () => {
  expect(await read('{"id":1}\n{"id":\n\n{"id":4}')).toEqual([
    { line: 1, value: { id: 1 } },
    { line: 2, problem: "第 2 行：不是 JSON not JSON" },
    { line: 4, value: { id: 4 } },
  ]);
});

test("a line over 8 MB is told and the next one read", async () => {
  const long = JSON.stringify({ body: "字".repeat(3_000_000) });
  expect(await read(`${long}\n{"id":2}\n`)).toEqual([
    { line: 1, problem: "第 1 行：超过 8 MB longer than 8 MB" },
    { line: 2, value: { id: 2 } },
  ]);
});

test("a line in GB18030 is told as such", async () => {
  const line = Buffer.concat([
    Buffer.from('{"title":"'),
    Buffer.from("c4e3bac3a3accac0bde7a1a3", "hex"),
    Buffer.from('"}\n{"id":2}'),
  ]);
  const [first, second] = await read(line);
  expect(first).toMatchObject({ line: 1, problem: expect.stringContaining("GB18030") });
  expect(second).toEqual({ line: 2, value: { id: 2 } });
});

test("an archive that is damaged gives what comes before the damage, and says where it is", async () => {
  const lines = Array.from({ length: 5_000 }, (_, id) => JSON.stringify({ id, at: Math.sin(id) }));
  const archive = gzipSync(lines.join("\n"));
  const found = await read(archive.subarray(0, archive.length - 2_000));
  expect(found.length).toBeGreaterThan(1_000);
  expect(found.at(-1)).toMatchObject({ problem: expect.stringMatching(/第 \d+ 行附近：文件损坏/) });
});

test("what only begins like an archive is told", async () => {
  expect(await read(Buffer.from("1f8b0000ffff", "hex"))).toEqual([
    { line: 1, problem: expect.stringContaining("文件损坏") },
  ]);
});
