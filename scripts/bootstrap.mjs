/**
 * The first step of every npm script. Runs on any Node from 18 on: installs what package.json pins
 * where it is missing, then goes on with the Node that is among it (24).
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [command = "start", ...args] = process.argv.slice(2);
/** Only these need what checks and tests are made with. */
const NEEDS_DEV = new Set(["test", "verify", "new-module"]);
process.chdir(root);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** True when every pinned package is there in its pinned version. */
function isInstalled(withDev) {
  const { dependencies, devDependencies } = readJson("package.json");
  const pinned = { ...dependencies, ...(withDev ? devDependencies : {}) };
  return Object.entries(pinned).every(([name, version]) => {
    const manifest = join("node_modules", name, "package.json");
    return existsSync(manifest) && readJson(manifest).version === version;
  });
}

function install(withDev) {
  const since = Date.now();
  process.stderr.write("安装依赖 installing packages …\n");
  const flags = [
    "ci",
    withDev ? "--include=dev" : "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  // npm prints to stderr: stdout belongs to what the command says.
  const { status, error } = spawnSync("npm", flags, {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(
      `npm ci failed (${error?.message ?? status}). Is the npm registry reachable?\n`,
    );
    process.exit(1);
  }
  process.stderr.write(
    `安装依赖 packages installed · ${((Date.now() - since) / 1000).toFixed(1)} s\n`,
  );
}

const withDev = NEEDS_DEV.has(command);
if (!isInstalled(withDev)) install(withDev);

const pinnedNode = join(
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const major = Number(process.versions.node.split(".")[0]);
const runtime = existsSync(pinnedNode) ? join(root, pinnedNode) : process.execPath;
if (runtime === process.execPath && major < 24) {
  process.stderr.write(
    `Node 24 is needed and the package "node" brought none; this is ${process.version}.\n`,
  );
  process.exit(1);
}

/** An import stays small whatever the file: bounded heap, freed memory given back at once. NODE_OPTIONS go before it. */
const own =
  command === "cli" && args[0] === "import" && !process.env.NODE_OPTIONS
    ? readJson("scripts/cli-process.json").import
    : { flags: [], env: {} };
const env = {
  ...process.env,
  ...own.env,
  NEXT_TELEMETRY_DISABLED: "1",
  PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`,
};
// The channel tells the child when this process is gone, however it went.
const child = spawn(
  runtime,
  [...own.flags, "--conditions=react-server", `scripts/${command}.ts`, ...args],
  {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env,
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
