/** The product under test: what its own `running.json` says of it, as an operator would read it. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const HOUSE = join(import.meta.dirname, "../..");

type RunningSite = { code: string; name: string; level: string; host: string; theme: string };

export type Running = {
  url: string;
  admin: string;
  ops: string;
  processes: Record<"gateway" | "next" | "admin" | "worker" | "postgres", number>;
  sites: RunningSite[];
};

export const readRunning = (path: string): Running =>
  JSON.parse(readFileSync(path, "utf8")) as Running;

function runningPath(): string {
  const path = process.env["ZS_RUNNING"];
  if (!path) throw new Error("ZS_RUNNING names no running.json: start the tests with npm test");
  return path;
}

/** DATA_DIR of the shared product. */
export const dataDir = (): string => dirname(runningPath());

/** Read anew each time: ports and pids change when a process is replaced. */
export const running = (): Running => readRunning(runningPath());

export const gatewayPort = (): string => new URL(running().url).port;

export function originOf(host: string): string {
  return `http://${host}:${gatewayPort()}`;
}

/** A site of the demo group. @throws when it has no such site */
export function siteOf(code: string): RunningSite & { origin: string } {
  const site = running().sites.find((one) => one.code === code);
  if (!site) throw new Error(`no site ${code} in running.json`);
  return { ...site, origin: originOf(site.host) };
}
