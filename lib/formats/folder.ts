import type { Dirent } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import type { PageTree, TreeEntry } from "./tree.ts";

const MAX_DEPTH = 32;

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);

/** Files below a folder in one order, whatever the disk's. Links are told and never followed. */
async function* walk(root: string, below: string, depth: number): AsyncGenerator<TreeEntry> {
  if (depth > MAX_DEPTH) {
    const problem = `目录超过 ${MAX_DEPTH} 层 folders nested too deep`;
    yield { path: below, problem, weight: 1 };
    return;
  }
  for (const entry of (await readdir(join(root, below), { withFileTypes: true })).sort(byName)) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const link = "是符号链接，不跟随 a symbolic link is not followed";
    if (entry.isSymbolicLink()) yield { path, problem: link, weight: 1 };
    else if (entry.isDirectory()) yield* walk(root, path, depth + 1);
    else if (entry.isFile()) yield { path, problem: null, weight: 1 };
  }
}

/** Every file of a folder with its size, for telling whether it is the same folder. */
export async function* listFolder(
  root: string,
): AsyncGenerator<{ path: string; sizeBytes: number }> {
  for await (const { path, problem } of walk(root, "", 0))
    if (!problem) yield { path, sizeBytes: (await lstat(join(root, path))).size };
}

/** Bytes of a plain file of a folder. No step of the way may be a link: it could lead anywhere. */
async function plainSize(root: string, path: string): Promise<number | null> {
  const steps = path.split("/");
  for (const [index] of steps.entries()) {
    const at = join(root, steps.slice(0, index + 1).join(sep));
    const facts = await lstat(at).catch(() => null);
    if (!facts || facts.isSymbolicLink()) return null;
    if (index === steps.length - 1) return facts.isFile() ? facts.size : null;
  }
  return null;
}

/** A folder of saved pages, or one saved page: then nothing beside it is read. */
export async function openFolder(path: string): Promise<PageTree> {
  const isFolder = (await lstat(path)).isDirectory();
  const root = isFolder ? path : dirname(path);
  const only = isFolder ? null : basename(path);
  return {
    entries: () => (only === null ? walk(root, "", 0) : [{ path: only, problem: null, weight: 1 }]),
    sizeOf: async (name) => (only === null || only === name ? await plainSize(root, name) : null),
    read: (name) => readFile(join(root, name)),
    close: () => {},
  };
}
