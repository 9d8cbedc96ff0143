/** Names of files on a disk that may be older than UTF-8: bytes there, words here. */
import { isUtf8 } from "node:buffer";
import { readdir } from "node:fs/promises";
import { decoderFor, decodeText } from "./charset.ts";

const SLASH = Buffer.from("/");

export type NamedEntry = {
  name: string;
  /** The name as the disk has it. */
  raw: Buffer;
  kind: "file" | "folder" | "link" | "other";
  /** Another file before it has the same name in words. */
  isSecond: boolean;
};

export const below = (folder: Buffer, raw: Buffer): Buffer => Buffer.concat([folder, SLASH, raw]);

const byName = (a: NamedEntry, b: NamedEntry) =>
  a.name === b.name ? Buffer.compare(a.raw, b.raw) : a.name < b.name ? -1 : 1;

/**
 * What lies in a folder, in one order whatever the disk's. Names that are not UTF-8 are of one old encoding, told
 * by all of them together.
 */
export async function listNames(folder: Buffer): Promise<NamedEntry[]> {
  const found = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  const old = found.flatMap(({ name }) => (isUtf8(name) ? [] : [name, Buffer.from("\n")]));
  const decoder = decoderFor(decodeText(Buffer.concat(old)).charset) ?? new TextDecoder("gb18030");
  const entries = found.map((entry): NamedEntry => {
    const { name: raw } = entry;
    const kind = entry.isSymbolicLink()
      ? "link"
      : entry.isDirectory()
        ? "folder"
        : entry.isFile()
          ? "file"
          : "other";
    const name = isUtf8(raw) ? raw.toString("utf8") : decoder.decode(raw);
    return { name, raw, kind, isSecond: false };
  });
  return entries
    .sort(byName)
    .map((entry, at, all) => ({ ...entry, isSecond: all[at - 1]?.name === entry.name }));
}

/** Finds the bytes of names that are not UTF-8; each folder is listed once, and only when a name is missing. */
export class OldNames {
  private readonly known = new Map<string, Promise<Map<string, Buffer>>>();

  async find(folder: Buffer, name: string): Promise<Buffer | null> {
    const at = folder.toString("latin1");
    const listed = this.known.get(at) ?? list(folder);
    this.known.set(at, listed);
    return (await listed).get(name) ?? null;
  }
}

async function list(folder: Buffer): Promise<Map<string, Buffer>> {
  const names = new Map<string, Buffer>();
  for (const { name, raw, isSecond } of await listNames(folder).catch(() => []))
    if (!isUtf8(raw) && !isSecond) names.set(name, raw);
  return names;
}
