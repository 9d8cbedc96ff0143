/** 400 publishes and 50 withdrawals while 12 readers read: how long until every reader sees it? */
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { connectBench, importDrafts, retitle } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { percentile } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import { startProduct } from "./support/product.ts";

const PUBLISHES = 400;
const WITHDRAWALS = 50;
const READERS = 12;
const LOST_AFTER_MS = 5_000;
const SITE = "yunchuan";
const COLUMN = "zwdt/yw";

type Output = {
  name: string;
  path: (article: string) => string;
  shows: (body: string, status: number, title: string) => boolean;
};

const has = (body: string, _: number, title: string) => body.includes(title);
const OUTPUTS: Output[] = [
  { name: "article", path: (article) => article, shows: has },
  { name: "list", path: () => `/${COLUMN}`, shows: has },
  { name: "parent list", path: () => "/zwdt", shows: has },
  { name: "home", path: () => "/", shows: has },
  { name: "care article", path: (article) => `/care${article}`, shows: has },
  { name: "care list", path: () => `/care/${COLUMN}`, shows: has },
];

export const run: Run = async (_seed, say) => {
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  try {
    const host = product.running().sites.find(({ code }) => code === SITE)?.host ?? "";
    const ids = await importDrafts(bench, { site: SITE, column: COLUMN }, PUBLISHES / 2);
    const read = (path: string) => get(product.port, host, path);
    let isOver = false;
    let reads = 0;
    const known: string[] = ["/", `/${COLUMN}`, "/zwdt", "/care", `/care/${COLUMN}`];
    const readers = Array.from({ length: READERS }, async (_, at) => {
      while (!isOver) {
        await read(known[(at + reads) % known.length] ?? "/");
        reads += 1;
      }
    });
    const waits = new Map(OUTPUTS.map(({ name }) => [name, [] as number[]]));
    let lost = 0;
    const watch = async (article: string, title: string, from: number) => {
      await Promise.all(
        OUTPUTS.map(async ({ name, path, shows }) => {
          for (;;) {
            const { body, status } = await read(path(article));
            const waited = performance.now() - from;
            if (shows(body, status, title)) return waits.get(name)?.push(waited);
            if (waited > LOST_AFTER_MS) {
              lost += 1;
              return undefined;
            }
          }
        }),
      );
    };
    const paths = new Map<number, string>();
    for (let n = 0; n < PUBLISHES; n += 1) {
      const id = ids[n % ids.length] ?? 0;
      const title = `第${n}次发布的标题${n}号`;
      if (n < ids.length)
        await bench.sql`update edition set title = ${title} where resource_id = ${id}`;
      else await retitle(bench, id, title);
      const published = await publishResource(bench.ctx, { resourceId: id });
      const from = performance.now();
      if (!published.ok) throw new Error(published.problems.join());
      const path = published.value.places[0]?.path ?? "";
      paths.set(id, path);
      if (known.length < 60) known.push(path, `/care${path}`);
      // Lists show the newest first: an older item that is only renamed is not on every list's first page.
      if (n < ids.length) await watch(path, title, from);
      else await watchOne(path, title, from);
      if (n % 100 === 99) say(`  ${n + 1} 次发布 publishes, ${reads} reads`);
    }
    async function watchOne(article: string, title: string, from: number): Promise<void> {
      const outputs = OUTPUTS.filter(({ name }) => name.includes("article"));
      await Promise.all(
        outputs.map(async ({ name, path, shows }) => {
          for (;;) {
            const { body, status } = await read(path(article));
            const waited = performance.now() - from;
            if (shows(body, status, title)) return waits.get(name)?.push(waited);
            if (waited > LOST_AFTER_MS) {
              lost += 1;
              return undefined;
            }
          }
        }),
      );
    }
    const gone: number[] = [];
    for (const id of ids.slice(-WITHDRAWALS)) {
      const path = paths.get(id) ?? "";
      const [row] = await bench.sql<
        { title: string }[]
      >`select title from placement where resource_id = ${id}`;
      await withdrawResource(bench.ctx, { resourceId: id, reason: "撤稿测试" });
      const from = performance.now();
      await Promise.all(
        [path, `/care${path}`, `/${COLUMN}`, "/"].map(async (address) => {
          for (;;) {
            const { status, body } = await read(address);
            const waited = performance.now() - from;
            const isGone = address.includes(".html")
              ? status === 410
              : status === 200 && !body.includes(`>${row?.title}<`);
            if (isGone) return gone.push(waited);
            if (waited > LOST_AFTER_MS) {
              lost += 1;
              return undefined;
            }
          }
        }),
      );
    }
    isOver = true;
    await Promise.all(readers);
    const figures: Record<string, unknown> = {
      publishes: PUBLISHES,
      withdrawals: WITHDRAWALS,
      reads,
      lost,
    };
    let worst = 0;
    for (const [name, values] of [...waits, ["withdrawal", gone] as const]) {
      const p99 = percentile(values, 0.99);
      worst = Math.max(worst, p99);
      figures[name] = {
        n: values.length,
        p50: percentile(values, 0.5),
        p99,
        max: percentile(values, 1),
      };
      say(`  ${name}: p50 ${percentile(values, 0.5)} ms, p99 ${p99} ms`);
    }
    return { pass: lost === 0 && worst <= 1_000, figures, goals: { lost: 0, p99Ms: 1_000 } };
  } finally {
    closeConnections();
    await bench.close();
    await product.stop();
  }
};
