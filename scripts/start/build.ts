import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "#lib/env.ts";

const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "modules",
  "themes",
  "middleware.ts",
  "next.config.ts",
  "package.json",
];

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (/\.[a-z]+$/.test(path)) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* filesOf(below);
    else if (!/\.test\.tsx?$|\.sql$|README\.md$/.test(entry.name)) yield below;
  }
}

/** Names what a build would be made from. */
function sourceHash(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 20);
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const { NODE_OPTIONS: _, ...clean } = process.env;
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...clean, NODE_ENV: "production" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(" ")} failed\n${output}`)),
    );
  });
}

/** Builds stylesheets and pages when the sources changed since the last build. Returns the build's name. */
export async function buildIfNeeded(): Promise<{ name: string; isNew: boolean }> {
  const mark = join(env.NEXT_DIST_DIR, "SOURCE_HASH");
  const name = sourceHash();
  const isBuilt =
    existsSync(mark) &&
    readFileSync(mark, "utf8") === name &&
    existsSync(join(env.NEXT_DIST_DIR, "BUILD_ID")) &&
    existsSync(".themes/manifest.json");
  if (isBuilt) return { name, isNew: false };
  await run(["--conditions=react-server", "scripts/themes.ts"]);
  await run(["node_modules/next/dist/bin/next", "build"]);
  mkdirSync(env.NEXT_DIST_DIR, { recursive: true });
  writeFileSync(mark, name);
  return { name, isNew: true };
}
