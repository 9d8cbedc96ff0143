/** An import that is killed twenty times in the middle ends as one that was left in peace. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import type { Base, Document } from "./support/import-base.ts";
import { readDocuments, startBase } from "./support/import-base.ts";
import { startImport } from "./support/import-run.ts";
import type { State } from "./support/import-state.ts";
import { stateOf } from "./support/import-state.ts";

const KILLS = 20;
/** Enough that every run is killed in the middle, whatever the machine. */
const COPIES = 5;
const GOALS = { kills: KILLS, differingTables: 0 };

/** Real documents several times under other ids, with lines between them that are none. */
function writeInput(path: string, documents: readonly Document[]): number {
  const lines = Array.from({ length: COPIES }, (_, copy) =>
    documents.flatMap((document, at) => {
      const id = `${copy}-${document.id}`;
      const url = `http://www.old.example.cn/art/${copy}/${at}.html`;
      const record = JSON.stringify({ ...document, id, url });
      if (at % 500 === 7) return [record, "{ broken", record];
      return at % 500 === 99 ? [JSON.stringify({ ...document, title: "" })] : [record];
    }),
  ).flat();
  writeFileSync(path, `${lines.join("\n")}\n`);
  return lines.length;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function receipts({ bench: { sql } }: Base): Promise<number> {
  const [row] = await sql<{ n: string }[]>`select count(*) as n from import_record`;
  return Number(row?.n);
}

/** Runs the import; killed with SIGKILL once it has come further and a moment has passed. */
async function runKilled(base: Base, input: string, pauseMs: number): Promise<boolean> {
  const before = await receipts(base);
  const child = startImport(base, input, "ignore");
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  while (child.exitCode === null && (await receipts(base)) === before) await wait(5);
  await wait(pauseMs);
  const isKilled = child.kill("SIGKILL");
  await ended;
  return isKilled && child.signalCode === "SIGKILL";
}

async function runOut(base: Base, input: string): Promise<void> {
  const child = startImport(base, input, "ignore");
  await new Promise<void>((done) => child.once("exit", () => done()));
}

async function inPeace(documents: readonly Document[]): Promise<State> {
  const base = await startBase();
  try {
    const input = join(base.dataDir, "input.jsonl");
    writeInput(input, documents);
    await runOut(base, input);
    return await stateOf(base.bench.sql);
  } finally {
    await base.stop();
  }
}

export const run: Run = async (seed, say) => {
  const next = random(seed);
  const { source, documents } = readDocuments();
  const wanted = await inPeace(documents);
  const base = await startBase();
  try {
    const input = join(base.dataDir, "input.jsonl");
    const lines = writeInput(input, documents);
    say(`${lines} 行，来自 ${source}；一次跑完后各表：${JSON.stringify(wanted)}`);
    const killedAt: number[] = [];
    while (killedAt.length < KILLS) {
      if (!(await runKilled(base, input, Math.floor(next() * 300)))) break;
      killedAt.push(await receipts(base));
    }
    say(`杀 ${killedAt.length} 次，每次之后的回执数：${killedAt.join(" ")}`);
    await runOut(base, input);
    const state = await stateOf(base.bench.sql);
    const differing = Object.keys(wanted).filter(
      (table) => wanted[table]?.digest !== state[table]?.digest,
    );
    say(
      differing.length === 0
        ? "各表相同"
        : `不同：${differing.join(", ")} ${JSON.stringify(state)}`,
    );
    const figures = { lines, kills: killedAt.length, killedAt, differing, state };
    return { pass: killedAt.length === KILLS && differing.length === 0, figures, goals: GOALS };
  } finally {
    await base.stop();
  }
};
