/** The care form of every address of the demo group: says what the standard form says, and leads nowhere else. */
import { brokenLinks } from "./support/care-links.ts";
import type { Run } from "./support/figures.ts";
import { closeConnections, get } from "./support/http.ts";
import type { Element } from "./support/page-tree.ts";
import { attributeOf, elementsOf, hasClass, readPage, wordsOf } from "./support/page-tree.ts";
import { startProduct } from "./support/product.ts";
import { inParallel } from "./support/raw.ts";

const WIDTH = 4;
const ARTICLE = /\/\d{6}\/\d+\.html$/;
const OPTIONS = "?size=2&scheme=yb";

type Read = (path: string) => Promise<string>;

const careOf = (path: string, query = ""): string => `/care${path === "/" ? "" : path}${query}`;
const standardOf = (href: string): string => href.replace(/^\/care(?=\/)/, "").replace(/\?.*$/, "");

/** Title, time and source, every sentence of the text, and what can be downloaded. */
function tellingOf(page: readonly Element[]): Record<string, string> {
  const one = (test: (element: Element) => boolean) => {
    const found = page.find(test);
    return found ? wordsOf(found) : "";
  };
  const text = page.filter((element) => hasClass(element, "rich")).map(wordsOf);
  const files = page
    .map((element) => attributeOf(element, "href") ?? "")
    .filter((href) => href.startsWith("/files/"));
  return {
    title: one(({ tagName }) => tagName === "h1"),
    meta: one((element) => attributeOf(element, "data-el") === "meta"),
    text: text.join("\n"),
    files: [...new Set(files)].join(" "),
  };
}

/** Addresses of the articles that a list shows, in its order. */
function rowsOf(page: readonly Element[]): string[] {
  const main = page.find(({ tagName }) => tagName === "main");
  const hrefs = (main ? elementsOf(main) : []).flatMap((element) =>
    element.tagName === "a" ? standardOf(attributeOf(element, "href") ?? "") : [],
  );
  return [...new Set(hrefs.filter((href) => ARTICLE.test(href)))];
}

/** The two forms lead to each other too, at other page numbers: those links are not of the list. */
const leadsTo = (page: readonly Element[], name: string): boolean =>
  page.some(
    (element) =>
      element.tagName === "a" &&
      attributeOf(element, "data-el") !== "care" &&
      attributeOf(element, "href")?.split("?")[0]?.endsWith(`/${name}`),
  );

/** All pages of a list in one form: the care form shows fewer rows a page. */
async function wholeList(read: Read, path: string, isCare: boolean): Promise<string[]> {
  const rows: string[] = [];
  for (let number = 1; ; number += 1) {
    const at = number === 1 ? path : `${path}/index_${number}.html`;
    const page = readPage(await read(isCare ? careOf(at) : at));
    rows.push(...rowsOf(page).filter((row) => !rows.includes(row)));
    if (!leadsTo(page, `index_${number + 1}.html`)) return rows;
  }
}

async function listDiffers(read: Read, path: string): Promise<boolean> {
  const [standard, care] = [await wholeList(read, path, false), await wholeList(read, path, true)];
  return standard.join() !== care.join();
}

/** What differs between the two forms of an article; empty means nothing. */
async function articleDiffers(read: Read, path: string): Promise<string[]> {
  const standard = tellingOf(readPage(await read(path)));
  const care = tellingOf(readPage(await read(careOf(path))));
  if (standard["title"] === "") return ["no title"];
  return Object.keys(standard).filter((part) => standard[part] !== care[part]);
}

/** A column with a list of its own; those that only gather others show a choice of each. */
const isList = (page: readonly Element[]): boolean =>
  page.some((element) => attributeOf(element, "id") === "list");

const pathsOf = (sitemap: string): string[] =>
  [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => {
    const { pathname, search } = new URL(address);
    return `${pathname}${search}`;
  });

type Scene = {
  host: string;
  hosts: ReadonlySet<string>;
  read: Read;
  counts: Record<"addresses" | "articles" | "lists" | "links" | "linksWithChoices", number>;
  wrong: string[];
};

async function tryLinks({ host, hosts, read, counts, wrong }: Scene, path: string): Promise<void> {
  for (const query of ["", OPTIONS]) {
    const address = careOf(path, query);
    const where = { hosts, host, path: careOf(path), query };
    const { links, broken } = brokenLinks(readPage(await read(address)), where);
    counts[query === "" ? "links" : "linksWithChoices"] += links;
    wrong.push(...broken.map((href) => `${host}${address} → ${href}`));
  }
}

async function tryTelling({ host, read, counts, wrong }: Scene, path: string): Promise<void> {
  if (ARTICLE.test(path)) {
    counts.articles += 1;
    const parts = await articleDiffers(read, path);
    if (parts.length > 0) wrong.push(`${host}${path} differs: ${parts.join(", ")}`);
  } else if (isList(readPage(await read(path)))) {
    counts.lists += 1;
    if (await listDiffers(read, path)) wrong.push(`${host}${path}: another list`);
  }
}

export const run: Run = async (_seed, say) => {
  const product = await startProduct();
  try {
    const { sites } = product.running();
    const hosts = new Set(sites.map(({ host }) => host));
    const counts = { addresses: 0, articles: 0, lists: 0, links: 0, linksWithChoices: 0 };
    const wrong: string[] = [];
    for (const { host } of sites) {
      const read: Read = async (path) => {
        const { status, body } = await get(product.port, host, path);
        if (status !== 200) wrong.push(`${host}${path}: ${status}`);
        return body;
      };
      const scene: Scene = { host, hosts, read, counts, wrong };
      const paths = pathsOf(await read("/sitemap.xml"));
      counts.addresses += paths.length;
      await inParallel(paths, WIDTH, async (path) => {
        await tryLinks(scene, path);
        await tryTelling(scene, path);
      });
      say(`  ${host}: ${paths.length} 个地址 addresses`);
    }
    // A proof of nothing would be no proof.
    const isWhole = Object.values(counts).every((count) => count > 0);
    return {
      pass: wrong.length === 0 && isWhole,
      figures: {
        sites: sites.length,
        ...counts,
        wrongCount: wrong.length,
        wrong: wrong.slice(0, 40),
      },
      goals: { wrongCount: 0 },
    };
  } finally {
    closeConnections();
    await product.stop();
  }
};
