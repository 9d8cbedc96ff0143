import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { RecordLine } from "#modules/resources/commands/import.ts";

/** One record may be this long; a longer one is refused and the next one read. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** A line that is no record: it gets a receipt like the others. */
export type BadLine = { line: number; problem: string };

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function readRecord(bytes: Buffer, line: number): RecordLine | BadLine | null {
  try {
    const text = decoder.decode(bytes).trim();
    if (text === "") return null;
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    const problem = error instanceof SyntaxError ? "不是 JSON not JSON" : "不是 UTF-8 not UTF-8";
    return { line, problem: `第 ${line} 行：${problem}` };
  }
}

/**
 * Reads JSON Lines, gzipped or not, in bounded memory, whatever the file. A broken line becomes a
 * `BadLine`; a broken archive ends the reading with an error that says where.
 */
export async function* readJsonLines(path: string): AsyncGenerator<RecordLine | BadLine> {
  const file = createReadStream(path);
  const source = (await isGzip(path)) ? pipeline(file, createGunzip(), () => {}) : file;
  let held: Buffer[] = [];
  let size = 0;
  let line = 1;
  const finish = (): RecordLine | BadLine | null => {
    const isLong = size > MAX_LINE_BYTES;
    const found = isLong
      ? { line, problem: `第 ${line} 行：超过 8 MB longer than 8 MB` }
      : readRecord(Buffer.concat(held), line);
    held = [];
    size = 0;
    line += 1;
    return found;
  };
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        size += at - from;
        if (size <= MAX_LINE_BYTES) held.push(chunk.subarray(from, at));
        from = at + 1;
        const found = finish();
        if (found) yield found;
      }
      size += chunk.length - from;
      if (size <= MAX_LINE_BYTES) held.push(chunk.subarray(from));
    }
  } catch (error) {
    yield {
      line,
      problem: `第 ${line} 行附近：文件损坏 the file is damaged here (${error instanceof Error ? error.message : "?"})`,
    };
    return;
  }
  if (size > 0) {
    const found = finish();
    if (found) yield found;
  }
}
