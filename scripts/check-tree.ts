/** What the small checks share: walking the tree, and saying what was found. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NEVER = new Set(["node_modules", "test-results", "playwright-report"]);

/** Files below `top` (a folder of `root`, or a file), as paths relative to `root` with `/`, sorted. Dot folders are left out. */
export function filesBelow(root: string, top: string): string[] {
  if (!existsSync(join(root, top))) return [];
  return readdirSync(join(root, top), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith(".") && !NEVER.has(entry.name))
    .flatMap((entry) => {
      const path = top === "." ? entry.name : `${top}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The end of each check when run by hand: every problem on its own line, exit code 1 when there is one. */
export function report(problems: string[], advice = ""): void {
  if (problems.length === 0) return;
  console.error([...problems, ...(advice === "" ? [] : ["", advice])].join("\n"));
  process.exitCode = 1;
}
