import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Running = {
  url: string;
  admin: string;
  ops: string;
  processes: Record<"gateway" | "next" | "admin" | "worker" | "postgres", number>;
  sites: { code: string; name: string; host: string }[];
};

export type Product = {
  dataDir: string;
  port: number;
  databaseUrl: string;
  supervisor: number;
  running: () => Running;
  stop: () => Promise<void>;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

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

/** Starts a platform of its own with the demo group, in a temporary DATA_DIR, on free ports. */
export async function startProduct(
  extra: Record<string, string> = {},
  keep?: { dataDir: string },
): Promise<Product> {
  const dataDir = keep?.dataDir ?? mkdtempSync(join(tmpdir(), "zs-bench-"));
  const env = { ...process.env, DATA_DIR: dataDir, PORT: "4300", ZS_LOG_LEVEL: "error", ...extra };
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/start.ts"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const path = join(dataDir, "running.json");
  const isUp = await until(() => existsSync(path) || child.exitCode !== null, 180_000, 100);
  if (!isUp || child.exitCode !== null) throw new Error("the platform did not start");
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
    stop: async () => {
      child.kill("SIGTERM");
      await until(() => !isAlive(child.pid ?? 0), 30_000, 50);
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
