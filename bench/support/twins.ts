/** Sites from one template that can be told apart by marks which stand on no other site. */
import { changeSiteState, openSite } from "#modules/sites/commands.ts";
import { siteInput, siteStateInput } from "#modules/sites/schema.ts";
import type { Bench } from "./content.ts";
import { get } from "./http.ts";
import type { Product } from "./product.ts";
import { until } from "./product.ts";

export type TwinSite = {
  code: string;
  host: string;
  /** Stands in the title of every article of the site. */
  titleMark: string;
  /** In the page's head: 网站标识码 (every page has it) and name; then the title mark. */
  marks: string[];
  drafts: number[];
};

const DEMO = ["yunchuan", "yunzhou"];
const OPENED = ["jia", "yi"];

/** A site as `site open` opens it, from the same template as the two of the demo group. */
async function openTwin(bench: Bench, code: string, at: number): Promise<void> {
  const input = siteInput.parse({
    code,
    name: `${code}县人民政府`,
    shortName: code,
    level: "county",
    parent: "yunzhou",
    regionCode: "990122",
    idCode: `990122100${at}`,
    sponsor: `${code}县人民政府办公室`,
    undertaker: null,
    contact: { phone: "12345", address: "云川省云州市", email: null },
    icp: null,
    police: null,
    hosts: [`www.${code}.localhost`],
    emblem: "none",
    slogan: null,
    template: "portal",
    locales: ["zh-CN"],
  });
  const opened = await openSite(bench.ctx, input);
  if (!opened.ok) throw new Error(opened.problems.join());
  await changeSiteState(bench.ctx, siteStateInput.parse({ code, state: "online" }));
}

/** Two sites of the demo group and two that are opened while the platform runs. */
export async function openTwins(bench: Bench, product: Product): Promise<TwinSite[]> {
  for (const [at, code] of OPENED.entries()) await openTwin(bench, code, at);
  const rows = await bench.sql<{ code: string; name: string; id_code: string; host: string }[]>`
    select s.code, s.name, s.id_code, h.host from site s join site_host h on h.site_id = s.id
    where h.is_primary and s.code = any(${[...DEMO, ...OPENED]}) order by s.code`;
  for (const { host } of rows) {
    const isOpen = async () => (await get(product.port, host, "/")).status === 200;
    if (!(await until(isOpen, 10_000))) throw new Error(`${host} does not open`);
  }
  return rows.map(({ code, name, id_code: idCode, host }) => ({
    code,
    host,
    titleMark: `${code}专稿`,
    marks: [`"SiteIDCode" content="${idCode}"`, `"SiteName" content="${name}"`, `${code}专稿`],
    drafts: [],
  }));
}
