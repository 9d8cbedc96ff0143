/** Processes that are killed: what was withdrawn stays away, what was kept stays readable. */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { get } from "./http.ts";
import { damages } from "./pagestore-damage.ts";
import { sleep, until } from "./product.ts";
import type { Article, Part, Scene } from "./scene.ts";
import { COLUMN } from "./scene.ts";

const BACK_MS = 20_000;
/** Longer than a gateway takes to start. */
const LOCKED_MS = 3_000;
const OLD_SITE = "luyu";
/** Clocks are not trusted for a minute (lib/pagestore/tag-state.ts). */
const UNTOUCHED_SECONDS = 62;
const FORGERY = "被篡改的内容";

const statusesOf = async ({ read }: Scene, paths: readonly string[]) =>
  await Promise.all(paths.map(async (path) => ({ path, ...(await read(path)) })));

const allGone = (scene: Scene, articles: readonly Article[]) => async (): Promise<boolean> => {
  const answers = await statusesOf(
    scene,
    articles.map(({ path }) => path),
  );
  return answers.every(({ status }) => status === 410);
};

async function withdraw({ bench }: Scene, articles: readonly Article[]): Promise<void> {
  for (const { id } of articles)
    await withdrawResource(bench.ctx, { resourceId: id, reason: "撤稿测试" });
}

/** How often one of them was seen while the gateway comes back, and whether all are gone in the end. */
async function seenUntilGone(scene: Scene, articles: readonly Article[]) {
  let seen = 0;
  const isGone = await until(
    async () => {
      const answers = await statusesOf(
        scene,
        articles.map(({ path }) => path),
      );
      seen += answers.filter(({ status }) => status === 200).length;
      return answers.every(({ status }) => status === 410);
    },
    BACK_MS,
    0,
  );
  return { seen, isGone };
}

/** Nobody can read what changed while this runs: a database that is slow just then. */
async function whileTagsAreLocked<Value>({ bench }: Scene, act: () => Promise<Value>) {
  const owner = bench.asOwner();
  await owner`begin`;
  await owner`lock table cache_tag in access exclusive mode`;
  const release = sleep(LOCKED_MS).then(() => owner`commit`);
  const value = await act();
  await release;
  await owner.end();
  return value;
}

/**
 * One article from each column of a site that nobody has touched for a minute: what is read of them
 * now counts as fresh after a restart, when clocks are all there is to judge by.
 */
async function oldArticles({ bench }: Scene, count: number): Promise<Article[]> {
  const [age] = await bench.sql<{ seconds: number }[]>`
    select extract(epoch from clock_timestamp() - max(t.changed_at))::float8 as seconds
    from cache_tag t, site_column c join site s on s.id = c.site_id and s.code = ${OLD_SITE}
    where t.tag in ('site:' || s.id, 'column:' || c.id, 'column:' || c.id || ':order')`;
  await sleep(Math.max(0, (UNTOUCHED_SECONDS - (age?.seconds ?? 0)) * 1_000));
  const rows = await bench.sql<{ id: string; path: string; title: string }[]>`
    select distinct on (p.column_id) p.resource_id as id, p.path, p.title
    from placement p join site s on s.id = p.site_id
    where s.code = ${OLD_SITE} and p.state = 'live' and p.path like '%.html'
    order by p.column_id, p.id limit ${count}`;
  return rows.map(({ id, path, title }) => ({ id: Number(id), path, title }));
}

/**
 * The gateway is killed after a withdrawal: once when it had heard of it, once when it was standing
 * still and could not have. It comes back with next and the database there, so it must not answer
 * from the disk what it cannot know to be good.
 */
export async function gatewayKilled(scene: Scene): Promise<Part> {
  const { product } = scene;
  const old = {
    ...scene,
    read: (path: string) => get(product.port, product.hostOf(OLD_SITE), path),
  };
  const articles = await oldArticles(scene, 12);
  for (const { path } of articles) await old.read(path);
  await sleep(500);
  const [known, unknown] = [articles.slice(0, 6), articles.slice(6)];
  const gatewayPid = () => product.running().processes.gateway;
  await withdraw(scene, known);
  await until(allGone(old, known), 5_000);
  process.kill(gatewayPid(), "SIGKILL");
  const heard = await seenUntilGone(old, known);
  process.kill(gatewayPid(), "SIGSTOP");
  await withdraw(scene, unknown);
  const unheard = await whileTagsAreLocked(scene, () => {
    process.kill(gatewayPid(), "SIGKILL");
    return seenUntilGone(old, unknown);
  });
  const isGone = heard.isGone && unheard.isGone && unknown.length > 0;
  return {
    withdrawn: articles.length,
    seenAfterHeard: heard.seen,
    seenAfterUnheard: unheard.seen,
    wrong: heard.seen + unheard.seen + (isGone ? 0 : 1),
  };
}

/** The files of the standard pages at these addresses, found by what they say of themselves. */
function filesOf({ product }: Scene, articles: readonly Article[]): Map<string, string> {
  const folder = join(product.dataDir, "pages");
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith(".page")) continue;
    const file = join(entry.parentPath, entry.name);
    const head = readFileSync(file).subarray(0, 600).toString("latin1");
    const article = articles.find(({ path }) => head.includes(`|std|zh-CN|${path}"`));
    if (article) found.set(article.path, file);
  }
  return found;
}

/** Damages each file in its own way; one in five gets other words of the same length, one its neighbour. */
function damageFiles(files: readonly string[], next: () => number): void {
  const whole = files.map((file) => readFileSync(file));
  for (const [at, file] of files.entries()) {
    const bytes = whole[at] ?? Buffer.alloc(0);
    if (at % 5 === 0) {
      const forged = Buffer.from(bytes);
      forged.write(FORGERY, bytes.indexOf("<main"));
      writeFileSync(file, forged);
    } else if (at % 5 === 1) writeFileSync(file, whole[(at + 1) % files.length] ?? bytes);
    else writeFileSync(file, damages(bytes, next));
  }
}

/** A gateway with the environment of the one that was killed, while the supervisor stands still. */
function startGateway(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--conditions=react-server", "gateway/main.ts"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

const environmentOf = (pid: number): Record<string, string> =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/environ`, "utf8")
      .split("\0")
      // The channel to the supervisor is not ours to use.
      .filter((line) => line.includes("=") && !line.startsWith("NODE_CHANNEL_"))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

/** Answers that are not as they should be: kept pages 200 with their title, withdrawn ones 410. */
async function wrongAnswers(scene: Scene, pages: readonly string[], articles: readonly Article[]) {
  const titles = new Map(articles.map(({ path, title }) => [path, title]));
  const answers = await statusesOf(scene, pages);
  return answers
    .filter(({ path, status, body }) => status !== 200 || !body.includes(titles.get(path) ?? ""))
    .map(({ path, status }) => `${path} ${status}`);
}

type Outage = {
  lists: string[];
  gone: Article[];
  intact: Article[];
  damaged: Article[];
};

/** What answers while next and the database are away; then the same from a gateway that starts without them. */
async function duringOutage(scene: Scene, outage: Outage, next: () => number) {
  const { product } = scene;
  const { lists, gone, intact, damaged } = outage;
  const { processes } = product.running();
  const environment = environmentOf(processes.gateway);
  process.kill(product.supervisor, "SIGSTOP");
  for (const pid of [processes.next, processes.worker, processes.postgres])
    process.kill(pid, "SIGKILL");
  await sleep(500);
  const kept = [...intact, ...damaged];
  const pages = [...lists, ...kept.map(({ path }) => path)];
  const wrong = await wrongAnswers(scene, pages, kept);
  if (!(await allGone(scene, gone)())) wrong.push("a withdrawn page is not 410");
  process.kill(processes.gateway, "SIGKILL");
  const files = filesOf(scene, damaged);
  if (files.size !== damaged.length) wrong.push(`${files.size} files of ${damaged.length}`);
  damageFiles([...files.values()], next);
  const startedAt = performance.now();
  const gateway = startGateway(environment);
  await until(async () => (await scene.read("/")).status !== 0, BACK_MS);
  const aloneMs = Math.round(performance.now() - startedAt);
  const again = await wrongAnswers(scene, [...lists, ...intact.map(({ path }) => path)], intact);
  if (!(await allGone(scene, gone)())) again.push("a withdrawn page is not 410");
  const answers = await statusesOf(
    scene,
    damaged.map(({ path }) => path),
  );
  const served = answers.filter(({ status, body }) => status === 200 || body.includes(FORGERY));
  gateway.kill("SIGKILL");
  process.kill(product.supervisor, "SIGCONT");
  return { wrong: [...wrong, ...again], damagedServed: served.length, aloneMs };
}

/**
 * With the supervisor standing still, next and PostgreSQL are killed: every page that was read answers
 * 200, withdrawn ones 410. So they do from a gateway that starts without database; files that were
 * damaged meanwhile are not served, and are drawn anew when everything is back.
 */
export async function everythingKilled(scene: Scene, next: () => number): Promise<Part> {
  const articles = await scene.articles("断网", 50);
  const [gone, damaged, intact] = [
    articles.slice(0, 10),
    articles.slice(10, 30),
    articles.slice(30),
  ];
  const care = intact.slice(0, 5).map(({ path }) => `/care${path}`);
  const lists = ["/", `/${COLUMN}`, "/zwdt", "/care", `/care/${COLUMN}`, "/sitemap.html", ...care];
  for (const { path } of articles) await scene.read(path);
  await withdraw(scene, gone);
  await until(allGone(scene, gone), 5_000);
  for (const path of [...lists, ...articles.map((article) => article.path)]) await scene.read(path);
  // Kept in memory at once, on disk a moment later.
  await sleep(2_000);
  const outage = await duringOutage(scene, { lists, gone, intact, damaged }, next);
  const back = async () =>
    (
      await wrongAnswers(
        scene,
        damaged.map(({ path }) => path),
        damaged,
      )
    ).length === 0;
  const isBack = await until(back, BACK_MS, 100);
  if (!isBack) outage.wrong.push("damaged pages did not come back");
  return {
    pages: lists.length + intact.length + damaged.length,
    withdrawn: gone.length,
    damagedFiles: damaged.length,
    damagedServed: outage.damagedServed,
    gatewayAloneMs: outage.aloneMs,
    problems: outage.wrong.slice(0, 10),
    wrong: outage.wrong.length + outage.damagedServed,
  };
}
