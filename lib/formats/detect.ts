import { lstat } from "node:fs/promises";
import { decodeText } from "./charset.ts";
import { readHead } from "./source.ts";

export const FORMATS = ["jsonl", "wxr", "feed", "pages"] as const;
export type Format = (typeof FORMATS)[number];

/** What a file or folder holds, told by how it begins. Null when it is none of the formats. */
export async function detectFormat(path: string): Promise<Format | null> {
  if ((await lstat(path)).isDirectory()) return "pages";
  const head = decodeText(await readHead(path, 16 * 1024)).text.trimStart();
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
