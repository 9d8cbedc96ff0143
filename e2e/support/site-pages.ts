/** The page types of a site and where they are, found as a reader finds them: by following links. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ask, linksOf, unescapeHtml } from "#e2e/support/http.ts";
import { HOUSE, siteOf } from "#e2e/support/product.ts";

/** A list of more than one page, with laws as long as real ones. */
export const LONG_LIST = "/zcwj/fggz";
/** About 5,000 characters (5,090), for weights. */
export const LONG_TITLE = "保障中小企业款项支付条例";

const readContent = <Content>(name: string): Content =>
  JSON.parse(readFileSync(join(HOUSE, "scripts/demo/content", name), "utf8")) as Content;

/** What the register says of the demo sites. */
export const registry = (): { code: string; name: string; idCode: string; hosts: string[] }[] =>
  readContent("sites.json");

/** The text in a link, without its tags. */
const wordsIn = (html: string): string => unescapeHtml(html.replace(/<[^>]*>/g, "")).trim();

/** Address of the first link with these words on a page. */
function hrefOf(html: string, words: string): string | null {
  for (const [, href = "", inner = ""] of html.matchAll(
    /<a\b[^>]*\shref="([^"]*)"[^>]*>(.*?)<\/a>/g,
  ))
    if (wordsIn(inner) === words) return unescapeHtml(href);
  return null;
}

/** Looks an article up by its title, page after page of its column. @throws when no page has it */
export async function findArticle(origin: string, column: string, title: string): Promise<string> {
  let path: string | null = column;
  while (path !== null) {
    const { body } = await ask(`${origin}${path}`);
    const found = hrefOf(body, title);
    if (found !== null) return `${origin}${found}`;
    path = hrefOf(body, "下一页");
  }
  throw new Error(`${column} lists no ${title}`);
}

/** An article with a table of its own, of the demo content. */
function titleWithTable(siteCode: string): { column: string; title: string } {
  const documents = readContent<{ column: string; title: string; body_html: string }[]>(
    `${siteCode}.json`,
  );
  const found = documents.find(({ body_html: html }) => html.includes("<table"));
  if (!found) throw new Error(`${siteCode} has no document with a table`);
  return found;
}

/** The result page of a question. */
export const searchOf = (base: string, words: string, more = ""): string =>
  `${base}/search?${new URLSearchParams({ q: words })}${more === "" ? "" : `&${more}`}`;

export type PageAddress = { name: string; url: string };

/** Every page type of a site in its standard form but the withdrawn one, which a test makes itself. */
export async function pageTypes(siteCode: string): Promise<PageAddress[]> {
  const { origin } = siteOf(siteCode);
  const { column, title } = titleWithTable(siteCode);
  return [
    { name: "home", url: `${origin}/` },
    { name: "list", url: `${origin}${LONG_LIST}` },
    { name: "article", url: await findArticle(origin, LONG_LIST, LONG_TITLE) },
    { name: "article with a table", url: await findArticle(origin, `/${column}`, title) },
    { name: "not found", url: `${origin}/zwdt/no-such-page.html` },
    { name: "site map", url: `${origin}/sitemap.html` },
    { name: "search", url: `${origin}/search` },
    { name: "search found", url: searchOf(origin, "老年人", "scope=group") },
    { name: "search found nothing", url: searchOf(origin, "羴鱻麤龘") },
  ];
}

/** The care form of a page. */
export function careOf(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}/care${pathname === "/" ? "" : pathname}${search}`;
}

/** Articles of a site, newest columns first, gathered from its home page and lists. */
export async function articlesOf(origin: string, columns: readonly string[]): Promise<string[]> {
  const pages = await Promise.all(columns.map((column) => ask(`${origin}/${column}`)));
  const links = pages.flatMap(({ body }) => linksOf(body, origin));
  return [...new Set(links)].filter(
    (url) => url.startsWith(origin) && /\/\d{6}\/\d+\.html$/.test(url),
  );
}
