/** Twenty publishes a second while the worker is killed fifty times: how soon is each found, how soon is it gone? */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import { verifyIndex } from "#modules/search/queries/verify.ts";
import type { SearchIndex } from "#modules/search/schema.ts";
import { importArticles } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { percentile } from "./support/figures.ts";
import type { Base } from "./support/import-base.ts";
import { startBase } from "./support/import-base.ts";
import { questionOf } from "./support/search-question.ts";

const PUBLISHES = 1_000;
const EVERY_MS = 50;
const WITHDRAW_EACH = 4;
const KILLS = 50;
const LOST_AFTER_MS = 5_000;
const GOALS = { foundP99Ms: 1_000, goneP99Ms: 1_000, lost: 0, kills: KILLS, differences: 0 };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds until the item is, or is no longer, among the hits; null when it never came so far. */
async function until(
  index: SearchIndex,
  { siteId, title, id, isThere }: { siteId: number; title: string; id: number; isThere: boolean },
): Promise<number | null> {
  const from = performance.now();
  for (;;) {
    const question = questionOf(siteId, title, { scope: "site", literal: true });
    const { hits } = await index.search(question, { hasCounts: false });
    const waited = performance.now() - from;
    if (hits.some(({ resourceId }) => resourceId === id) === isThere) return waited;
    if (waited > LOST_AFTER_MS) return null;
    await pause(5);
  }
}

const startWorker = (base: Base): ChildProcess =>
  spawn(process.execPath, ["--conditions=react-server", "worker/main.ts"], {
    env: { ...process.env, DATABASE_URL: base.url, DATA_DIR: base.dataDir, APP_ROLE: "worker" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });

/** Kills the worker again and again, as often as was promised. */
async function killWorkers(base: Base): Promise<number> {
  let kills = 0;
  for (; kills < KILLS; kills += 1) {
    const worker = startWorker(base);
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    await pause(600 + (kills % 7) * 120);
    worker.kill("SIGKILL");
    await ended;
  }
  return kills;
}

export const run: Run = async (_seed, say) => {
  const base = await startBase();
  const { sql, db } = connectSearch(base.url);
  const index = postgresIndex(db);
  try {
    const place = { site: "yunchuan", column: base.target.columnPath };
    const ids = await importArticles(base.bench, place, { count: PUBLISHES });
    const { siteId } = base.target;
    const found: number[] = [];
    const gone: number[] = [];
    let lost = 0;
    const note = (waits: number[], waited: number | null) => {
      if (waited === null) lost += 1;
      else waits.push(waited);
    };
    const life = async (id: number, at: number): Promise<void> => {
      const title = `待发布稿件${at}`;
      const published = await publishResource(base.bench.ctx, { resourceId: id });
      if (!published.ok) throw new Error(published.problems.join());
      note(found, await until(index, { siteId, title, id, isThere: true }));
      if (at % WITHDRAW_EACH !== 0) return;
      await withdrawResource(base.bench.ctx, { resourceId: id, reason: "撤稿测试" });
      note(gone, await until(index, { siteId, title, id, isThere: false }));
    };
    // Queues are looked up once, outside the act: a first wave as wide as the pool would wait for itself.
    await life(ids[0] ?? 0, 0);
    const killing = killWorkers(base);
    const started = performance.now();
    const lives: Promise<void>[] = [];
    for (const [at, id] of ids.entries()) {
      if (at === 0) continue;
      await pause(Math.max(0, started + at * EVERY_MS - performance.now()));
      lives.push(life(id, at));
    }
    await Promise.all(lives);
    const rate = Math.round((ids.length * 10_000) / (performance.now() - started)) / 10;
    const kills = await killing;
    const { compared, differences } = await verifyIndex(base.bench.db);
    const figures = {
      publishes: found.length,
      publishesASecond: rate,
      withdrawals: gone.length,
      found: { p50: percentile(found, 0.5), p99: percentile(found, 0.99) },
      gone: { p50: percentile(gone, 0.5), p99: percentile(gone, 0.99) },
      lost,
      kills,
      compared,
      differences: differences.length,
    };
    say(JSON.stringify(figures));
    const isFast = figures.found.p99 <= GOALS.foundP99Ms && figures.gone.p99 <= GOALS.goneP99Ms;
    const isWhole = lost === 0 && differences.length === 0 && kills >= KILLS;
    return { pass: isFast && isWhole, figures, goals: GOALS };
  } finally {
    await sql.end();
    await base.stop();
  }
};
