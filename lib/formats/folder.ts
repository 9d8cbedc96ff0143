import type { Dirent } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { basename, join, posix, sep } from "node:path";
import type { Broken, Found } from "./found.ts";
import type { SavedPage } from "./page.ts";
import { readPage } from "./page.ts";

const PAGE = /\.(?:s?html?|xhtml|jsp|aspx?|php)$/i;
const MAX_PAGE_BYTES = 20 * 1024 * 1024;
const MAX_DEPTH = 32;

export type FolderPage = SavedPage & { /** `2019/a.html`, below the folder. */ path: string };

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);

type Entry = { path: string; problem: string | null };

/** Files below a folder in one order, whatever the disk's. Links are told and never followed. */
async function* walk(root: string, below: string, depth: number): AsyncGenerator<Entry> {
  if (depth > MAX_DEPTH) {
    yield { path: below, problem: `目录超过 ${MAX_DEPTH} 层 folders nested too deep` };
    return;
  }
  for (const entry of (await readdir(join(root, below), { withFileTypes: true })).sort(byName)) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink())
      yield { path, problem: "是符号链接，不跟随 a symbolic link is not followed" };
    else if (entry.isDirectory()) yield* walk(root, path, depth + 1);
    else if (entry.isFile()) yield { path, problem: null };
  }
}

/** Every file of a folder with its size, for telling whether it is the same folder. */
export async function* listFolder(
  root: string,
): AsyncGenerator<{ path: string; sizeBytes: number }> {
  for await (const { path, problem } of walk(root, "", 0))
    if (!problem) yield { path, sizeBytes: (await lstat(join(root, path))).size };
}

async function readEntry(root: string, { path, problem }: Entry): Promise<FolderPage | string> {
  if (problem) return problem;
  const { size } = await lstat(join(root, path));
  if (size > MAX_PAGE_BYTES) return "超过 20 MB larger than 20 MB";
  return { ...readPage(await readFile(join(root, path))), path };
}

/** Saved pages of a folder (or one saved page), one after the other. */
export async function* readFolder(
  root: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Found<FolderPage> | Broken> {
  let line = 0;
  const isFolder = (await lstat(root)).isDirectory();
  const entries = isFolder ? walk(root, "", 0) : [{ path: basename(root), problem: null }];
  const folder = isFolder ? root : join(root, "..");
  for await (const entry of entries) {
    if (isFolder && !entry.problem && !PAGE.test(entry.path)) continue;
    line += 1;
    const read = await readEntry(folder, entry);
    onBytes(1);
    yield typeof read === "string"
      ? { line, problem: `${entry.path}：${read}` }
      : { line, value: read };
  }
}

/**
 * The file a page of the folder points to: `../files/1.pdf` seen from `2019/a.html`. Null when it
 * leads out of the folder, through a link, or to nothing.
 */
export async function findBeside(root: string, page: string, raw: string): Promise<string | null> {
  const written = raw.split(/[?#]/)[0] ?? "";
  if (written === "" || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) return null;
  const decoded = decodeName(written);
  if (decoded === null || /[\\\p{Cc}]/u.test(decoded)) return null;
  const start = decoded.startsWith("/") ? "" : posix.dirname(page);
  const path = posix.join(start, decoded.replace(/^\/+/, ""));
  if (path.startsWith("..") || posix.isAbsolute(path)) return null;
  return (await isPlainFile(root, path)) ? path : null;
}

function decodeName(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

/** No step of the way may be a link: it could lead anywhere. */
async function isPlainFile(root: string, path: string): Promise<boolean> {
  const steps = path.split("/");
  for (const [index] of steps.entries()) {
    const at = join(root, steps.slice(0, index + 1).join(sep));
    const facts = await lstat(at).catch(() => null);
    if (!facts || facts.isSymbolicLink()) return false;
    if (index === steps.length - 1) return facts.isFile();
  }
  return false;
}
