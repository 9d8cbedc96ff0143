import { lstat } from "node:fs/promises";
import { decodeText } from "./charset.ts";
import { openFolder } from "./folder.ts";
import { readHead } from "./source.ts";
import type { PageTree } from "./tree.ts";
import { openZip } from "./zip.ts";
import type { ZipBounds } from "./zip-entry.ts";

export const FORMATS = ["jsonl", "wxr", "feed", "pages"] as const;
export type Format = (typeof FORMATS)[number];

/** An archive begins with its first file, or is empty. */
const isZip = (bytes: Buffer): boolean =>
  ["PK\x03\x04", "PK\x05\x06"].includes(bytes.toString("latin1", 0, 4));

/** The pages of a folder, of an archive, or the one page. */
export async function openTree(path: string, bounds: ZipBounds): Promise<PageTree> {
  if ((await lstat(path)).isDirectory()) return await openFolder(path);
  return isZip(await readHead(path, 4)) ? await openZip(path, bounds) : await openFolder(path);
}

/** What a file or folder holds, told by how it begins. Null when it is none of the formats. */
export async function detectFormat(path: string): Promise<Format | null> {
  if ((await lstat(path)).isDirectory()) return "pages";
  const bytes = await readHead(path, 16 * 1024);
  if (isZip(bytes)) return "pages";
  const head = decodeText(bytes).text.trimStart();
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF|[a-z]+:feed)\b/i.test(
      head,
    )
  )
    return /wordpress\.org\/export\//.test(head) ? "wxr" : "feed";
  if (
    /^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta)\b/i.test(head)
  )
    return "pages";
  if (/^<\?xml/.test(head)) return /wordpress\.org\/export\//.test(head) ? "wxr" : "feed";
  const isNamed = /\.jsonl?(?:\.gz)?$/i.test(path);
  return head.startsWith("{") || head === "" || isNamed ? "jsonl" : null;
}
