/**
 * Keeps every module the same shape: closed vocabulary, README with its parts, known tier, no
 * drawers, no file over 400 lines. The vocabulary is closed on purpose: a reader who knows one module
 * knows them all. To add a word, change it here and in docs/conventions.md in one commit.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import tiers from "../.ci/tiers.json" with { type: "json" };
import { filesBelow, readText, report } from "./check-tree.ts";

const WORDS = [
  "schema",
  "domain",
  "policy",
  "queries",
  "commands",
  "loaders",
  "actions",
  "events",
  "reactions",
];
/** Modules that own infrastructure files besides. */
const EXTRA: Record<string, string[]> = { access: ["context", "session", "action", "password"] };
const MODULES = new Set(Object.values(tiers).flat());

/** What a module's README must say; its first line is `# name · 名字`. */
export const README_PARTS = [
  "**中文**",
  "**English**",
  "Tables:",
  "Events:",
  "Grants:",
  "Rules served:",
];

const DB_NAMES = new Set([
  "schema",
  "enums",
  "client.ts",
  "tx.ts",
  "deadline.ts",
  "copy.ts",
  "migrate.ts",
  "migrations",
  "embedded",
  "testing",
  "next-cache",
]);

const DRAWERS = /^(index|utils?|helpers?|misc|common|shared)(\.[a-z]+)*\.(ts|tsx|mjs)$/;
const TEST = /^[a-z0-9-]+(\.(db|data))?\.test\.tsx?$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEBAB_FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?\.(ts|tsx)$/;
const SOURCE = /\.(ts|tsx|mjs|css)$/;
const SOURCE_TOPS =
  "app modules components db themes lib gateway worker e2e bench scripts middleware.ts instrumentation.ts".split(
    " ",
  );
const DRAWER_TOPS = ["modules", "lib", "components", "themes", "db", "gateway", "worker"];

const MAX_LINES = 400;
const MAX_PAGE_LINES = 60;

function wordProblems(root: string, folder: string, words: Set<string>): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? folderProblems(root, `${folder}/${entry.name}`, words)
      : fileProblems(folder, entry.name, words),
  );
}

function folderProblems(root: string, path: string, words: Set<string>): string[] {
  const name = lastName(path);
  // A word grown too big for one file becomes a folder of the same name; `components` is open.
  if (name === "components" || words.has(name)) return openFolderProblems(root, path);
  // Any other folder is a sub-concern and follows the same vocabulary.
  return KEBAB.test(name) ? wordProblems(root, path, words) : [`${path}/: not kebab-case`];
}

function fileProblems(folder: string, name: string, words: Set<string>): string[] {
  const isWord = name.endsWith(".ts") && words.has(name.slice(0, -3));
  if (isWord || name === "README.md" || TEST.test(name)) return [];
  return [`${folder}/${name}: not a word of the vocabulary`];
}

function openFolderProblems(root: string, folder: string): string[] {
  return filesBelow(root, folder)
    .filter((path) => !KEBAB_FILE.test(lastName(path)) && !TEST.test(lastName(path)))
    .map((path) => `${path}: not a kebab-case .ts or .tsx file`);
}

function readmeProblems(root: string, module: string): string[] {
  const path = `modules/${module}/README.md`;
  if (!existsSync(join(root, path))) return [`modules/${module}/: README.md is missing`];
  const text = readText(root, path);
  const missing = README_PARTS.filter((part) => !text.includes(part)).map(
    (part) => `${path}: "${part}" is missing`,
  );
  const isTitled = text.startsWith(`# ${module} · `);
  return isTitled ? missing : [`${path}: its first line is not "# ${module} · 名字"`, ...missing];
}

/** The build refuses a leak to the browser only where the first line asks it to. */
function markProblems(root: string, module: string): string[] {
  return filesBelow(root, `modules/${module}`)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .flatMap((path) => {
      const isServer = /\/(queries|commands|loaders)(\/|\.ts$)/.test(path);
      const isAction = /\/actions(\/|\.ts$)/.test(path);
      const text = readText(root, path);
      if (isServer && !text.includes('import "server-only";'))
        return [`${path}: import "server-only" is missing`];
      if (isAction && !/^(\/\*[\s\S]*?\*\/\s*|\/\/.*\n)*"use server";/.test(text))
        return [`${path}: "use server" must be its first statement`];
      return [];
    });
}

function moduleProblems(root: string): string[] {
  if (!existsSync(join(root, "modules"))) return [];
  return readdirSync(join(root, "modules"), { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) {
      const isKnown = /^reactions(\.db)?(\.test)?\.ts$/.test(entry.name);
      return isKnown ? [] : [`modules/${entry.name}: only reactions.ts stands outside a module`];
    }
    const words = new Set([...WORDS, ...(EXTRA[entry.name] ?? [])]);
    const tierless = MODULES.has(entry.name)
      ? []
      : [`modules/${entry.name}/: belongs to no tier of .ci/tiers.json`];
    return [
      ...tierless,
      ...readmeProblems(root, entry.name),
      ...wordProblems(root, `modules/${entry.name}`, words),
      ...markProblems(root, entry.name),
    ];
  });
}

function dbProblems(root: string): string[] {
  if (!existsSync(join(root, "db"))) return [];
  const strangers = readdirSync(join(root, "db"))
    .filter((name) => !DB_NAMES.has(name) && !TEST.test(name))
    .map((name) => `db/${name}: not a word of db (${[...DB_NAMES].join(", ")})`);
  const homeless = ["db/schema", "db/enums"]
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => !TEST.test(lastName(path)))
    .filter((path) => {
      const owner = path.split("/")[2]?.replace(/\.ts$/, "") ?? "";
      return !owner.startsWith("_") && !MODULES.has(owner);
    })
    .map((path) => `${path}: named after no module of .ci/tiers.json`);
  return [...strangers, ...homeless];
}

function drawerProblems(root: string): string[] {
  return DRAWER_TOPS.flatMap((top) => filesBelow(root, top))
    .filter((path) => DRAWERS.test(lastName(path)))
    .map((path) => `${path}: a drawer (no index, utils, helpers): name it after its subject`);
}

function sizeProblems(root: string): string[] {
  return SOURCE_TOPS.flatMap((top) => (SOURCE.test(top) ? [top] : filesBelow(root, top)))
    .filter((path) => SOURCE.test(path) && existsSync(join(root, path)))
    .flatMap((path) => {
      const lines = readText(root, path).trimEnd().split("\n").length;
      const most = /^app\/.*\/page\.tsx$/.test(path) ? MAX_PAGE_LINES : MAX_LINES;
      return lines > most ? [`${path}: ${lines} lines, at most ${most}`] : [];
    });
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function shapeProblems(root: string): string[] {
  return [
    ...moduleProblems(root),
    ...dbProblems(root),
    ...drawerProblems(root),
    ...sizeProblems(root),
  ];
}

if (import.meta.main) {
  report(
    shapeProblems(process.cwd()),
    `Vocabulary: README.md, ${WORDS.map((word) => `${word}.ts`).join(", ")}, components/, *.test.ts`,
  );
}
