import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import type { Bench } from "./content.ts";
import { connectBench, importDrafts, retitle } from "./content.ts";
import { get } from "./http.ts";
import type { Product } from "./product.ts";
import { sleep, startProduct, until } from "./product.ts";

export type Part = { wrong: number } & Record<string, unknown>;

const SITE = "yunchuan";
const COLUMN = "zwdt/yw";
/** The promise of a publish: visible within a second. */
const VISIBLE_MS = 1_000;

type Scene = {
  product: Product;
  bench: Bench;
  host: string;
  articles: { id: number; path: string }[];
  read: (path: string) => ReturnType<typeof get>;
};

async function scene(count: number, extra: Record<string, string> = {}): Promise<Scene> {
  const product = await startProduct(extra);
  const bench = connectBench(product.databaseUrl);
  const host = product.running().sites.find(({ code }) => code === SITE)?.host ?? "";
  const ids = await importDrafts(bench, { site: SITE, column: COLUMN }, count, "published");
  const rows = await bench.sql<{ id: string; path: string }[]>`
    select resource_id as id, path from placement where resource_id = any(${ids})`;
  const articles = rows.map(({ id, path }) => ({ id: Number(id), path }));
  return { product, bench, host, articles, read: (path) => get(product.port, host, path) };
}

async function end({ product, bench }: Scene): Promise<void> {
  await bench.close();
  await product.stop();
}

async function publishTitle(bench: Bench, id: number, title: string): Promise<void> {
  await retitle(bench, id, title);
  const published = await publishResource(bench.ctx, { resourceId: id });
  if (!published.ok) throw new Error(published.problems.join());
}

/** A page takes 300 ms to draw, and a new title is published inside every drawing. */
export async function partA(): Promise<Part> {
  const rounds = 20;
  const here = await scene(1, { ZS_TEST_SLOW_READ_MS: "300" });
  try {
    const [{ id, path } = { id: 0, path: "" }] = here.articles;
    let [wrong, slowestMs] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const title = `渲染之中发布的第${round}个标题`;
      // Opened before, so that only the release itself falls into the drawing.
      await retitle(here.bench, id, title);
      const during = here.read(path);
      await sleep(120);
      await publishResource(here.bench.ctx, { resourceId: id });
      const from = performance.now();
      const isNew = async () => (await here.read(path)).body.includes(title);
      // Told within a second, and from then on never the old one again, whatever was being drawn.
      if (!(await until(isNew, VISIBLE_MS, 0))) wrong += 1;
      slowestMs = Math.max(slowestMs, Math.round(performance.now() - from));
      await during;
      for (let again = 0; again < 5; again += 1) if (!(await isNew())) wrong += 1;
    }
    return { rounds, slowestMs, wrong };
  } finally {
    await end(here);
  }
}

/** The gateway's LISTEN is cut and next is killed while articles are published. */
export async function partB(): Promise<Part> {
  const here = await scene(20);
  try {
    for (const { path } of here.articles) await here.read(path);
    await here.bench
      .sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'zhengshu-gateway'`.catch(
      () => {},
    );
    process.kill(here.product.running().processes.next, "SIGKILL");
    const titles = new Map<string, string>();
    for (const [n, { id, path }] of here.articles.entries()) {
      titles.set(path, `断线期间的第${n}个标题`);
      await publishTitle(here.bench, id, `断线期间的第${n}个标题`);
    }
    const from = performance.now();
    const isFresh = async () => {
      const bodies = await Promise.all(
        [...titles].map(async ([path, title]) => (await here.read(path)).body.includes(title)),
      );
      return bodies.every(Boolean);
    };
    const isCaughtUp = await until(isFresh, 10_000, 100);
    const stale = (
      await Promise.all(
        [...titles].map(async ([path, title]) => (await here.read(path)).body.includes(title)),
      )
    ).filter((isNew) => !isNew);
    return {
      articles: titles.size,
      caughtUpMs: Math.round(performance.now() - from),
      wrong: isCaughtUp ? stale.length : titles.size,
    };
  } finally {
    await end(here);
  }
}

/**
 * With the supervisor stopped, next and PostgreSQL are killed: every page that was read answers 200,
 * withdrawn ones 410. Then the gateway is killed and started again: the withdrawn stay away.
 */
export async function partE(): Promise<Part> {
  const here = await scene(40);
  const { product } = here;
  try {
    const pages = [
      "/",
      `/${COLUMN}`,
      "/zwdt",
      "/care",
      `/care/${COLUMN}`,
      "/sitemap.html",
      ...here.articles.map(({ path }) => path),
    ];
    for (const path of pages) await here.read(path);
    const gone = here.articles.slice(0, 10);
    for (const { id } of gone)
      await withdrawResource(here.bench.ctx, { resourceId: id, reason: "撤稿测试" });
    const isGone = (path: string) => gone.some((article) => article.path === path);
    // What was withdrawn is warmed by the worker, and what listed it is drawn again by the gateway.
    await until(
      async () =>
        (await Promise.all(gone.map(({ path }) => here.read(path)))).every(
          ({ status }) => status === 410,
        ),
      5_000,
    );
    await sleep(1_500);
    process.kill(product.supervisor, "SIGSTOP");
    const { processes } = product.running();
    for (const pid of [processes.next, processes.worker, processes.postgres])
      process.kill(pid, "SIGKILL");
    await sleep(500);
    const statuses = await Promise.all(
      pages.map(async (path) => ({ path, status: (await here.read(path)).status })),
    );
    const wrongStatus = statuses.filter(
      ({ path, status }) => status !== (isGone(path) ? 410 : 200),
    );
    process.kill(product.supervisor, "SIGCONT");
    await until(async () => (await here.read("/")).status === 200, 15_000, 100);
    process.kill(product.running().processes.gateway, "SIGKILL");
    let seen = 0;
    const isBack = await until(
      async () => {
        const answers = await Promise.all(gone.map(({ path }) => here.read(path)));
        seen += answers.filter(({ status }) => status === 200).length;
        return answers.every(({ status }) => status === 410);
      },
      20_000,
      50,
    );
    return {
      pages: pages.length,
      withdrawn: gone.length,
      wrongStatus: wrongStatus.slice(0, 5),
      withdrawnSeen: seen,
      isBack,
      wrong: wrongStatus.length + seen + (isBack ? 0 : 1),
    };
  } finally {
    process.kill(product.supervisor, "SIGCONT");
    await end(here);
  }
}
