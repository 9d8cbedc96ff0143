/** 400 publishes and 50 withdrawals while 12 readers read: how long until every reader sees it? */
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import type { Bench } from "./support/content.ts";
import { connectBench, importArticles, publish, retitle } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import type { Got } from "./support/http.ts";
import { closeConnections, get } from "./support/http.ts";
import { startProduct } from "./support/product.ts";
import type { Output } from "./support/visible.ts";
import { readAllTheTime, Waits } from "./support/visible.ts";

const FRESH = 200;
const EDITIONS = 100;
const BURSTS = 25;
const AT_ONCE = 4;
const WITHDRAWALS = 50;
const READERS = 12;
const MAX_P99_MS = 1_000;
const SITE = "yunchuan";
const COLUMN = "zwdt/yw";
/** New editions are of the newest articles: those that every output shows. */
const NEWEST = 5;

const OUTPUTS: Output[] = [
  { name: "article", isArticle: true, pathOf: (article) => article },
  { name: "list", pathOf: () => `/${COLUMN}` },
  { name: "parent list", pathOf: () => "/zwdt" },
  { name: "home", pathOf: () => "/" },
  { name: "care article", isArticle: true, pathOf: (article) => `/care${article}` },
  { name: "care list", pathOf: () => `/care/${COLUMN}` },
  { name: "feed", pathOf: () => `/${COLUMN}/rss.xml` },
];

type Scene = { bench: Bench; waits: Waits; ids: number[]; paths: Map<number, string> };

const titleOf = (n: number): string => `发布计时${String(n).padStart(4, "0")}号稿件`;

/** Gives it a title nobody has seen, releases it, and waits for the title everywhere. */
async function publishAndWatch({ bench, waits, paths }: Scene, id: number, n: number) {
  const title = titleOf(n);
  await retitle(bench, id, title);
  const path = await publish(bench, id);
  const committed = performance.now();
  paths.set(id, path);
  const isSeen = ({ status, body }: Got) => status === 200 && body.includes(title);
  await waits.watch(OUTPUTS, { article: path, committed, isSeen });
}

async function withdrawAndWatch({ bench, waits, paths }: Scene, id: number, n: number) {
  const article = paths.get(id) ?? "";
  await withdrawResource(bench.ctx, { resourceId: id, reason: "撤稿计时" });
  const committed = performance.now();
  const outputs = OUTPUTS.map((output) => ({ ...output, name: `withdrawn: ${output.name}` }));
  const isSeen = ({ status, body }: Got, { isArticle }: Output) =>
    isArticle ? status === 410 : status === 200 && !body.includes(titleOf(n));
  await waits.watch(outputs, { article, committed, isSeen });
}

/** One after the other, new editions of what is live, and four at the same moment. */
async function publishAll(scene: Scene, say: (line: string) => void): Promise<Map<number, number>> {
  const { ids } = scene;
  const titles = new Map<number, number>();
  let n = 0;
  const next = (id: number) => {
    n += 1;
    titles.set(id, n);
    return publishAndWatch(scene, id, n);
  };
  for (const id of ids.slice(0, FRESH)) await next(id);
  say(`  ${n} 篇新稿 new articles`);
  for (let at = 0; at < EDITIONS; at += 1) await next(ids[FRESH - 1 - (at % NEWEST)] ?? 0);
  say(`  ${EDITIONS} 个新版本 new editions`);
  for (let from = FRESH; from < ids.length; from += AT_ONCE)
    await Promise.all(ids.slice(from, from + AT_ONCE).map(next));
  say(`  ${BURSTS} 次 ${AT_ONCE} 篇同时 at the same moment`);
  return titles;
}

export const run: Run = async (_seed, say) => {
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  try {
    const host = product.hostOf(SITE);
    const count = FRESH + BURSTS * AT_ONCE;
    const ids = await importArticles(bench, { site: SITE, column: COLUMN }, { count });
    const waits = new Waits((path) => get(product.port, host, path));
    const scene: Scene = { bench, waits, ids, paths: new Map() };
    const readers = readAllTheTime(product.port, host, READERS, () => [
      ...OUTPUTS.map(({ pathOf }) => pathOf([...scene.paths.values()].at(-1) ?? "/zwdt")),
      "/care",
      ...[...scene.paths.values()].slice(-20),
    ]);
    const titles = await publishAll(scene, say);
    // The newest first, so that each of them stands on every list until it goes.
    for (const id of ids.slice(-WITHDRAWALS).reverse())
      await withdrawAndWatch(scene, id, titles.get(id) ?? 0);
    const { reads, failed } = await readers.stop();
    const seen = waits.figures();
    for (const [name, { p50, p99, max }] of Object.entries(seen.outputs))
      say(`  ${name}: p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`);
    const { lost, back, worstP99 } = seen;
    const publishes = FRESH + EDITIONS + BURSTS * AT_ONCE;
    return {
      pass: lost.length === 0 && back === 0 && failed === 0 && worstP99 <= MAX_P99_MS,
      figures: { publishes, withdrawals: WITHDRAWALS, reads, failed, ...seen },
      goals: { lost: 0, back: 0, failed: 0, p99Ms: MAX_P99_MS },
    };
  } finally {
    closeConnections();
    await bench.close();
    await product.stop();
  }
};
