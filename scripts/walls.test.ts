/**
 * Proves that `npm run verify` sees what it is there to see. One clean tree passes; a second one, with
 * every fault planted at once, has each of them named. Two runs, so that it stays a matter of seconds.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCleanTree, write } from "./test/clean-tree.ts";
import type { Fault } from "./test/fault.ts";
import { SHAPE_FAULTS } from "./test/shape-faults.ts";
import { STYLE_FAULTS } from "./test/style-faults.ts";
import { WALL_FAULTS } from "./test/wall-faults.ts";

const FAULTS: Fault[] = [...WALL_FAULTS, ...SHAPE_FAULTS, ...STYLE_FAULTS];
const node = join(import.meta.dirname, "../node_modules/.bin/node");

/** Output of each check, empty when it passed. */
function verify(root: string): Map<string, string> {
  const report = join(root, ".report.json");
  spawnSync(node, [join(import.meta.dirname, "verify.ts"), "--root", root, "--report", report]);
  const outcomes = JSON.parse(readFileSync(report, "utf8")) as { name: string; output: string }[];
  return new Map(outcomes.map(({ name, output }) => [name, output]));
}

const clean = makeCleanTree();
const faulty = makeCleanTree();
let found = new Map<string, string>();

beforeAll(() => {
  for (const { plant } of FAULTS) write(faulty, plant);
  found = verify(faulty);
}, 120_000);

afterAll(() => {
  rmSync(clean, { recursive: true, force: true });
  rmSync(faulty, { recursive: true, force: true });
});

test("a tree that keeps the rules passes every check", { timeout: 120_000 }, () => {
  expect(Object.fromEntries([...verify(clean)].filter(([, output]) => output !== ""))).toEqual({});
});

describe("each planted fault is named", () => {
  test.each(FAULTS)("$check: $named $file", ({ check, named, file }) => {
    const lines = (found.get(check) ?? "").split("\n");
    expect(lines.filter((line) => line.includes(named) && line.includes(file))).not.toEqual([]);
  });
});
