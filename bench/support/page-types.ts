/** Addresses of every page type of a site, found in its own map, in all of its languages and forms. */
import type { Got } from "./http.ts";
import { get } from "./http.ts";

export type TypedPage = { name: string; path: string };

type Site = { port: number; host: string };

const ARTICLE = /\/\d{6}\/\d+\.html$/;
const PREFIX = { "zh-CN": "", "zh-Hant": "/zh-hant", en: "/en" } as const;
type Locale = keyof typeof PREFIX;

const read = async ({ port, host }: Site, path: string): Promise<Got> =>
  await get(port, host, path);

/** `rel=alternate hreflang` of the home page: the languages the site has. */
async function localesOf(site: Site): Promise<Locale[]> {
  const { body } = await read(site, "/");
  const found = (Object.keys(PREFIX) as Locale[]).filter((locale) =>
    body.includes(`hrefLang="${locale}"`),
  );
  return found.length > 0 ? found : ["zh-CN"];
}

/** One address of each type, standard Chinese. @throws when the site lacks one */
async function typesOf(site: Site): Promise<TypedPage[]> {
  const { body } = await read(site, "/sitemap.xml");
  const paths = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  const policy = paths.find((path) => /^\/zcwj\/.*\d+\.html$/.test(path));
  const article = paths.find((path) => ARTICLE.test(path) && path !== policy);
  const list = article?.replace(ARTICLE, "");
  const channel = paths.find((path) => /^\/[a-z]+$/.test(path) && path !== list);
  const types = { channel, list, article, policy };
  const missing = Object.entries(types).filter(([, path]) => !path);
  if (missing.length > 0) throw new Error(`${site.host} has no ${missing.map(([name]) => name)}`);
  return [
    { name: "home", path: "/" },
    ...Object.entries(types).map(([name, path]) => ({ name, path: path ?? "" })),
    { name: "site map", path: "/sitemap.html" },
    { name: "accessibility", path: "/accessibility.html" },
    { name: "privacy", path: "/privacy.html" },
    { name: "not found", path: "/no-such-page" },
    { name: "search", path: `/search?${new URLSearchParams({ q: "老年人" })}` },
    { name: "search found nothing", path: `/search?${new URLSearchParams({ q: "羴鱻麤龘" })}` },
  ];
}

/** The same page in a language and a form. */
function pathIn(path: string, locale: Locale, isCare: boolean): string {
  const prefix = `${PREFIX[locale]}${isCare ? "/care" : ""}`;
  return path === "/" ? prefix || "/" : `${prefix}${path}`;
}

export async function listTypedPages(site: Site): Promise<(TypedPage & { isCare: boolean })[]> {
  const [locales, types] = [await localesOf(site), await typesOf(site)];
  const forms = locales.flatMap((locale) => [false, true].map((isCare) => ({ locale, isCare })));
  return forms.flatMap(({ locale, isCare }) =>
    types.map(({ name, path }) => ({
      name: `${name} ${locale}${isCare ? " care" : ""}`,
      path: pathIn(path, locale, isCare),
      isCare,
    })),
  );
}
