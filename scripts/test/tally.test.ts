import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  crashed,
  lastLine,
  NOTHING,
  readPlaywright,
  readVerify,
  readVitest,
  sum,
} from "./tally.ts";

const folder = mkdtempSync(join(tmpdir(), "zs-tally-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, report: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(report));
  return path;
}

test("a test file that does not load counts as one failure", () => {
  const path = written("vitest.json", {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: "a.test.ts",
        status: "failed",
        message: "",
        assertionResults: [{ status: "failed", fullName: "adds" }],
      },
      { name: "b.test.ts", status: "failed", message: "no such file\nat", assertionResults: [] },
      { name: "c.test.ts", status: "passed", message: "", assertionResults: [] },
    ],
  });
  expect(readVitest(path)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
    failures: ["a.test.ts: adds", "b.test.ts: no such file"],
  });
});

test("what breaks Playwright before any test counts as one failure", () => {
  const path = written("playwright.json", {
    stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 0 },
    errors: [{ message: "the product did not start\nlog" }],
    suites: [
      {
        title: "x",
        suites: [{ title: "y", specs: [{ title: "t", file: "f", line: 1, ok: false }] }],
      },
    ],
  });
  expect(readPlaywright(path)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 0,
    failures: ["f:1: t", "e2e: the product did not start"],
  });
});

test("each check of verify is one test", () => {
  const path = written("verify.json", [
    { name: "types", output: "" },
    { name: "style", output: "x" },
  ]);
  expect(readVerify(path)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    failures: ["verify: style"],
  });
});

test("a report that was never written is no counts at all", () => {
  expect(readVitest(join(folder, "none.json"))).toBeNull();
});

test("the last line names skipped tests only when there are any", () => {
  const one = crashed(NOTHING, "e2e", "exit code 1");
  expect(lastLine(sum([one, { ...NOTHING, passed: 4 }]))).toBe("4 passed, 1 failed");
  expect(lastLine({ ...NOTHING, skipped: 2 })).toBe("0 passed, 0 failed, 2 skipped");
});
