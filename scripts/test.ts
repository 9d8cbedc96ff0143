/**
 * `npm test`: everything, in the order in which it is cheapest to learn that something is wrong. The
 * very last line is the counts. `npm test -- --only unit,database modules/letters` for less: stages
 * (verify, unit, data, database, e2e), then words that must stand in a test file's path.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { HOUSE, program, runNode, stopAll } from "./test/child.ts";
import { meetNeeds } from "./test/needs.ts";
import type { Tally } from "./test/tally.ts";
import {
  crashed,
  lastLine,
  NOTHING,
  readPlaywright,
  readVerify,
  readVitest,
  sum,
} from "./test/tally.ts";

const REPORTS = join(HOUSE, "test-results/reports");
const DIST = { NEXT_DIST_DIR: ".next-test" };
const STAGES = ["verify", "unit", "data", "database", "e2e"];

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" } },
});
const chosen = values.only?.split(",") ?? STAGES;
/** Set by Ctrl-C: the running stage is ended, no other begins. */
let isStopped = false;
const scratch = mkdtempSync(join(tmpdir(), "zs-test-"));

const report = (name: string) => join(REPORTS, `${name}.json`);

/** The counts of a stage from its report and exit code: bad ends that no test explains are crashes. */
function settle(name: string, code: number, read: (path: string) => Tally | null): Tally {
  const tally = read(report(name));
  if (tally === null) return crashed(NOTHING, name, `exit code ${code}, no report`);
  return code !== 0 && tally.failed === 0 ? crashed(tally, name, `exit code ${code}`) : tally;
}

function vitest(project: string, name = project): string[] {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report(name)}`];
  return [program("vitest/vitest.mjs"), "run", "--project", project, ...reporters, ...words];
}

async function verify(): Promise<Tally> {
  const code = await runNode(["scripts/verify.ts", "--report", report("verify")]);
  return settle("verify", code, readVerify);
}

async function unit(): Promise<Tally> {
  return settle("unit", await runNode(vitest("unit")), readVitest);
}

async function data(): Promise<Tally> {
  if (!existsSync(join(HOUSE, "../shared/data"))) {
    console.log("data: not run (../shared/data is absent)");
    return NOTHING;
  }
  return settle("data", await runNode(vitest("data")), readVitest);
}

/** Files of one database run one after another; two halves with a database each use both cores. */
async function databaseHalf(half: number, halves: number): Promise<Tally> {
  const name = `database-${half}`;
  const env = { DATA_DIR: join(scratch, name), ZS_LOG_LEVEL: "silent" };
  const shard = halves === 1 ? [] : [`--shard=${half}/${halves}`];
  const tests = [...vitest("database", name), ...shard];
  const args = ["--conditions=react-server", "scripts/test/database.ts", ...tests];
  return settle(name, await runNode(args, { env }), readVitest);
}

async function database(): Promise<Tally> {
  // Words may leave fewer files than halves.
  const halves = words.length === 0 ? [1, 2] : [1];
  return sum(await Promise.all(halves.map((half) => databaseHalf(half, halves.length))));
}

async function build(): Promise<Tally> {
  const code = await runNode(["scripts/build.ts"], { env: DIST });
  return code === 0 ? NOTHING : crashed(NOTHING, "build", `exit code ${code}`);
}

async function e2e(): Promise<Tally> {
  const args = [program("@playwright/test/cli.js"), "test", "--pass-with-no-tests", ...words];
  return settle("e2e", await runNode(args, { env: DIST }), readPlaywright);
}

/** The end-to-end tests need a build; without one there is nothing to start. */
async function buildAndWalk(): Promise<Tally> {
  const built = await stage("build", build);
  if (built.failed > 0) return crashed(built, "e2e", "nothing to start");
  return stage("e2e", e2e);
}

async function stage(name: string, run: () => Promise<Tally>): Promise<Tally> {
  if (isStopped) return crashed(NOTHING, name, "stopped");
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}`);
  const started = performance.now();
  const tally = await run().catch((error: unknown) => crashed(NOTHING, name, String(error)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${lastLine(tally)} (${seconds} s)`);
  return tally;
}

async function runStages(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  if (chosen.includes("verify")) tallies.push(await stage("verify", verify));
  if (chosen.includes("unit")) tallies.push(await stage("unit", unit));
  if (chosen.includes("data")) tallies.push(await stage("data", data));
  if (chosen.includes("database")) tallies.push(await stage("database", database));
  if (chosen.includes("e2e")) tallies.push(await buildAndWalk());
  return tallies;
}

/** Stops a run that cannot end well before it has cost anything. */
function refusal(): string | null {
  const stranger = chosen.find((name) => !STAGES.includes(name));
  if (stranger) return `no stage "${stranger}"; there are ${STAGES.join(", ")}`;
  const command = chosen.includes("e2e") ? meetNeeds() : null;
  return command === null
    ? null
    : `The end-to-end tests need more of this machine. Run:\n\n  ${command}\n`;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    isStopped = true;
    stopAll();
  });
}

async function main(): Promise<Tally> {
  const refused = refusal();
  if (refused !== null) {
    console.log(refused);
    return { ...NOTHING, failed: 1 };
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  try {
    return sum(await runStages());
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const total = await main();
if (total.failures.length > 0) console.log(`\nfailed:\n  ${total.failures.join("\n  ")}\n`);
if (total.failed > 0) process.exitCode = 1;
console.log(lastLine(total));
