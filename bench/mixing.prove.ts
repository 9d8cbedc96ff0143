/** Sites with the same paths, read 100,000 times while both publish: does a mark of one show on another? */
import { publishResource } from "#modules/resources/commands/publish.ts";
import { connectBench, importDrafts } from "./support/content.ts";
import type { Run } from "./support/figures.ts";
import { random } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import { startProduct } from "./support/product.ts";

const READS = 100_000;
const READERS = 16;
const SITES = ["yunchuan", "yunzhou", "qinglan"];
const PATHS = [
  "/",
  "/zwdt",
  "/zwdt/yw",
  "/zwdt/tzgg",
  "/zcwj",
  "/care",
  "/care/zwdt/yw",
  "/sitemap.html",
  "/!404",
  "/zwdt/yw/index_2.html",
];

export const run: Run = async (seed, say) => {
  const product = await startProduct();
  const bench = connectBench(product.databaseUrl);
  try {
    const sites = product.running().sites.filter(({ code }) => SITES.includes(code));
    const marks = await bench.sql<
      { code: string; id_code: string }[]
    >`select code, id_code from site where code = any(${SITES})`;
    const drafts = new Map<string, number[]>();
    for (const { code } of sites)
      drafts.set(code, await importDrafts(bench, { site: code, column: "zwdt/yw" }, 100));
    let foreign = 0;
    let unmarked = 0;
    let failed = 0;
    let reads = 0;
    const known = [...PATHS];
    const reader = async (at: number) => {
      const next = random(seed + at);
      while (reads < READS) {
        reads += 1;
        const site = sites[Math.floor(next() * sites.length)];
        const path = known[Math.floor(next() * known.length)] ?? "/";
        const { status, body } = await get(product.port, site?.host ?? "", path);
        const own = marks.find(({ code }) => code === site?.code)?.id_code ?? "?";
        if (status === 0 || status >= 500) failed += 1;
        else if (status !== 301) {
          if (!body.includes(own)) unmarked += 1;
          if (marks.some(({ id_code: other }) => other !== own && body.includes(other)))
            foreign += 1;
        }
      }
    };
    const publisher = async () => {
      for (let n = 0; n < 100 && reads < READS; n += 1) {
        for (const ids of drafts.values()) {
          const published = await publishResource(bench.ctx, { resourceId: ids[n] ?? 0 });
          // The address of one site's article is asked on all of them.
          if (published.ok && known.length < 200)
            known.push(published.value.places[0]?.path ?? "/");
        }
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    };
    await Promise.all([publisher(), ...Array.from({ length: READERS }, (_, at) => reader(at))]);
    say(`  ${reads} 次阅读 reads of ${sites.length} sites, ${known.length} paths`);
    const wrong = foreign + unmarked + failed;
    return {
      pass: wrong === 0,
      figures: { reads, sites: sites.length, paths: known.length, foreign, unmarked, failed },
      goals: { foreign: 0, unmarked: 0, failed: 0 },
    };
  } finally {
    closeConnections();
    await bench.close();
    await product.stop();
  }
};
