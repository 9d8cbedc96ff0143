import { decodeText } from "./charset.ts";
import type { Broken, Found } from "./found.ts";
import { openFile } from "./source.ts";

/** One record may be this long; a longer one is refused and the next one read. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** What bytes that are no UTF-8 look like: told, not guessed into the base. */
function encodingProblem(bytes: Buffer): string {
  const { charset } = decodeText(bytes);
  return charset === "utf-8"
    ? "不是 UTF-8 not UTF-8"
    : `不是 UTF-8，像是 ${charset.toUpperCase()}，请转换后再导入 not UTF-8, it looks like ${charset}`;
}

function readRecord(bytes: Buffer, line: number): Found<unknown> | Broken | null {
  try {
    const text = decoder.decode(bytes).trim();
    if (text === "") return null;
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    const problem = error instanceof SyntaxError ? "不是 JSON not JSON" : encodingProblem(bytes);
    return { line, problem: `第 ${line} 行：${problem}` };
  }
}

/** Cuts bytes into lines; of a line that is too long only its length is kept. */
class LineCutter {
  private held: Buffer[] = [];
  private size = 0;
  line = 1;

  private take(part: Buffer): void {
    this.size += part.length;
    if (this.size <= MAX_LINE_BYTES) this.held.push(part);
  }

  /** The line that ends here, as a record or as what is wrong with it; null when it is blank. */
  finish(): Found<unknown> | Broken | null {
    const { line } = this;
    const isLong = this.size > MAX_LINE_BYTES;
    const bytes = Buffer.concat(this.held);
    this.held = [];
    this.size = 0;
    this.line += 1;
    if (isLong) return { line, problem: `第 ${line} 行：超过 8 MB longer than 8 MB` };
    return readRecord(bytes, line);
  }

  *cut(chunk: Buffer): Generator<Found<unknown> | Broken> {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      this.take(chunk.subarray(from, at));
      from = at + 1;
      const found = this.finish();
      if (found) yield found;
    }
    this.take(chunk.subarray(from));
  }
}

/**
 * Reads JSON Lines, gzipped or not, in bounded memory, whatever the file. A broken line becomes a
 * `Broken`; a broken archive ends the reading with one that says where.
 */
export async function* readJsonLines(
  path: string,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<Found<unknown> | Broken> {
  const source = await openFile(path, onBytes);
  const lines = new LineCutter();
  try {
    for await (const chunk of source) yield* lines.cut(chunk);
  } catch (error) {
    const why = error instanceof Error ? error.message : "?";
    const { line } = lines;
    yield { line, problem: `第 ${line} 行附近：文件损坏 the file is damaged here (${why})` };
    return;
  }
  const last = lines.finish();
  if (last) yield last;
}
