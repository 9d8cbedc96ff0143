import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Format } from "#lib/formats/detect.ts";
import { readFeed } from "#lib/formats/feed.ts";
import { listFolder } from "#lib/formats/folder.ts";
import type { Broken, ForeignDocument, Found } from "#lib/formats/found.ts";
import { isBroken } from "#lib/formats/found.ts";
import { readJsonLines } from "#lib/formats/json-lines.ts";
import { readPages } from "#lib/formats/pages.ts";
import type { PageTree } from "#lib/formats/tree.ts";
import { readWordpress } from "#lib/formats/wordpress.ts";
import type { Receipt, RecordLine } from "#modules/resources/commands/prepare.ts";
import { refused } from "#modules/resources/commands/prepare.ts";
import { importDocument } from "#modules/resources/schema.ts";
import { mayEmbed } from "./embedded.ts";
import type { FileKeeper } from "./import-files.ts";
import { pageRecord, postRecord } from "./import-records.ts";

/** What the records of another system are not given there. */
export type Defaults = {
  source: string;
  baseUrl: string | null;
  isPublished: boolean;
  /** Makes identities that are only numbers or file names those of this input. */
  scope: string;
};

const HEAD_BYTES = 1024 * 1024;

/** How much there is to read, for the progress line: bytes, or the files of a folder. */
export async function sizeOf(path: string): Promise<number> {
  const facts = await stat(path);
  if (!facts.isDirectory()) return facts.size;
  let count = 0;
  for await (const _ of listFolder(path)) count += 1;
  return count;
}

/** Tells one input from another without reading all of it: its beginning, end and size, and how it is read. */
export async function digestOf(path: string, how: unknown): Promise<Buffer> {
  const hash = createHash("sha256").update(JSON.stringify(how));
  const facts = await stat(path);
  if (facts.isDirectory()) {
    for await (const file of listFolder(path)) hash.update(JSON.stringify(file));
    return hash.digest();
  }
  hash.update(String(facts.size));
  for (const start of [0, Math.max(0, facts.size - HEAD_BYTES)])
    for await (const chunk of createReadStream(path, { start, end: start + HEAD_BYTES }))
      hash.update(chunk as Buffer);
  return hash.digest();
}

type Beside = {
  defaults: Defaults;
  files: FileKeeper;
  /** The pages, or the files that came along with an export; null where none did. */
  tree: PageTree | null;
  onBytes: (count: number) => void;
};

/** What was found, made a record; what is broken has its receipt. */
async function* each<Value>(
  found: AsyncIterable<Found<Value> | Broken>,
  make: (line: number, value: Value) => RecordLine | Receipt | Promise<RecordLine | Receipt>,
): AsyncGenerator<RecordLine | Receipt> {
  for await (const one of found)
    yield isBroken(one) ? refused(one.line, null, one.problem) : await make(one.line, one.value);
}

/** Whether pictures may stand in its text with all their bytes. */
function embeds({ value }: RecordLine): boolean {
  const { body_html: html } = (value ?? {}) as { body_html?: unknown };
  return typeof html === "string" && mayEmbed(html);
}

/** A record with the files beside and in it. One that does not fit is refused later, with its reasons. */
async function withFiles(record: RecordLine, files: FileKeeper): Promise<RecordLine> {
  const parsed = importDocument.safeParse(record.value);
  if (!parsed.success) return record;
  const found = await files.filesOfRecord(parsed.data);
  return { ...record, files: found.files, notes: [...(record.notes ?? []), ...found.notes] };
}

/** Every record of the input, or its receipt when it is none, in one order that never changes. */
export function readInput(
  path: string,
  format: Format,
  { defaults, files, tree, onBytes }: Beside,
): AsyncGenerator<RecordLine | Receipt> {
  const beside = (record: RecordLine | Receipt) =>
    "value" in record && (tree || embeds(record)) ? withFiles(record, files) : record;
  const post = (line: number, document: ForeignDocument) =>
    beside(postRecord(line, document, defaults));
  switch (format) {
    case "jsonl":
      return each(readJsonLines(path, onBytes), (line, value) => beside({ line, value }));
    case "wxr":
      return each(readWordpress(path, onBytes), post);
    case "feed":
      return each(readFeed(path, onBytes), post);
    case "pages":
      if (!tree) throw new Error("pages are read from a tree");
      return each(readPages(tree, onBytes), async (line, page) =>
        pageRecord(line, page, defaults, await files.filesOf(page)),
      );
  }
}
