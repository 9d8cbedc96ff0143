/** Sites with the same paths, read 100,000 times while all of them publish: does a mark of one show on another? */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Bench } from "./support/content.ts";
import { connectBench, importArticles, publish, retitle } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import type { Got } from "./support/http.ts";
import { closeConnections, get } from "./support/http.ts";
import type { Product } from "./support/product.ts";
import { sleep, startProduct } from "./support/product.ts";
import type { TwinSite } from "./support/twins.ts";
import { openTwins } from "./support/twins.ts";

const READS = 100_000;
const READERS = 16;
const TELL_EVERY = 20_000;
const COLUMNS = ["zwdt/yw", "zwdt/tzgg", "jdhy/zcjd"];
const LIVE = 24;
const DRAFTS = 60;
/** Shares of all reads. */
const OWN_ARTICLES = 0.3;
const FOREIGN_ARTICLES = 0.05;
const PUBLISH_EVERY_MS = 400;
const ENCODINGS = [undefined, undefined, "gzip", "br"];

/** Addresses that stand on every site, in several forms. */
const SHARED_PATHS = [
  "/",
  "/zwdt",
  ...COLUMNS.map((path) => `/${path}`),
  ...COLUMNS.map((path) => `/${path}/index_2.html`),
  "/care",
  "/care/zwdt/yw",
  "/care/zwdt/yw?size=3&scheme=by",
  "/zwdt/yw/rss.xml",
  "/zwdt/yw/feed.json",
  "/sitemap.html",
  "/sitemap.xml",
  "/no-such-page",
  "/zwdt/yw/202601/1.html",
];

type Article = { site: string; path: string };
type Counts = { reads: number; foreign: number; unmarked: number; failed: number; wrong: string[] };

const textOf = ({ bytes, headers }: Got): string => {
  switch (headers["content-encoding"]) {
    case "gzip":
      return gunzipSync(bytes).toString();
    case "br":
      return brotliDecompressSync(bytes).toString();
    default:
      return bytes.toString();
  }
};

/** What is wrong with an answer; null when every mark in it is the site's own. */
function problemOf(got: Got, site: TwinSite, sites: readonly TwinSite[], article?: Article) {
  if (got.status === 0 || got.status >= 500) return "failed";
  if (article && article.site !== site.code && got.status !== 404) return "foreign";
  if (article && article.site === site.code && got.status !== 200) return "failed";
  const text = textOf(got);
  const others = sites.filter(({ code }) => code !== site.code);
  if (others.some(({ marks }) => marks.some((mark) => text.includes(mark)))) return "foreign";
  const isPage = String(got.headers["content-type"]).startsWith("text/html");
  return isPage && got.status !== 301 && !text.includes(site.marks[0] ?? "?") ? "unmarked" : null;
}

/** Mostly none, often one of the site's own, at times one of another that this site must not know. */
function pickArticle(articles: readonly Article[], { code }: TwinSite, next: () => number) {
  const share = next();
  if (share > OWN_ARTICLES + FOREIGN_ARTICLES) return undefined;
  const isOwn = share < OWN_ARTICLES;
  const fitting = articles.filter((article) => (article.site === code) === isOwn);
  return fitting[Math.floor(next() * fitting.length)];
}

type Scene = {
  say: (line: string) => void;
  product: Product;
  sites: TwinSite[];
  articles: Article[];
  counts: Counts;
};

const pickOf = <Item>(items: readonly Item[], next: () => number): Item | undefined =>
  items[Math.floor(next() * items.length)];

/** One address of one site, as some client would ask for it. */
async function readOnce({ product, sites, articles, counts }: Scene, next: () => number) {
  const site = pickOf(sites, next);
  if (!site) return;
  const article = pickArticle(articles, site, next);
  const care = article && next() < 0.3 ? "/care" : "";
  const path = article ? `${care}${article.path}` : (pickOf(SHARED_PATHS, next) ?? "/");
  const encoding = pickOf(ENCODINGS, next);
  const headers = encoding ? { "accept-encoding": encoding } : undefined;
  const got = await get(product.port, site.host, path, headers);
  const problem = problemOf(got, site, sites, article);
  if (!problem) return;
  counts[problem] += 1;
  if (counts.wrong.length < 20) counts.wrong.push(`${problem} ${got.status} ${site.host}${path}`);
}

async function readUntilDone(scene: Scene, next: () => number) {
  const { say, counts } = scene;
  while (counts.reads < READS) {
    counts.reads += 1;
    if (counts.reads % TELL_EVERY === 0) say(`  ${counts.reads} 次阅读 reads`);
    await readOnce(scene, next);
  }
}

/** New articles and new editions, on all sites in turn, until the last read. */
async function publishUntilDone(bench: Bench, { sites, articles, counts }: Scene): Promise<number> {
  let n = 0;
  for (; counts.reads < READS; n += 1) {
    for (const { code, drafts, titleMark } of sites) {
      const id = drafts[n % drafts.length] ?? 0;
      if (n >= drafts.length) await retitle(bench, id, `${titleMark}改${n}`);
      const path = await publish(bench, id);
      if (n < drafts.length) articles.push({ site: code, path });
    }
    await sleep(PUBLISH_EVERY_MS);
  }
  return n * sites.length;
}

/** The same columns of every site get as many articles, whose titles name their site. */
async function fill(bench: Bench, sites: TwinSite[]): Promise<Article[]> {
  const ids: { site: string; id: number }[] = [];
  for (const site of sites) {
    const titleOf = (at: number) => `${site.titleMark}第${at}篇`;
    for (const column of COLUMNS) {
      const place = { site: site.code, column };
      const live = await importArticles(bench, place, { count: LIVE, as: "published", titleOf });
      ids.push(...live.map((id) => ({ site: site.code, id })));
      site.drafts.push(...(await importArticles(bench, place, { count: DRAFTS, titleOf })));
    }
  }
  const rows = await bench.sql<{ id: string; path: string }[]>`
    select resource_id as id, path from placement where resource_id = any(${ids.map(({ id }) => id)})`;
  const pathOf = new Map(rows.map(({ id, path }) => [Number(id), path]));
  return ids.map(({ site, id }) => ({ site, path: pathOf.get(id) ?? "/" }));
}

export const run: Run = async (seed, say) => {
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  try {
    const sites = await openTwins(bench, product);
    const articles = await fill(bench, sites);
    const counts: Counts = { reads: 0, foreign: 0, unmarked: 0, failed: 0, wrong: [] };
    const scene: Scene = { say, product, sites, articles, counts };
    say(`  ${sites.length} 个网站 sites: ${sites.map(({ host }) => host).join(" ")}`);
    const readers = Array.from({ length: READERS }, (_, at) =>
      readUntilDone(scene, random(seed + at)),
    );
    const [published] = await Promise.all([publishUntilDone(bench, scene), ...readers]);
    say(`  ${counts.reads} 次阅读 reads, ${published} 次发布 publishes`);
    const { foreign, unmarked, failed } = counts;
    const paths = SHARED_PATHS.length + articles.length;
    return {
      pass: foreign + unmarked + failed === 0,
      figures: { sites: sites.length, paths, published, ...counts },
      goals: { foreign: 0, unmarked: 0, failed: 0 },
    };
  } finally {
    closeConnections();
    await bench.close();
    await product.stop();
  }
};
