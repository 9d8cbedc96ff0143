/** One run of the import in its own process, and what it cost. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Base } from "./import-base.ts";

const TICKS_PER_SECOND = 100;
// safe because the house writes it
const { import: OWN } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../scripts/cli-process.json"), "utf8"),
) as { import: { flags: string[]; env: Record<string, string> } };

/** CPU seconds that a process has used, user and system. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export type Measured = { seconds: number; nodeCpu: number; postgresCpu: number; rssMb: number };

/** CPU of every backend of the server; those that ended are counted with the postmaster. */
function postgresCpu(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
  const fields = readFileSync(`/proc/${postmaster}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const ended = (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
  return children
    .trim()
    .split(" ")
    .filter((pid) => pid !== "")
    .reduce((sum, pid) => sum + cpuSeconds(Number(pid)), ended);
}

/** The import as an operator runs it, in a process of its own with the flags of the command. */
export const startImport = (base: Base, input: string, errors: "inherit" | "ignore") =>
  spawn(
    process.execPath,
    [
      ...[...OWN.flags, "--conditions=react-server", "scripts/cli.ts", "import", "--file", input],
      ...["--site", "yunchuan", "--column", base.target.columnPath, "--as", "published"],
    ],
    {
      env: { ...process.env, ...OWN.env, DATABASE_URL: base.url, DATA_DIR: base.dataDir },
      stdio: ["ignore", "ignore", errors],
    },
  );

/**
 * One import from beginning to end.
 * @param mayRefuse true where the input has records that must be refused
 */
export function runImport(
  base: Base,
  input: string,
  { mayRefuse = false }: { mayRefuse?: boolean } = {},
): Promise<Measured> {
  const postmaster = Number(
    readFileSync(join(base.dataDir, "pg", "postmaster.pid"), "utf8").split("\n")[0],
  );
  const before = postgresCpu(postmaster);
  const started = performance.now();
  const child = startImport(base, input, "inherit");
  let rssKb = 0;
  let cpu = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      rssKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? rssKb);
      cpu = cpuSeconds(child.pid ?? 0);
    } catch {
      // It has just ended.
    }
  }, 20);
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code !== 0 && !(mayRefuse && code === 1))
        return reject(new Error(`import ended with ${code}`));
      resolve({
        seconds: (performance.now() - started) / 1000,
        nodeCpu: cpu,
        postgresCpu: postgresCpu(postmaster) - before,
        rssMb: Math.round(rssKb / 1024),
      });
    });
  });
}
