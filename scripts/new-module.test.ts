import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nameProblem, writeModule } from "./new-module.ts";
import { makeCleanTree } from "./test/clean-tree.ts";

const root = makeCleanTree();
const node = join(import.meta.dirname, "../node_modules/.bin/node");

afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a new module keeps every rule but that something must use it", { timeout: 60_000 }, () => {
  writeModule(root, "letters");
  const verify = join(import.meta.dirname, "verify.ts");
  const run = spawnSync(node, [verify, "--root", root, "--except", "unused"], { encoding: "utf8" });
  expect(run.stdout).not.toContain("FAIL");
  expect(run.status).toBe(0);
});

test("its own test passes", { timeout: 60_000 }, () => {
  writeModule(root, "surveys");
  const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
  const run = spawnSync(node, [vitest, "run", "modules/surveys"], { cwd: root, encoding: "utf8" });
  expect(run.stdout).toContain("3 passed");
});

test.each(["", "Letters", "letters_2", "../x", "-a", "a--b", "index.ts", "columns", "weather"])(
  "the name %j is refused",
  (name) => {
    expect(nameProblem(root, name)).not.toBeNull();
  },
);
