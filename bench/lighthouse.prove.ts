/**
 * Lighthouse of page types in both families and both forms: slow 4G and a processor four times slower,
 * median of three. It is fetched when this runs and is no part of the platform.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needBrowser } from "#scripts/test/needs.ts";
import type { Run } from "./support/figures.ts";
import { median } from "./support/figures.ts";
import { closeConnections } from "./support/http.ts";
import { listTypedPages } from "./support/page-types.ts";
import { startProduct } from "./support/product.ts";
import { fetchTool } from "./support/tools.ts";

const VERSION = "13.5.0";
const TIMES = 3;
const GOALS = { accessibility: 100, performance: 95 };
const CATEGORIES = "--only-categories=performance,accessibility";
const BROWSER_FLAGS =
  "--headless --no-sandbox --disable-quic --disable-background-networking --disable-component-update --disable-sync";

/** One site of each family, and what a citizen mostly opens there, in both forms. */
const SITES = ["yunchuan", "rst"];
const TYPES = /^(?:home|list|article|policy|site map) zh-CN/;

type Scores = { performance: number; accessibility: number; lcpMs: number; failed: string[] };

type Report = {
  categories: Record<"performance" | "accessibility", { score: number }>;
  audits: Record<string, { score: number | null; numericValue?: number; scoreDisplayMode: string }>;
};

/** One reading of an address by a browser that has never been there. */
async function measure(
  program: string,
  address: string,
  folder: string,
  triesLeft = 3,
): Promise<Scores> {
  const out = join(folder, "report.json");
  const args = [
    program,
    address,
    "--quiet",
    "--no-enable-error-reporting",
    "--output=json",
    `--output-path=${out}`,
    CATEGORIES,
    `--chrome-flags=${BROWSER_FLAGS} --host-resolver-rules='MAP *.localhost 127.0.0.1'`,
  ];
  const env = { ...process.env, CHROME_PATH: "/usr/bin/chromium" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve) => child.on("exit", resolve));
  if (code !== 0) {
    // Its browser sometimes records nothing (NO_NAVSTART): that is no reading of the page, good or bad.
    if (triesLeft > 0) return await measure(program, address, folder, triesLeft - 1);
    throw new Error(`lighthouse ended with ${code} at ${address}`);
  }
  // safe because lighthouse wrote it
  const { categories, audits } = JSON.parse(readFileSync(out, "utf8")) as Report;
  const failed = Object.entries(audits).filter(
    ([, { score, scoreDisplayMode }]) => scoreDisplayMode === "binary" && score === 0,
  );
  return {
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    lcpMs: Math.round(audits["largest-contentful-paint"]?.numericValue ?? 0),
    failed: failed.map(([id]) => id),
  };
}

export const run: Run = async (_seed, say) => {
  needBrowser();
  const program = fetchTool("lighthouse", VERSION, "cli/index.js");
  const product = await startProduct();
  const folder = mkdtempSync(join(tmpdir(), "zs-lighthouse-run-"));
  try {
    const rows: Record<string, Scores> = {};
    for (const code of SITES) {
      const host = product.hostOf(code);
      const typed = await listTypedPages({ port: product.port, host });
      for (const { name: type, path } of typed.filter(({ name }) => TYPES.test(name))) {
        const name = `${code} ${type}`;
        const all: Scores[] = [];
        for (let time = 0; time < TIMES; time += 1)
          all.push(await measure(program, `http://${host}:${product.port}${path}`, folder));
        const of = (key: "performance" | "accessibility" | "lcpMs") =>
          median(all.map((scores) => scores[key]));
        const failed = [...new Set(all.flatMap((scores) => scores.failed))];
        rows[name] = {
          performance: of("performance"),
          accessibility: of("accessibility"),
          lcpMs: of("lcpMs"),
          failed,
        };
        say(`  ${name}: ${JSON.stringify(rows[name])}`);
      }
    }
    const worst = {
      performance: Math.min(...Object.values(rows).map(({ performance }) => performance)),
      accessibility: Math.min(...Object.values(rows).map(({ accessibility }) => accessibility)),
    };
    const pass =
      worst.performance >= GOALS.performance && worst.accessibility >= GOALS.accessibility;
    return {
      pass,
      figures: { lighthouse: VERSION, times: TIMES, worst, pages: rows },
      goals: GOALS,
    };
  } finally {
    closeConnections();
    rmSync(folder, { recursive: true, force: true });
    await product.stop();
  }
};
