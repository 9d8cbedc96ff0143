/** Pages that are served without asking the store again: do they still hear what happens to them? */
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { publish, retitle } from "./content.ts";
import { sleep, until } from "./product.ts";
import type { Article, Part, Scene } from "./scene.ts";
import { catchUp } from "./scene.ts";

const CATCH_UP_MS = 6_000;
/** Into a drawing of 300 ms. */
const INTO_DRAWING_MS = 100;

/** New titles for all but the last, which is withdrawn; what is still old after six seconds is wrong. */
async function changeAll(scene: Scene, articles: readonly Article[]) {
  const { bench, read } = scene;
  const titles = new Map<string, string>();
  for (const { id, path, title } of articles.slice(0, -1)) {
    titles.set(path, `${title}新版`);
    await retitle(bench, id, `${title}新版`);
    await publish(bench, id);
  }
  const last = articles.at(-1);
  await withdrawResource(bench.ctx, { resourceId: last?.id ?? 0, reason: "撤稿测试" });
  const { caughtUpMs, stale } = await catchUp(scene, titles, CATCH_UP_MS);
  const isGone = async () => (await read(last?.path ?? "")).status === 410;
  const withdrawnSeen = (await until(isGone, CATCH_UP_MS, 50)) ? 0 : 1;
  return { caughtUpMs, stale, withdrawnSeen, wrong: stale + withdrawnSeen };
}

/** With little memory (ZS_PAGE_MEMORY_BYTES) pages that are read again and again are evicted, then change. */
export async function evictedWhileHot(scene: Scene): Promise<Part> {
  const articles = await scene.articles("逐出", 80);
  const [hot, others] = [articles.slice(0, 6), articles.slice(6)];
  for (let again = 0; again < 3; again += 1) for (const { path } of hot) await scene.read(path);
  await Promise.all(others.map(({ path }) => scene.read(path)));
  const { pages } = await scene.product.stats();
  const changed = await changeAll(scene, hot);
  // With all of them still in memory nothing would have been proven.
  const wasEvicted = pages < articles.length;
  return { pagesInMemory: pages, ...changed, wrong: changed.wrong + (wasEvicted ? 0 : 1) };
}

/**
 * Two drawings of one page, begun before and after another page's change: both are right and both are
 * kept, one after the other. Who was served the first one must hear of the next change all the same.
 */
export async function replacedWhileHot(scene: Scene): Promise<Part> {
  const { bench, read } = scene;
  const [other, ...articles] = await scene.articles("替换", 5);
  await sleep(1_000);
  for (const { path } of articles) {
    const first = read(path);
    await sleep(INTO_DRAWING_MS);
    await retitle(bench, other?.id ?? 0, `别处的变化${path.length}`);
    await publish(bench, other?.id ?? 0);
    await sleep(30);
    await Promise.all([first, read(`${path}?again=1`)]);
    await read(path);
  }
  return await changeAll(scene, articles);
}
