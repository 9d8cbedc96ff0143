import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { logger } from "#lib/logger.ts";

export type ChildSpec = {
  name: string;
  file: string;
  args?: string[];
  env: Record<string, string>;
  /** Plain TypeScript of ours, or a program of Next that must not see React's server condition. */
  isOurs: boolean;
};

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** A child that lived this long starts with the short wait again. */
const LONG_LIFE_MS = 30_000;
const PATIENCE_MS = 8_000;

/** Keeps one child alive: starts it again with growing waits, stops it when asked. */
export class Child {
  readonly name: string;
  /** What it says of itself when it is ready. */
  readonly firstWord: Promise<unknown>;
  /** The latest thing it said of itself: a process that was replaced says it anew. */
  lastWord: unknown = null;
  private process: ChildProcess | null = null;
  private isStopping = false;
  private waitMs = FIRST_WAIT_MS;
  private readonly spec: ChildSpec;
  private readonly onChange: () => void;
  private tellFirst: (word: unknown) => void = () => {};

  constructor(spec: ChildSpec, onChange: () => void) {
    this.name = spec.name;
    this.spec = spec;
    this.onChange = onChange;
    this.firstWord = new Promise((resolve) => {
      this.tellFirst = resolve;
    });
    this.spawn();
  }

  get pid(): number {
    return this.process?.pid ?? 0;
  }

  private spawn(): void {
    const { file, args = [], env, isOurs } = this.spec;
    const startedAt = performance.now();
    const child = fork(file, args, {
      env: { ...process.env, ...env },
      execArgv: isOurs ? ["--conditions=react-server"] : [],
      // What a child prints is for the log; the terminal is the supervisor's.
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.process = child;
    child.on("message", (word) => {
      this.lastWord = word;
      this.tellFirst(word);
      this.onChange();
    });
    child.on("exit", (code, signal) => {
      if (this.isStopping) return;
      logger.warn({ child: this.name, code, signal }, "a process ended and is started again");
      if (performance.now() - startedAt > LONG_LIFE_MS) this.waitMs = FIRST_WAIT_MS;
      setTimeout(() => !this.isStopping && this.spawn(), this.waitMs);
      this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
    });
    this.onChange();
  }

  /** Asks it to end, and makes it end. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      child.on("exit", () => {
        clearTimeout(timer);
        resolve();
      });
      child.kill("SIGTERM");
    });
  }
}
