/**
 * Makes package-lock.json one that `npm ci` accepts on any npm from 10 on. Run it after every
 * `npm install`; `--check` (part of `npm run verify`) changes nothing and fails when it would.
 *
 * Our registry lacks some packages for platforms we do not run on. npm then leaves them out of the
 * lock, and `npm ci` refuses that lock ("Missing: @next/swc-darwin-arm64 from lock file"). So each
 * one gets a stub: version, os, cpu, optional. Second, npm 11 writes some entries for one platform
 * without `optional`, and npm 10 then stops with EBADPLATFORM. Third, no registry address may stay.
 */
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = "package-lock.json";
const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"];

/** Word in a package's name → npm's name of the system. The more special word stands first. */
const SYSTEMS = [
  ["darwin", "darwin"],
  ["win32", "win32"],
  ["windows", "win32"],
  ["freebsd", "freebsd"],
  ["netbsd", "netbsd"],
  ["openbsd", "openbsd"],
  ["android", "android"],
  ["openharmony", "openharmony"],
  ["sunos", "sunos"],
  ["aix", "aix"],
  ["linux", "linux"],
];
const PROCESSORS =
  /(?:^|[-_/])(arm64|x64|ia32|arm|riscv64|s390x|ppc64|loong64|mips64el|wasm32)(?=$|[-_])/;

/** Node's way of finding `name` from the package installed at `from`. */
function isInLock(packages, from, name) {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))
  ) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

function stub(name, range, parent) {
  const system = SYSTEMS.find(([word]) => name.includes(word))?.[1] ?? "none";
  const processor = PROCESSORS.exec(name)?.[1];
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    license: "MIT",
    optional: true,
    os: [system],
  };
}

/** Changes `lock` and tells what it changed. */
function fix(lock) {
  const { packages } = lock;
  const changes = [];
  for (const [path, entry] of Object.entries({ ...packages })) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isInLock(packages, path, name)) continue;
      packages[`node_modules/${name}`] = stub(name, range, entry);
      changes.push(`stub for ${name} ${range}`);
    }
    if (entry.os && !entry.optional) {
      entry.optional = true;
      changes.push(`${path} is for one system: optional`);
    }
    if (entry.resolved?.includes("://")) {
      delete entry.resolved;
      changes.push(`${path}: address of a registry`);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return changes;
}

/** What `npm ci` would refuse and no fixing can mend: the lock was made for another package.json. */
function outOfStep(lock, manifest) {
  const root = lock.packages[""];
  return GROUPS.flatMap((group) => {
    const wanted = manifest[group] ?? {};
    const locked = root[group] ?? {};
    return [...new Set([...Object.keys(wanted), ...Object.keys(locked)])]
      .filter((name) => wanted[name] !== locked[name])
      .map(
        (name) => `${group}.${name}: ${wanted[name]} in package.json, ${locked[name]} in the lock`,
      );
  });
}

const lock = JSON.parse(readFileSync(LOCK, "utf8"));
const apart = outOfStep(lock, JSON.parse(readFileSync("package.json", "utf8")));
const changes = fix(lock);

if (process.argv.includes("--check")) {
  for (const problem of apart) console.error(`${problem}: run npm install`);
  for (const change of changes) console.error(`${change}: run node scripts/fix-lock.mjs`);
  process.exitCode = apart.length + changes.length > 0 ? 1 : 0;
} else {
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  for (const change of changes) console.log(change);
  console.log(`${LOCK}: ${changes.length} changes`);
}
