/** Bad requests of every kind against the running platform: 4xx, never 5xx, nothing written, nothing changed. */
import { bogusPath, listedPaths, strangeHosts } from "./support/bad-addresses.ts";
import type { Attempt } from "./support/bad-requests.ts";
import { absentRequests, badRequests } from "./support/bad-requests.ts";
import { connectBench } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import { keptNow } from "./support/kept.ts";
import type { Product } from "./support/product.ts";
import { sleep, startProduct, until } from "./support/product.ts";
import { inParallel, raw, requestText } from "./support/raw.ts";

const HOSTS = 1_000;
const BOGUS = 10_000;
const FLOOD = 20_000;
const MAX_GROWTH_BYTES = 1024 * 1024;
const MAX_RSS_GROWTH_MB = 128;
const WIDTH = 12;
const SITES = ["yunchuan", "yunzhou"];

type Scene = {
  product: Product;
  hosts: string[];
  known: string[];
  seed: number;
  wrong: string[];
  clean: Map<string, Buffer>;
};

/** Pages that must be the same bytes before and after. */
const CLEAN = ["/", "/zwdt/yw", "/care", "/sitemap.html", "/zwdt/yw/rss.xml", "/no-such-page"];

async function readClean({ product, hosts }: Pick<Scene, "product" | "hosts">) {
  const pages = new Map<string, Buffer>();
  for (const host of hosts)
    for (const path of CLEAN)
      pages.set(`${host}${path}`, (await get(product.port, host, path)).bytes);
  return pages;
}

type Trace = "files" | "bytes" | "drawn";

/** Runs attempts that must leave no trace: nothing written, nothing drawn. */
async function withoutTrace(
  scene: Scene,
  name: string,
  act: () => Promise<void>,
  traces: readonly Trace[] = ["files", "bytes", "drawn"],
): Promise<void> {
  const before = await keptNow(scene.product);
  await act();
  await sleep(300);
  const after = await keptNow(scene.product);
  for (const what of traces)
    if (after[what] !== before[what])
      scene.wrong.push(`${name}: ${what} ${before[what]} → ${after[what]}`);
}

async function tryRequests(scene: Scene, attempts: readonly Attempt[]): Promise<void> {
  const [host = ""] = scene.hosts;
  const clean = scene.clean.get(`${host}/`) ?? Buffer.alloc(0);
  await inParallel(attempts, WIDTH, async ({ name, bytes, expect }) => {
    const { status, statuses, text, body } = await raw(scene.product.port, bytes);
    const isRefused = status === 0 || (status >= 400 && status <= 499);
    const isSame = statuses.at(-1) === 200 && body.includes(clean);
    const isRight =
      expect === "either" ? isRefused || isSame : expect === "same" ? isSame : isRefused;
    // Answered twice: the second one was hidden in the first.
    const isSmuggled = statuses.filter((code) => code !== 100).length > 1;
    if (!isRight || isSmuggled || /\r\nset-cookie:/i.test(text))
      scene.wrong.push(`${name}: ${statuses.join(" ")}`);
  });
}

async function tryHosts(scene: Scene): Promise<number> {
  const strange = strangeHosts(scene.known, HOSTS, random(scene.seed));
  await inParallel(strange, WIDTH, async (host) => {
    const bytes = Buffer.from(requestText(host, "GET /"), "latin1");
    const { status } = await raw(scene.product.port, bytes);
    if (status !== 421 && status !== 400)
      scene.wrong.push(`host ${JSON.stringify(host)}: ${status}`);
  });
  const [host = ""] = scene.hosts;
  for (const spelling of [host.toUpperCase(), `${host}.`, `${host}:9`]) {
    const { status } = await raw(scene.product.port, requestText(spelling, "GET /"));
    if (status !== 200) scene.wrong.push(`own host as ${spelling}: ${status}`);
  }
  return strange.length;
}

/** May answer 4xx, or 301 to another spelling on the same site; `/?…` is the home page itself. */
async function tryLists(scene: Scene): Promise<number> {
  const [host = ""] = scene.hosts;
  const own = `http://${host}:${scene.product.port}/`;
  const paths = listedPaths();
  await inParallel(paths, WIDTH, async (path) => {
    const bytes = Buffer.from(requestText(host, `GET ${path}`));
    const { status, text } = await raw(scene.product.port, bytes);
    const location = /\r\nlocation: ([^\r]*)/i.exec(text)?.[1];
    const isForeign =
      location !== undefined && !location.startsWith(own) && !/^\/(?![/\\])/.test(location);
    const isHome = status === 200 && /^\/[?#]/.test(path);
    const isRight = isHome || status === 301 || status === 0 || (status >= 400 && status <= 499);
    if (!isRight || isForeign || /\r\nset-cookie:/i.test(text))
      scene.wrong.push(`list ${path.slice(0, 60)}: ${status} ${location ?? ""}`);
  });
  return paths.length;
}

/** Addresses of nothing on two hosts, then one page with ever new query words. */
async function tryBogus(scene: Scene) {
  const { product, hosts, wrong } = scene;
  const next = random(scene.seed + 1);
  const before = await keptNow(product);
  const rss = async () => Math.round((await product.stats()).memory.rss / 1024 / 1024);
  const rssBefore = await rss();
  const addresses = Array.from({ length: BOGUS }, (_, at) => ({
    host: hosts[at % hosts.length] ?? "",
    path: bogusPath(next),
  }));
  await inParallel(addresses, WIDTH, async ({ host, path }) => {
    const { status } = await get(product.port, host, path);
    if (status !== 404) wrong.push(`bogus ${host}${path}: ${status}`);
  });
  const rssBogus = await rss();
  const queries = Array.from({ length: FLOOD }, (_, at) => at);
  await inParallel(queries, WIDTH, async (at) => {
    const path = `/?${String(at).padEnd(1_900, String(at))}`;
    const { status } = await get(product.port, hosts[at % hosts.length] ?? "", path);
    if (status !== 200) wrong.push(`query ${at}: ${status}`);
  });
  await sleep(1_000);
  const after = await keptNow(product);
  return {
    growthBytes: after.bytes - before.bytes,
    growthFiles: after.files - before.files,
    rssMb: { before: rssBefore, afterBogus: rssBogus, afterQueries: await rss() },
  };
}

async function knownHosts(product: Product): Promise<string[]> {
  const { sql, close } = connectBench(product.databaseUrl);
  const rows = await sql<{ host: string }[]>`select host from site_host`;
  await close();
  const machine = ["localhost", "127.0.0.1", "[::1]", "admin.localhost"];
  return [...rows.map(({ host }) => host), ...machine];
}

export const run: Run = async (seed, say) => {
  const product = await startProduct();
  try {
    const hosts = SITES.map(product.hostOf);
    // Until nothing is drawn by itself any more.
    const isQuiet = async () => {
      const { drawn } = await product.stats();
      await sleep(1_500);
      return (await product.stats()).drawn === drawn;
    };
    const clean = await readClean({ product, hosts });
    await until(isQuiet, 20_000, 0);
    const wrong: string[] = [];
    const known = await knownHosts(product);
    const scene: Scene = { product, hosts, known, seed, wrong, clean };
    const bad = badRequests(hosts[0] ?? "");
    const absent = absentRequests(hosts[0] ?? "");
    const counts = { badRequests: bad.length + absent.length, hosts: 0, listPaths: 0 };
    await withoutTrace(scene, "bad requests", () => tryRequests(scene, bad));
    // Whether there is such an address is asked of the database; nothing is written for it.
    await withoutTrace(scene, "absent", () => tryRequests(scene, absent), ["files", "bytes"]);
    say(`  ${counts.badRequests} 种坏请求 bad requests`);
    await withoutTrace(scene, "strange hosts", async () => {
      counts.hosts = await tryHosts(scene);
    });
    say(`  ${counts.hosts} 个不认识的主机 strange hosts`);
    counts.listPaths = await tryLists(scene);
    say(`  ${counts.listPaths} 条名单路径 paths of lists`);
    const { growthBytes, growthFiles, rssMb } = await tryBogus(scene);
    say(`  ${BOGUS} 个不存在的地址 bogus addresses: ${growthBytes} B, ${JSON.stringify(rssMb)} MB`);
    const again = await readClean(scene);
    for (const [name, bytes] of again)
      if (!clean.get(name)?.equals(bytes)) wrong.push(`${name} is not what it was`);
    const rssGrowthMb = rssMb.afterQueries - rssMb.before;
    const figures = { ...counts, bogus: BOGUS, queries: FLOOD, growthBytes, growthFiles, rssMb };
    const isSmall = growthBytes <= MAX_GROWTH_BYTES && rssGrowthMb <= MAX_RSS_GROWTH_MB;
    return {
      pass: wrong.length === 0 && isSmall,
      figures: { ...figures, rssGrowthMb, wrongCount: wrong.length, wrong: wrong.slice(0, 40) },
      goals: { wrongCount: 0, growthBytes: MAX_GROWTH_BYTES, rssGrowthMb: MAX_RSS_GROWTH_MB },
    };
  } finally {
    closeConnections();
    await product.stop();
  }
};
