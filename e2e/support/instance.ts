/** Products of a test's own: started, stopped and killed as an operator or an accident would. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { Told } from "#e2e/support/cli.ts";
import { cliOn } from "#e2e/support/cli.ts";
import type { Running } from "#e2e/support/product.ts";
import { HOUSE, readRunning } from "#e2e/support/product.ts";

const START_MS = 90_000;
/** The folder of this build, which the shared product has made already. */
const BUILD = process.env["NEXT_DIST_DIR"] ?? ".next-test";

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

const readProc = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
};

/** Processes that belong to a DATA_DIR: by their environment, their command line or their parents. */
export function processesOf(dataDir: string): number[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const isRoot = (pid: number) =>
    readProc(pid, "environ").split("\0").includes(`DATA_DIR=${dataDir}`) ||
    readProc(pid, "cmdline").split("\0").includes(join(dataDir, "pg"));
  const parentOf = new Map(
    all.map((pid) => [pid, Number(/\) \S (\d+)/.exec(readProc(pid, "stat"))?.[1] ?? 0)]),
  );
  const found = new Set(all.filter((pid) => pid !== process.pid && isRoot(pid)));
  for (let isGrowing = true; isGrowing; ) {
    const below = all.filter((pid) => !found.has(pid) && found.has(parentOf.get(pid) ?? 0));
    for (const pid of below) found.add(pid);
    isGrowing = below.length > 0;
  }
  return [...found].filter(isAlive);
}

/** What a process is, for a message a person can use. */
export const nameOf = (pid: number): string =>
  `${pid} ${readProc(pid, "cmdline").replaceAll("\0", " ").slice(0, 120)}`;

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
};

/** One DATA_DIR and whatever runs in it. */
export class Instance {
  readonly dataDir: string;
  private readonly log: string;
  private child: ChildProcess | null = null;

  /** `word` becomes part of the folder's name. */
  constructor(word = "instance") {
    this.dataDir = mkdtempSync(join(tmpdir(), `zs ${word} `));
    this.log = join(this.dataDir, "start.log");
  }

  get runningPath(): string {
    return join(this.dataDir, "running.json");
  }

  running(): Running {
    return readRunning(this.runningPath);
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Sends a signal to the supervisor alone. */
  signal(name: NodeJS.Signals): void {
    signal(this.pid, name);
  }

  /** Ctrl-C in the terminal: every process of the group hears it at once. */
  interrupt(): void {
    signal(-this.pid, "SIGINT");
  }

  /** Everything that the latest start has printed. */
  printed(): string {
    return existsSync(this.log) ? readFileSync(this.log, "utf8") : "";
  }

  /** Starts it and returns at once; `script` may be what `npm start` runs first. */
  launch(args: readonly string[], port: number, script = "scripts/start.ts"): ChildProcess {
    const log = openSync(this.log, "w");
    const { ZS_RUNNING: _, ...env } = process.env;
    this.child = spawn(process.execPath, ["--conditions=react-server", script, ...args], {
      cwd: HOUSE,
      // A group of its own, as a terminal makes one; the channel ends it with the tests.
      detached: true,
      env: { ...env, DATA_DIR: this.dataDir, PORT: String(port), NEXT_DIST_DIR: BUILD },
      stdio: ["ignore", log, log, "ipc"],
    });
    return this.child;
  }

  /** A running.json whose processes run: one that a killed start has left behind does not count. */
  private isUp(): boolean {
    return existsSync(this.runningPath) && isAlive(this.running().processes.gateway);
  }

  /** Waits until the latest start says that it is ready; returns the milliseconds that took. */
  async ready(): Promise<number> {
    const since = performance.now();
    const { child } = this;
    await expect
      .poll(() => this.isUp() || child?.exitCode !== null, {
        timeout: START_MS,
        intervals: [50],
        message: "it did not start",
      })
      .toBe(true)
      .catch((cause: unknown) => {
        throw new Error(`it did not start; it printed:\n${this.printed()}`, { cause });
      });
    expect(child?.exitCode, this.printed()).toBeNull();
    return performance.now() - since;
  }

  async start(args: readonly string[] = [], port?: number): Promise<number> {
    this.launch(args, port ?? (await freePort()));
    return this.ready();
  }

  cli(...args: string[]): Promise<Told> {
    return cliOn({ DATA_DIR: this.dataDir, ZS_RUNNING: "" }, args);
  }

  /** Resolves when nothing of this DATA_DIR runs any more; what is left is told. */
  async expectGone(timeout = 10_000): Promise<void> {
    await expect
      .poll(() => processesOf(this.dataDir).map(nameOf), { timeout, intervals: [100] })
      .toEqual([]);
  }

  /** The operator's stop. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  /** A power cut: every process at once, as far as that can be had. */
  killAll(): void {
    for (const pid of processesOf(this.dataDir)) signal(pid, "SIGKILL");
  }

  /** Ends whatever is left and removes the folder: for afterEach. */
  async discard(): Promise<void> {
    this.killAll();
    await this.expectGone();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
