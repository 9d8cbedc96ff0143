/**
 * Playwright's global setup: starts the whole product as an operator would, in a folder of its own, and
 * stops it at the end. Specs find it by the file named in ZS_RUNNING. When ZS_RUNNING is set already,
 * the tests run against that product and nothing is started.
 */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const HOUSE = join(import.meta.dirname, "../..");
const LOG = join(HOUSE, "test-results/product.log");
const START_MS = 240_000;
const STOP_MS = 30_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function logTail(): string {
  return readFileSync(LOG, "utf8").split("\n").slice(-40).join("\n");
}

async function whenRunning(child: ChildProcess, running: string): Promise<void> {
  for (let waited = 0; waited < START_MS; waited += 200) {
    if (existsSync(running)) return;
    if (child.exitCode !== null) throw new Error(`the product ended at its start:\n${logTail()}`);
    await wait(200);
  }
  throw new Error(`the product did not start in ${START_MS / 1000} s:\n${logTail()}`);
}

/** SIGTERM is the operator's stop; what does not follow it in time is killed and told. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const isLate = await Promise.race([ended.then(() => false), wait(STOP_MS).then(() => true)]);
  if (!isLate) return;
  child.kill("SIGKILL");
  throw new Error(`the product did not stop within ${STOP_MS / 1000} s of SIGTERM`);
}

export default async function startProduct(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["ZS_RUNNING"]) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), "zs-e2e-"));
  const running = join(dataDir, "running.json");
  mkdirSync(join(HOUSE, "test-results"), { recursive: true });
  const log = openSync(LOG, "w");
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/start.ts"], {
    cwd: HOUSE,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      NEXT_DIST_DIR: process.env["NEXT_DIST_DIR"] ?? ".next-test",
      // Two browsers that read page after page from one address are no robots here.
      ZS_SEARCHES_PER_MINUTE: "300",
    },
    stdio: ["ignore", log, log],
  });
  const clear = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    await whenRunning(child, running);
  } catch (error) {
    await stop(child);
    clear();
    throw error;
  }
  process.env["ZS_RUNNING"] = running;
  return async () => {
    await stop(child);
    clear();
  };
}
