/** Programs that only measure: fetched when they are needed, no part of the platform. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Path of a file of an npm package in exactly this version. @throws when it cannot be fetched */
export function fetchTool(name: string, version: string, file: string): string {
  const folder = join(tmpdir(), `zs-tool-${name}-${version}`);
  const path = join(folder, "node_modules", name, file);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status } = spawnSync("npm", [...args, `${name}@${version}`], { stdio: "inherit" });
  if (status !== 0 || !existsSync(path)) throw new Error(`${name} ${version} could not be fetched`);
  return path;
}
