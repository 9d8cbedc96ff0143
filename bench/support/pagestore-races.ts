/** Publishes that meet a drawing, a connection that is cut, and each other. */
import type { Raw } from "#db/client.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import type { Bench } from "./content.ts";
import { importArticles, publish, retitle } from "./content.ts";
import { get } from "./http.ts";
import { sleep, until } from "./product.ts";
import type { Part, Scene } from "./scene.ts";
import { COLUMN, catchUp } from "./scene.ts";

/** The promise of a publish: visible within a second. */
const VISIBLE_MS = 1_000;
/** The table is read again every five seconds, whatever was heard. */
const CATCH_UP_MS = 6_000;
const NEXT_BACK_MS = 20_000;

/** A page takes 300 ms to draw (ZS_TEST_SLOW_READ_MS), and a new title is published inside every drawing. */
export async function publishInsideRender(scene: Scene, rounds: number): Promise<Part> {
  const { bench, read } = scene;
  const [{ id, path } = { id: 0, path: "" }] = await scene.articles("慢页", 1);
  let [wrong, slowestMs] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const title = `渲染之中发布的第${round}个标题`;
    // Opened before, so that only the release itself falls into the drawing.
    await retitle(bench, id, title);
    const during = read(path);
    await sleep(100);
    await publish(bench, id);
    const from = performance.now();
    const isNew = async () => (await read(path)).body.includes(title);
    // Shown within a second, and from then on never the old one again, whatever was being drawn.
    if (!(await until(isNew, VISIBLE_MS, 0))) wrong += 1;
    slowestMs = Math.max(slowestMs, Math.round(performance.now() - from));
    await during;
    for (let again = 0; again < 4; again += 1) if (!(await isNew())) wrong += 1;
  }
  return { rounds, slowestMs, wrong };
}

/** Processes of PostgreSQL that serve the gateway, those that only listen or all. */
async function gatewayBackends(owner: Raw, onlyListening: boolean) {
  const rows = await owner<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'zhengshu-gateway'
    and (not ${onlyListening} or query ilike 'listen%')`;
  return rows.map(({ pid }) => pid);
}

/** Cuts every connection of the gateway to the database, again and again, until it is stopped. */
function cutConnections(bench: Bench) {
  const owner = bench.asOwner();
  let [isOver, cut] = [false, 0];
  const cutting = (async () => {
    while (!isOver) {
      for (const pid of await gatewayBackends(owner, false)) {
        const [row] = await owner<{ done: boolean }[]>`select pg_terminate_backend(${pid}) as done`;
        if (row?.done) cut += 1;
      }
      await sleep(20);
    }
    await owner.end();
    return cut;
  })();
  return () => {
    isOver = true;
    return cutting;
  };
}

/** LISTEN is cut again and again and next is killed, while articles are published. */
export async function publishIntoGap(scene: Scene): Promise<Part> {
  const { bench, product, read } = scene;
  const articles = await scene.articles("断线", 20);
  for (const { path } of articles) await read(path);
  const { gateway, next } = product.running().processes;
  const stopCutting = cutConnections(bench);
  process.kill(next, "SIGKILL");
  const titles = new Map<string, string>();
  for (const [n, { id, path }] of articles.entries()) {
    titles.set(path, `断线期间的第${n}个标题`);
    await retitle(bench, id, `断线期间的第${n}个标题`);
    await publish(bench, id);
  }
  const cut = await stopCutting();
  // While next is away the old pages stand in.
  const isReady = () => fetch(`${product.running().ops}/readyz`).then(({ ok }) => ok);
  const isBack = await until(() => isReady().catch(() => false), NEXT_BACK_MS, 50);
  const { caughtUpMs, stale } = await catchUp(scene, titles, CATCH_UP_MS);
  const gatewayEnded = product.running().processes.gateway === gateway ? 0 : 1;
  // Without a single cut connection nothing would have been proven.
  const wrong = stale + gatewayEnded + (cut > 0 && isBack ? 0 : 1);
  return { articles: titles.size, cut, caughtUpMs, stale, gatewayEnded, wrong };
}

/** LISTEN is deaf without knowing it: its PostgreSQL process stands still. Only the table can tell. */
export async function publishToDeafGateway(scene: Scene): Promise<Part> {
  const { bench, read } = scene;
  const articles = await scene.articles("失聪", 8);
  const [gone, ...others] = articles;
  for (const { path } of articles) await read(path);
  const owner = bench.asOwner();
  const deaf = await gatewayBackends(owner, true);
  await owner.end();
  for (const pid of deaf) process.kill(pid, "SIGSTOP");
  try {
    const titles = new Map<string, string>();
    for (const { id, path, title } of others) {
      titles.set(path, `${title}新版`);
      await retitle(bench, id, `${title}新版`);
      await publish(bench, id);
    }
    await withdrawResource(bench.ctx, { resourceId: gone?.id ?? 0, reason: "撤稿测试" });
    const { caughtUpMs, stale } = await catchUp(scene, titles, CATCH_UP_MS);
    const isGone = (await read(gone?.path ?? "")).status === 410;
    const wrong = stale + (isGone ? 0 : 1) + (deaf.length > 0 ? 0 : 1);
    return { articles: titles.size, deaf: deaf.length, caughtUpMs, stale, isGone, wrong };
  } finally {
    for (const pid of deaf) process.kill(pid, "SIGCONT");
  }
}

/** True when a command waits for a row of cache_tag that somebody else holds. */
async function isWaiting(owner: Raw): Promise<boolean> {
  const rows = await owner`
    select 1 from pg_stat_activity where application_name = 'zhengshu-bench'
    and wait_event_type = 'Lock' and query like '%cache_tag%'`;
  return rows.length > 0;
}

/** Two sites of which the first one's tags come before all of the second one's: acts take them in this order. */
async function twoSites({ bench }: Scene): Promise<{ first: string; second: string; tag: string }> {
  const rows = await bench.sql<{ code: string; tag: string; path: string }[]>`
    select s.code, 'column:' || c.id as tag, c.path from site_column c join site s on s.id = c.site_id
    where c.path in (${COLUMN}, 'zwdt')`;
  const own = rows.filter(({ path }) => path === COLUMN).sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const first = own[0];
  const second = own.find(({ code }) =>
    rows.every((row) => row.code !== code || row.tag > (first?.tag ?? "")),
  );
  if (!first || !second) throw new Error("no two sites whose tags are in order");
  return { first: first.code, second: second.code, tag: first.tag };
}

/**
 * An article stands on two sites. Its new edition takes its moment, then waits for a tag of the first
 * site that another act holds; meanwhile the second site publishes and is read. When the wait is over
 * the second site's tag changes with an earlier moment than it has: it must be heard all the same.
 */
async function overlapOnce(scene: Scene, round: number): Promise<"heard" | "lost" | "missed"> {
  const { bench, product } = scene;
  const { first, second, tag } = await twoSites(scene);
  const place = (site: string) => ({ site, column: COLUMN });
  const titleOf = () => `交叠第${round}轮旧题`;
  const options = { count: 1, as: "published", titleOf, name: `overlap-${round}` } as const;
  const [shared = 0] = await importArticles(bench, place(first), options);
  await importArticles(bench, place(second), options);
  const [own = 0] = await importArticles(bench, place(second), { count: 1 });
  const list = () => get(product.port, product.hostOf(second), `/${COLUMN}`);
  const shows = (title: string) => async () => (await list()).body.includes(title);
  await retitle(bench, shared, `交叠第${round}轮新题`);
  await retitle(bench, own, `交叠第${round}轮别的`);
  const [owner, held] = [bench.asOwner(), bench.asOwner()];
  await held`begin`;
  await held`select 1 from cache_tag where tag = ${tag} for update`;
  const late = publish(bench, shared);
  const didWait = await until(() => isWaiting(owner), 5_000);
  await sleep(20);
  const between = publish(bench, own);
  await Promise.race([between, sleep(3_000)]);
  const wasBetween = await until(shows(`交叠第${round}轮别的`), VISIBLE_MS);
  await held`commit`;
  await Promise.all([held.end(), owner.end(), late, between]);
  const isHeard = await until(shows(`交叠第${round}轮新题`), CATCH_UP_MS, 50);
  if (!isHeard) return "lost";
  return didWait && wasBetween ? "heard" : "missed";
}

export async function publishesThatOverlap(scene: Scene, rounds: number): Promise<Part> {
  const ends = { heard: 0, lost: 0, missed: 0 };
  for (let round = 0; round < rounds; round += 1) ends[await overlapOnce(scene, round)] += 1;
  // Where the two did not overlap nothing was proven.
  return { rounds, ...ends, wrong: ends.lost + ends.missed };
}
