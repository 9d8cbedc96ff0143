/** A platform of one's own: started as an operator would, in a temporary DATA_DIR, on free ports. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Running = {
  url: string;
  ops: string;
  processes: Record<"gateway" | "next" | "admin" | "worker" | "postgres", number>;
  sites: { code: string; name: string; host: string }[];
};

export type Stats = { drawn: number; hot: number; pages: number; memory: { rss: number } };

export type Product = {
  dataDir: string;
  port: number;
  databaseUrl: string;
  supervisor: number;
  running: () => Running;
  hostOf: (code: string) => string;
  stats: () => Promise<Stats>;
  stop: () => Promise<void>;
};

/** From the first seeding to the last process; a build of the pages may be among it. */
const START_MS = 300_000;
const STOP_MS = 30_000;

export const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `test` holds; false when it does not within `limitMs`. */
export async function until(
  test: () => Promise<boolean> | boolean,
  limitMs: number,
  everyMs = 20,
): Promise<boolean> {
  for (const end = performance.now() + limitMs; performance.now() < end; ) {
    if (await test()) return true;
    await sleep(everyMs);
  }
  return await test();
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGCONT");
  child.kill("SIGTERM");
  if (await until(() => hasEnded(child), STOP_MS, 50)) return;
  // Its children end by themselves when their channels close.
  child.kill("SIGKILL");
  throw new Error(`the platform did not stop within ${STOP_MS / 1000} s`);
}

/** With `keep`, in a DATA_DIR that is there already and stays. */
export async function startProduct(
  extra: Record<string, string> = {},
  keep?: { dataDir: string },
): Promise<Product> {
  const dataDir = keep?.dataDir ?? mkdtempSync(join(tmpdir(), "zs-bench-"));
  const PORT = String(await freePort());
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/start.ts"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT, ZS_LOG_LEVEL: "error", ...extra },
    // It stops when the channel closes: nothing outlives a bench that was killed.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const stop = async () => {
    await stopChild(child);
    if (!keep) rmSync(dataDir, { recursive: true, force: true });
  };
  const path = join(dataDir, "running.json");
  await until(() => existsSync(path) || hasEnded(child), START_MS, 100);
  if (!existsSync(path)) {
    await stop();
    throw new Error("the platform did not start");
  }
  const running = () => JSON.parse(readFileSync(path, "utf8")) as Running;
  const { url: databaseUrl } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")) as {
    url: string;
  };
  return {
    dataDir,
    port: Number(new URL(running().url).port),
    databaseUrl,
    supervisor: child.pid ?? 0,
    running,
    hostOf: (code) => {
      const found = running().sites.find((site) => site.code === code);
      if (!found) throw new Error(`no site ${code}`);
      return found.host;
    },
    stats: async () => (await (await fetch(`${running().ops}/stats`)).json()) as Stats,
    stop,
  };
}
