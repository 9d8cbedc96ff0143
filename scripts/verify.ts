/**
 * `npm run verify`: everything about the code that can be known in seconds, without a database.
 *   --root DIR       checks another tree (the walls' own test does)
 *   --only a,b       only these checks          --except a,b   all but these
 *   --report FILE    writes [{ name, seconds, output }] as JSON; output is empty when the check passed
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

type Check = { name: string; command: string[] };
type Outcome = { name: string; seconds: number; output: string };

const HOUSE = join(import.meta.dirname, "..");
const bin = (name: string) => join(HOUSE, "node_modules", ".bin", name);
const script = (name: string) => [process.execPath, join(HOUSE, "scripts", name)];

/** One line for each finding; `npm run format` mends most, `npx biome check FILE` explains the rest. */
const CONCISE = ["--reporter=concise", "--max-diagnostics=none", "--colors=off"];

/** The longest first, so that the short ones fill the second core; knip last, it reads everything. */
const CHECKS: Check[] = [
  { name: "types", command: [bin("tsc"), "-p", ".ci/tsconfig.json", "--pretty", "false"] },
  {
    name: "style",
    command: [bin("biome"), "check", "--error-on-warnings", ...CONCISE],
  },
  { name: "walls", command: script("check-walls.ts") },
  { name: "modules", command: script("check-modules.ts") },
  { name: "citizen", command: script("check-citizen.ts") },
  { name: "messages", command: script("check-messages.ts") },
  { name: "docs", command: script("check-docs.ts") },
  { name: "lock", command: [...script("fix-lock.mjs"), "--check"] },
  { name: "unused", command: [bin("knip"), "--no-progress", "--no-config-hints"] },
];

/** Two cores, two at a time: `tsc` and `biome` already take more than one each. */
const AT_ONCE = 2;

function runCheck({ name, command }: Check, root: string): Promise<Outcome> {
  const started = performance.now();
  const [file = "", ...args] = command;
  const path = `${join(HOUSE, "node_modules", ".bin")}:${process.env["PATH"]}`;
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: "1", FORCE_COLOR: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => keep(Buffer.from(String(error))));
    child.on("close", (code) => {
      const seconds = (performance.now() - started) / 1000;
      const said = output.trim() === "" ? `exit code ${code}` : output.trim();
      done({ name, seconds, output: code === 0 ? "" : said });
    });
  });
}

function print({ name, seconds, output }: Outcome): void {
  const mark = output === "" ? "ok  " : "FAIL";
  console.log(`${mark} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s`);
  if (output !== "") console.log(`${output.replace(/^/gm, "     ")}\n`);
}

export async function verify(root: string, names?: string[]): Promise<Outcome[]> {
  const queue = CHECKS.filter(({ name }) => names === undefined || names.includes(name));
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      const outcome = await runCheck(check, root);
      print(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

function chosen(only: string | undefined, except: string | undefined): string[] {
  const known = CHECKS.map(({ name }) => name);
  const asked = [only, except].flatMap((list) => list?.split(",") ?? []);
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger) throw new Error(`no check "${stranger}"; there are ${known.join(", ")}`);
  return known
    .filter((name) => only === undefined || only.split(",").includes(name))
    .filter((name) => !except?.split(",").includes(name));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      root: { type: "string", default: HOUSE },
      only: { type: "string" },
      except: { type: "string" },
      report: { type: "string" },
    },
  });
  const outcomes = await verify(resolve(values.root), chosen(values.only, values.except));
  const failed = outcomes.filter(({ output }) => output !== "").map(({ name }) => name);
  if (values.report !== undefined) {
    mkdirSync(dirname(resolve(values.report)), { recursive: true });
    writeFileSync(values.report, JSON.stringify(outcomes));
  }
  if (failed.length > 0) {
    console.log(`verify: ${failed.join(", ")} failed`);
    process.exitCode = 1;
  }
}
