/** Where the links of a care page lead: inside the group they stay in care, with the reader's choices (K14). */
import type { Element } from "./page-tree.ts";
import { attributeOf } from "./page-tree.ts";

/** Not pages: files, feeds, what leaves the group by its own page. */
const NO_PAGE = /^\/(?:files|t|marks)\/|^\/go$|\.xml$/;

type Where = {
  hosts: ReadonlySet<string>;
  /** Of the page that has the links. */
  host: string;
  path: string;
  /** What the reader chose, as it stands in the address; "" for nothing. */
  query: string;
};

/** The address of a link to a page of the group; null for any other link. */
function pageOf(element: Element, { hosts, host }: Where): URL | null {
  const href = attributeOf(element, "href") ?? "";
  // The way back to the standard form says what it is.
  const isWayOut = attributeOf(element, "data-el") === "care";
  if (isWayOut || href === "" || href.startsWith("#")) return null;
  const url = new URL(href, `http://${host}`);
  return hosts.has(url.hostname) && !NO_PAGE.test(url.pathname) ? url : null;
}

/** In care, with the choices; links to the page itself are where the choices are made. */
function isKept(url: URL, { path, query }: Where): boolean {
  if (!/^\/(?:zh-hant\/|en\/)?care(?:\/|$)/.test(url.pathname)) return false;
  const isChoice = url.pathname === path;
  return (
    isChoice || [...new URLSearchParams(query)].every(([k, v]) => url.searchParams.get(k) === v)
  );
}

/** In-group links of a page that leave care or forget what was chosen; `links` is how many there are. */
export function brokenLinks(page: readonly Element[], where: Where) {
  const urls = page
    .filter(({ tagName }) => tagName === "a")
    .flatMap((element) => pageOf(element, where) ?? []);
  return { links: urls.length, broken: urls.filter((url) => !isKept(url, where)).map(String) };
}
