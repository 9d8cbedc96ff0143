/** The import stays small whatever the file: the longest records in their worst shapes, and a line without end. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { Run } from "./support/figures.ts";
import { startBase } from "./support/import-base.ts";
import { runImport } from "./support/import-run.ts";

const GOALS = { maxRssMb: 300 };
const ROUNDS = 3;
/** Just under the longest line that is read. */
const BYTES = 7.9 * 1024 * 1024;
const ENDLESS_BYTES = 64 * 1024 * 1024;

const fill = (piece: string): string =>
  piece.repeat(Math.floor(BYTES / Buffer.byteLength(JSON.stringify(piece).slice(1, -1))));

const SHAPES: Record<string, () => string> = {
  "Han without end": () => fill("云川省人民政府办公厅关于印发通知"),
  "words and spaces": () => fill("one two three four "),
  "bold never closed": () => fill("<b><p>字"),
  "frames in frames": () => fill("<div>"),
  comments: () => fill("<!--注-->字"),
  "picture in an address": () => `<p>头</p><img src="data:image/png;base64,${fill("iVBORw0K")}">`,
  "table cells": () => `<table>${fill("<tr><td>一<td>二")}</table>`,
  entities: () => fill("&amp;&lt;"),
  "spans with styles": () => fill('<span style="color:red">字</span>'),
  "line breaks": () => fill("字<br>"),
  links: () => fill('<a href="http://www.old.example.cn/1.html">链</a>'),
};

async function writeInput(path: string): Promise<number> {
  const out = createWriteStream(path);
  let lines = 0;
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, make] of Object.entries(SHAPES)) {
      const record = {
        ...{ id: `${name}-${round}`, url: `http://www.old.example.cn/art/${lines}.html` },
        ...{
          type: "news",
          title: `试验 ${name}`,
          org: "云川省人民政府",
          date: "2026-01-05",
          source: "试验",
        },
        body_html: make(),
      };
      out.write(`${JSON.stringify(record)}\n`);
      lines += 1;
    }
  for (let written = 0; written < ENDLESS_BYTES; written += BYTES) out.write(fill("x"));
  out.end("\n");
  await finished(out);
  return lines + 1;
}

export const run: Run = async (_seed, say) => {
  const base = await startBase();
  try {
    const input = join(base.dataDir, "input.jsonl");
    const lines = await writeInput(input);
    const { rssMb, seconds } = await runImport(base, input, { mayRefuse: true });
    const rows = await base.bench.sql<{ status: string; n: string }[]>`
      select status, count(*) as n from import_record group by status`;
    const receipts = Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
    const answered = Object.values(receipts).reduce((sum, n) => sum + n, 0);
    say(`${lines} 行，回执 ${JSON.stringify(receipts)}，内存最高 ${rssMb} MB`);
    const figures = { lines, receipts, maxRssMb: rssMb, seconds: Math.round(seconds) };
    return { pass: rssMb <= GOALS.maxRssMb && answered === lines, figures, goals: GOALS };
  } finally {
    await base.stop();
  }
};
