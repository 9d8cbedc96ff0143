/** Runs the programs of a test run, so that none outlives it. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export const HOUSE = join(import.meta.dirname, "../..");

const running = new Set<number>();

/** Ends whatever this run has started: for Ctrl-C, and for a stage that takes too long. */
export function stopAll(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, "SIGTERM");
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

type ChildOptions = { env?: Record<string, string>; timeoutMs?: number };

/** Node 24 on a script or a package's program, output straight to the terminal. Resolves to its exit code. */
export function runNode(args: string[], { env, timeoutMs }: ChildOptions = {}): Promise<number> {
  const path = `${join(HOUSE, "node_modules/.bin")}:${process.env["PATH"]}`;
  return new Promise((done) => {
    // A group of its own, so that its own children end with it.
    const child = spawn(process.execPath, args, {
      cwd: HOUSE,
      detached: true,
      env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const timer = timeoutMs === undefined ? undefined : setTimeout(stopAll, timeoutMs);
    const end = (code: number) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      done(code);
    };
    child.on("error", () => end(127));
    child.on("exit", (code) => end(code ?? 1));
  });
}

/** Path of a program that a package brings. */
export function program(path: string): string {
  return join(HOUSE, "node_modules", path);
}
