/** Counts of one stage, read from the JSON that vitest and Playwright write. */
import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number; skipped: number; failures: string[] };

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
    failures: tallies.flatMap(({ failures }) => failures),
  };
}

/** A stage that ended badly without a failed test to show for it is one failure with its own name. */
export function crashed(tally: Tally, name: string, reason: string): Tally {
  return {
    ...tally,
    failed: tally.failed + 1,
    failures: [...tally.failures, `${name} crashed: ${reason}`],
  };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

export function readVitest(path: string): Tally | null {
  const report = readJson<VitestReport>(path);
  if (report === null) return null;
  const failures = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${name}: ${fullName}`),
  );
  // A file that does not even load has no tests to fail: it counts as one.
  const unloaded = report.testResults
    .filter(({ status, assertionResults }) => {
      return status === "failed" && assertionResults.every((test) => test.status !== "failed");
    })
    .map(({ name, message }) => `${name}: ${message.split("\n")[0]}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failures, ...unloaded],
  };
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; line: number; ok: boolean }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
};

function failedSpecs({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}

export function readPlaywright(path: string): Tally | null {
  const report = readJson<PlaywrightReport>(path);
  if (report === null) return null;
  const { stats, errors, suites } = report;
  const broken = errors.map(({ message = "error" }) => `e2e: ${message.split("\n")[0]}`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + broken.length,
    skipped: stats.skipped,
    failures: [...suites.flatMap(failedSpecs), ...broken],
  };
}

export function readVerify(path: string): Tally | null {
  const outcomes = readJson<{ name: string; output: string }[]>(path);
  if (outcomes === null) return null;
  const failures = outcomes
    .filter(({ output }) => output !== "")
    .map(({ name }) => `verify: ${name}`);
  return {
    passed: outcomes.length - failures.length,
    failed: failures.length,
    skipped: 0,
    failures,
  };
}

function readJson<Report>(path: string): Report | null {
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, "utf8")) as Report;
}

/** The last line of `npm test`, read by machines. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
