/**
 * Runs as a process of its own: reads the words of the file on stdin and says them on stdout as one
 * line of JSON (`Reading`). It may read this program and nothing else, write nothing and start nothing; a
 * reader of papers that is attacked takes only this process with it. `argv[2]`: most characters.
 */
import { readPaper } from "./paper.ts";
import type { Reading } from "./reading.ts";
import { PaperProblem } from "./reading.ts";

const DETAIL_CHARACTERS = 200;

async function reading(bytes: Buffer, limit: number): Promise<Reading> {
  try {
    const text = await readPaper(bytes, limit);
    return /[\p{L}\p{N}]/u.test(text) ? { state: "done", text } : { state: "nothing" };
  } catch (error) {
    const detail = (error as Error).message.slice(0, DETAIL_CHARACTERS).toWellFormed();
    // What a reader of papers throws is about the paper; that it threw is all we can know.
    const reason = error instanceof PaperProblem ? error.reason : "damaged";
    return { state: "failed", reason, detail };
  }
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const said = await reading(Buffer.concat(chunks), Number(process.argv[2]));
process.stdout.write(`${JSON.stringify(said)}\n`, () => process.exit(0));
