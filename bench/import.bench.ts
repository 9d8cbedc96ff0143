/** How fast real documents come in, against the least that PostgreSQL could do with the same rows. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect } from "#db/client.ts";
import type { Run } from "./support/figures.ts";
import type { Base, Document } from "./support/import-base.ts";
import { readDocuments, startBase } from "./support/import-base.ts";
import type { Measured } from "./support/import-run.ts";
import { runImport } from "./support/import-run.ts";

/** At least so many in one run: the whole sets, again and again, so that their average is the average. */
const LEAST = 18_000;
const GOALS = { documentsPerCoreSecond: 500, maxRssMb: 300 };
const TABLES = [
  "resource",
  "edition",
  "placement",
  "placement_column",
  "import_record",
  "redirect",
];
type Input = { count: number; bytes: number };

/** Documents of the average kind, each with an identity and address of its own. */
function writeInput(path: string, documents: readonly Document[]): Input {
  const count = Math.ceil(LEAST / documents.length) * documents.length;
  const lines: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const document = documents[at % documents.length];
    const id = `bench-${at}-${document?.id}`;
    lines.push(
      JSON.stringify({ ...document, id, url: `http://www.old.example.cn/art/${at}.html` }),
    );
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
  return { count, bytes: statSync(path).size };
}

/** The same rows by COPY into tables of the same shape without index, constraint or trigger. */
async function copySeconds({ url, dataDir }: Base): Promise<number> {
  // As long as it takes: on a busy machine the largest table takes more than a usual statement may.
  const { sql } = connect({ role: "owner", max: 1, name: "bench", url, statementMs: 0 });
  const texts = new Map<string, Buffer>();
  for (const table of TABLES) {
    // Where the server may write, whoever runs it.
    const path = join(dataDir, "pg", `${table}.copy`);
    await sql`copy ${sql(table)} to ${sql.unsafe(`'${path}'`)}`;
    texts.set(table, readFileSync(path));
  }
  for (const table of TABLES)
    await sql`create temp table ${sql(`copy_${table}`)} as select * from ${sql(table)} with no data`;
  const started = performance.now();
  for (const [table, text] of texts)
    await pipeline(
      Readable.from([text]),
      await sql`copy ${sql(`copy_${table}`)} from stdin`.writable(),
    );
  const seconds = (performance.now() - started) / 1000;
  await sql.end();
  return seconds;
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits));

function figuresOf({ seconds, nodeCpu, postgresCpu, rssMb }: Measured, { count, bytes }: Input) {
  return {
    documents: count,
    averageBytes: round(bytes / count),
    seconds: round(seconds, 2),
    documentsPerSecond: round(count / seconds),
    nodeCpuSeconds: round(nodeCpu, 2),
    postgresCpuSeconds: round(postgresCpu, 2),
    documentsPerCoreSecond: round(count / (nodeCpu + postgresCpu)),
    maxRssMb: rssMb,
  };
}

type Figures = ReturnType<typeof figuresOf>;

const wordsOf = (run: Figures): string =>
  `${run.documents} 篇导入 ${run.seconds} s：每秒 ${run.documentsPerSecond} 篇（墙上时间，含启动）；CPU：程序 ${run.nodeCpuSeconds} s，` +
  `数据库 ${run.postgresCpuSeconds} s → 一个核每秒 ${run.documentsPerCoreSecond} 篇`;

/** What other work on the machine takes away differs from run to run; it never gives anything. */
const RUNS = 3;

async function importInto(base: Base, documents: readonly Document[]): Promise<Figures> {
  const path = join(base.dataDir, "input.jsonl");
  const input = writeInput(path, documents);
  return figuresOf(await runImport(base, path), input);
}

/** One run in a database of its own. */
async function runOnce(say: (words: string) => void, documents: readonly Document[]) {
  const base = await startBase();
  try {
    const figures = await importInto(base, documents);
    say(wordsOf(figures));
    const copy = await copySeconds(base);
    const ratioToCopy = round(figures.seconds / copy, 1);
    say(`  裸 COPY 同样的行 ${round(copy, 2)} s → 导入是它的 ${ratioToCopy} 倍`);
    return { ...figures, copySeconds: round(copy, 2), ratioToCopy };
  } finally {
    await base.stop();
  }
}

export const run: Run = async (_, say) => {
  const { source, documents } = readDocuments();
  say(`${RUNS} 次，来自 ${source}`);
  const runs = [];
  while (runs.length < RUNS) runs.push(await runOnce(say, documents));
  const best = runs.reduce((one, other) =>
    other.documentsPerCoreSecond > one.documentsPerCoreSecond ? other : one,
  );
  const maxRssMb = Math.max(...runs.map((one) => one.maxRssMb));
  say(`最好的一次一个核每秒 ${best.documentsPerCoreSecond} 篇，内存最高 ${maxRssMb} MB`);
  const pass =
    best.documentsPerCoreSecond >= GOALS.documentsPerCoreSecond && maxRssMb <= GOALS.maxRssMb;
  const everyRunPerCoreSecond = runs.map((one) => one.documentsPerCoreSecond);
  const figures = { ...best, maxRssMb, everyRunPerCoreSecond };
  return { pass, figures, goals: GOALS };
};
