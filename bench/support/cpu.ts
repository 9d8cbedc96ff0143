/** Processor time of servers, as the kernel counts it. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;
const CONNECTIONS = 16;

const statOf = (pid: string): string[] => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
};
const parentOf = (pid: string): number => Number(statOf(pid)[1] ?? 0);
const own = (pid: string): number => {
  const stat = statOf(pid);
  return (Number(stat[11] ?? 0) + Number(stat[12] ?? 0)) / TICKS_PER_SECOND;
};

/** Processor seconds that a process and its children have used, user and system. */
export function cpuSeconds(pid: number): number {
  const children = readdirSync("/proc").filter(
    (name) => /^\d+$/.test(name) && parentOf(name) === pid,
  );
  return own(String(pid)) + children.reduce((sum, child) => sum + own(child), 0);
}

/** Ties a process, all its threads, to one core. */
export const pin = (pid: number, core: number): void => {
  execFileSync("taskset", ["-acp", String(core), String(pid)], { stdio: "ignore" });
};

export type Server = {
  name: string;
  pid: number;
  port: number;
  host: string;
  path: string;
  /** What the client says it takes; null: it says nothing. */
  encoding: "gzip" | null;
};

export type Load = { requests: number; cpuMicros: number; perSecond: number };

/** Loads an address with wrk from core 1 and measures the server's own processor time a request. */
export function load(server: Server, seconds: number): Load {
  const headers = [`Host: ${server.host}`];
  if (server.encoding) headers.push(`Accept-Encoding: ${server.encoding}`);
  const words = headers.flatMap((header) => ["-H", header]);
  const url = `http://127.0.0.1:${server.port}${server.path}`;
  const before = cpuSeconds(server.pid);
  const output = execFileSync(
    "taskset",
    ["-c", "1", "wrk", "-t1", `-c${CONNECTIONS}`, `-d${seconds}s`, ...words, url],
    { encoding: "utf8" },
  );
  const used = cpuSeconds(server.pid) - before;
  const requests = Number(/(\d+) requests in/.exec(output)?.[1] ?? 0);
  if (/Non-2xx|Socket errors/.test(output) || requests === 0)
    throw new Error(`the load of ${server.name} failed:\n${output}`);
  return {
    requests,
    cpuMicros: (used / requests) * 1e6,
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1] ?? 0),
  };
}
