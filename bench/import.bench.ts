/** How fast real documents come in, against the least that PostgreSQL could do with the same rows. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { connect } from "#db/client.ts";
import type { Run } from "./support/figures.ts";
import type { Base, Document } from "./support/import-base.ts";
import { readDocuments, startBase } from "./support/import-base.ts";
import { runImport } from "./support/import-run.ts";

const WANTED = 12_000;
const GOALS = { documentsPerCoreSecond: 500, maxRssMb: 300 };
const TABLES = [
  "resource",
  "edition",
  "placement",
  "placement_column",
  "import_record",
  "redirect",
];
/** Documents of the average kind, each with an identity and address of its own. */
function writeInput(path: string, documents: readonly Document[]): number {
  const lines: string[] = [];
  for (let at = 0; at < WANTED; at += 1) {
    const document = documents[at % documents.length];
    const id = `bench-${at}-${document?.id}`;
    lines.push(
      JSON.stringify({ ...document, id, url: `http://www.old.example.cn/art/${at}.html` }),
    );
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
  return statSync(path).size;
}

/** The same rows by COPY into tables of the same shape without index, constraint or trigger. */
async function copySeconds({ url, dataDir }: Base): Promise<number> {
  const { sql } = connect({ role: "owner", max: 1, name: "bench", url });
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

export const run: Run = async (_, say) => {
  const { source, documents } = readDocuments();
  const base = await startBase();
  try {
    const input = join(base.dataDir, "input.jsonl");
    const bytes = writeInput(input, documents);
    say(`${WANTED} 篇，平均 ${round(bytes / WANTED / 1024, 1)} KB 一篇，来自 ${source}`);
    const { seconds, nodeCpu, postgresCpu: postgres, rssMb } = await runImport(base, input);
    const copy = await copySeconds(base);
    const perCore = WANTED / (nodeCpu + postgres);
    say(`导入 ${round(seconds, 1)} s：每秒 ${round(WANTED / seconds)} 篇（墙上时间，含启动）`);
    say(
      `  CPU：程序 ${round(nodeCpu, 1)} s，数据库 ${round(postgres, 1)} s → 一个核每秒 ${round(perCore)} 篇`,
    );
    say(`裸 COPY 同样的行 ${round(copy, 2)} s → 导入是它的 ${round(seconds / copy, 1)} 倍`);
    say(`内存最高 ${rssMb} MB`);
    const figures = {
      documents: WANTED,
      averageBytes: round(bytes / WANTED),
      seconds: round(seconds, 2),
      documentsPerSecond: round(WANTED / seconds),
      nodeCpuSeconds: round(nodeCpu, 2),
      postgresCpuSeconds: round(postgres, 2),
      documentsPerCoreSecond: round(perCore),
      copySeconds: round(copy, 3),
      ratioToCopy: round(seconds / copy, 1),
      maxRssMb: rssMb,
    };
    const pass = perCore >= GOALS.documentsPerCoreSecond && rssMb <= GOALS.maxRssMb;
    return { pass, figures, goals: GOALS };
  } finally {
    await base.stop();
  }
};
