import type { Stats } from "node:fs";
import { lstat, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { NamedEntry } from "./folder-names.ts";
import { below, listNames, OldNames } from "./folder-names.ts";
import type { PageTree, TreeEntry } from "./tree.ts";
import { TreeProblem } from "./tree.ts";

const MAX_DEPTH = 32;

/** What the disk says, in words for one file's receipt. */
function diskProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (!code) throw error;
  if (code === "EACCES" || code === "EPERM") return "没有读取权限 no permission to read it";
  return code === "ENOENT" ? "没有这个文件 no such file" : `读不出来 it cannot be read (${code})`;
}

type FolderEntry = TreeEntry & { raw: Buffer };

const told = (path: string, problem: string | null, raw: Buffer): FolderEntry => ({
  path,
  problem,
  weight: 1,
  raw,
});

function entryProblem({ kind, isSecond }: NamedEntry): string | null {
  if (kind === "link") return "是符号链接，不跟随 a symbolic link is not followed";
  return isSecond ? "同名的文件前面已有 the same name stands before it" : null;
}

/** Files below a folder in one order, whatever the disk's. Links are told and never followed. */
async function* walk(folder: Buffer, path: string, depth: number): AsyncGenerator<FolderEntry> {
  const listed =
    depth > MAX_DEPTH
      ? `目录超过 ${MAX_DEPTH} 层 folders nested too deep`
      : // Of the top there is no receipt to write it in.
        await listNames(folder).catch((error) => {
          if (depth === 0) throw error;
          return diskProblem(error);
        });
  if (typeof listed === "string") {
    yield told(path, listed, folder);
    return;
  }
  for (const entry of listed) {
    if (entry.kind === "other") continue;
    const at = path === "" ? entry.name : `${path}/${entry.name}`;
    const raw = below(folder, entry.raw);
    const problem = entryProblem(entry);
    if (entry.kind === "folder" && !problem) yield* walk(raw, at, depth + 1);
    else yield told(at, problem, raw);
  }
}

/** Every file of a folder with its size, for telling whether it is the same folder. */
export async function* listFolder(
  root: string,
): AsyncGenerator<{ path: string; sizeBytes: number }> {
  for await (const { path, problem, raw } of walk(Buffer.from(root), "", 0)) {
    if (problem) continue;
    const facts = await lstat(raw).catch(() => null);
    yield { path, sizeBytes: facts?.size ?? 0 };
  }
}

type Found = { raw: Buffer; facts: Stats };

/** What has a name in a folder, be the name in UTF-8 or in an old encoding. */
async function findIn(folder: Buffer, name: string, old: OldNames): Promise<Found | null> {
  const look = async (bytes: Buffer) => {
    const raw = below(folder, bytes);
    const facts = await lstat(raw).catch(() => null);
    return facts && { raw, facts };
  };
  const found = await look(Buffer.from(name));
  const oldName = found ? null : await old.find(folder, name);
  return oldName ? await look(oldName) : found;
}

/** A plain file of a folder. No step of the way may be a link: it could lead anywhere. */
async function findPlain(root: Buffer, path: string, old: OldNames): Promise<Found | null> {
  let found: Found | null = null;
  for (const step of path.split("/")) {
    if (found && !found.facts.isDirectory()) return null;
    found = await findIn(found?.raw ?? root, step, old);
    if (!found) return null;
  }
  return found?.facts.isFile() ? found : null;
}

/** A folder of saved pages, or one saved page: then nothing beside it is read. */
export async function openFolder(path: string): Promise<PageTree> {
  const isFolder = (await lstat(path)).isDirectory();
  const root = Buffer.from(isFolder ? path : dirname(path));
  const only = isFolder ? null : basename(path);
  const old = new OldNames();
  return {
    entries: () => (only === null ? walk(root, "", 0) : [{ path: only, problem: null, weight: 1 }]),
    sizeOf: async (name) =>
      only === null || only === name
        ? ((await findPlain(root, name, old))?.facts.size ?? null)
        : null,
    read: async (name) => {
      const file = await findPlain(root, name, old);
      if (!file) throw new TreeProblem("没有这个文件 no such file");
      try {
        return await readFile(file.raw);
      } catch (error) {
        throw new TreeProblem(diskProblem(error));
      }
    },
    close: () => {},
  };
}
