import "server-only";
import type { Db } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import type { Convert } from "#lib/i18n/convert.ts";
import { convertDeep, converterFor } from "#lib/i18n/convert.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALE_NAMES, LOCALES } from "#lib/i18n/locales.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { hrefOf } from "#lib/routing/address.ts";
import { originOf } from "#lib/routing/decide.ts";
import { FEED_FORMS, FEED_NAMES, FEED_TYPES, feedPath } from "#lib/routing/feed.ts";
import { STATEMENT_NAMES } from "#lib/routing/inner.ts";
import { SITE_MAP_PATH, STATEMENT_PATHS } from "#lib/routing/reserved.ts";
import { QUESTION_PATHS, SEARCH_PATH } from "#lib/routing/search.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { SCHEMES, STANDARD } from "#lib/routing/variant.ts";
import { tags } from "#modules/cachetags/domain.ts";
import type { ColumnRow } from "#modules/columns/queries.ts";
import { listPublicColumns } from "#modules/columns/queries.ts";
import type { MetaInput } from "#modules/pages/domain.ts";
import { metaTags } from "#modules/pages/domain.ts";
import { linkWriter } from "#modules/pages/loaders/leave.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { PublicSite } from "#modules/sites/queries/public.ts";
import { getPublicSite } from "#modules/sites/queries/public.ts";
import type { BranchView, FrameView, LinkView, SearchTarget, SiteView } from "#themes/contract.ts";
import { stylesheetsFor, suggestScript } from "#themes/stylesheets.ts";

/** Where a page is drawn for: a site, in a language and a form. */
export type Setting = {
  site: PublicSite;
  columns: ColumnRow[];
  locale: Locale;
  variant: Variant;
  /** Writes what editors wrote in the reader's script; site and columns are converted already. */
  convert: Convert;
  /** Where a link that an editor wrote leads this reader. */
  linkTo: (href: string) => string;
};

export async function loadSetting(
  db: Db,
  where: { siteId: number; locale: Locale; variant: Variant },
): Promise<Setting> {
  const [site, columns, linkTo] = await Promise.all([
    getPublicSite(db, where.siteId),
    listPublicColumns(db, where.siteId),
    linkWriter(where),
  ]);
  if (!site) throw new AppError("UNAVAILABLE", `site ${where.siteId} is gone`);
  const convert = converterFor(where.locale);
  return {
    site: convertDeep(site, convert),
    columns: convertDeep(columns, convert),
    locale: where.locale,
    variant: where.variant,
    convert,
    linkTo,
  };
}

export type PageFacts = {
  /** Path without locale and care. */
  path: string;
  /** The same page in the other form, when its path differs there (list pages hold fewer rows in care). */
  otherPath?: string;
  title: string;
  crumbs: { name: string; path: string }[];
  meta: Pick<MetaInput, "column" | "article">;
  /** The result page has a search box of its own. */
  hasOwnSearch?: boolean;
  /** The column whose feeds this page is a form of. */
  feedsOf?: { name: string; path: string };
  tags: string[];
};

const publicPort = () => env.ZS_PUBLIC_PORT ?? null;

/** Scheme, host and port of the site's own primary host. */
export const siteOrigin = ({ site }: Pick<Setting, "site">): string =>
  originOf(site.host, publicPort());

function siteView({ site, locale, variant }: Setting): SiteView {
  const {
    phone,
    address,
    email,
    related,
    host,
    code,
    name,
    level,
    idCode,
    sponsor,
    undertaker,
    icp,
    police,
    emblem,
    slogan,
  } = site;
  return {
    code,
    name,
    level,
    idCode,
    sponsor,
    undertaker,
    icp,
    police,
    emblem,
    slogan,
    domain: host,
    origin: originOf(host, publicPort()),
    contact: { phone, address, email },
    related: related.map((other) => ({
      name: other.name,
      href: `${originOf(other.host, publicPort())}${hrefOf("/", locale === "zh-CN" ? locale : "zh-CN", variant)}`,
    })),
  };
}

function careOptions(
  { locale, variant }: Setting,
  path: string,
  t: FrameView["t"],
): FrameView["careOptions"] {
  if (variant.mode === "std") return [];
  const sizes = ([1, 2, 3] as const).map((size) => ({
    kind: "size" as const,
    name: t(`site.care.sizes.${size}`),
    href: hrefOf(path, locale, { ...variant, size }),
    isCurrent: variant.size === size,
  }));
  const schemes = ([null, ...SCHEMES] as const).map((scheme) => ({
    kind: "scheme" as const,
    name: t(`site.care.schemes.${scheme ?? "none"}`),
    href: hrefOf(path, locale, { ...variant, scheme }),
    isCurrent: variant.scheme === scheme,
  }));
  return [...sizes, ...schemes];
}

/** The links of a setting: every one keeps the reader's language and form. */
export const linkTo = ({ locale, variant }: Setting, name: string, path: string): LinkView => ({
  name,
  href: hrefOf(path, locale, variant),
});

/** Top-level columns with those right below them. */
export const branches = (setting: Setting): BranchView[] =>
  setting.columns
    .filter(({ parentId }) => parentId === null)
    .map((column) => ({
      link: linkTo(setting, column.name, `/${column.path}`),
      children: setting.columns
        .filter(({ parentId }) => parentId === column.id)
        .map((child) => linkTo(setting, child.name, `/${child.path}`)),
    }));

function navigation(setting: Setting, path: string, t: FrameView["t"]): LinkView[] {
  const top = setting.columns.filter(({ parentId }) => parentId === null);
  return [
    { name: t("site.nav.home"), path: "/" },
    ...top.map((column) => ({ name: column.name, path: `/${column.path}` })),
  ].map((link) => ({
    ...linkTo(setting, link.name, link.path),
    isCurrent:
      link.path === "/" ? path === "/" : path === link.path || path.startsWith(`${link.path}/`),
  }));
}

/** The same page in each language that the site has; none where there is only one. */
function languages(setting: Setting, path: string): FrameView["languages"] {
  const { site, locale, variant } = setting;
  const known = LOCALES.filter((one) => site.locales.includes(one));
  if (known.length < 2) return [];
  return known.map((one) => ({
    locale: one,
    name: LOCALE_NAMES[one],
    href: hrefOf(path, one, variant),
    isCurrent: one === locale,
  }));
}

/** Feeds are for programs, so care pages name none. */
function feedLinks(setting: Setting, column: PageFacts["feedsOf"]): FrameView["feeds"] {
  if (!column || setting.variant.mode === "care") return [];
  const origin = siteOrigin(setting);
  return FEED_FORMS.map((form) => ({
    type: FEED_TYPES[form],
    title: `${column.name} ${FEED_NAMES[form]}`,
    href: `${origin}${hrefOf(feedPath(column.path, form), setting.locale, STANDARD)}`,
  }));
}

/** What the site says of itself. */
export const statementLinks = (setting: Setting): LinkView[] =>
  STATEMENT_NAMES.map((name) =>
    linkTo(setting, wordsOf(setting.locale)(`statements.${name}.title`), STATEMENT_PATHS[name]),
  );

/** Where a search box sends its words, with the reader's language and form kept. */
export function searchTarget({ locale, variant }: Setting): SearchTarget {
  const [action = SEARCH_PATH, query = ""] = hrefOf(SEARCH_PATH, locale, variant).split("?");
  const hidden = [...new URLSearchParams(query)].map(([name, value]) => ({ name, value }));
  return {
    ...{ action, hidden, maxLength: SEARCH.queryMaxCharacters },
    // Care pages carry no script at all (K10).
    suggest:
      variant.mode === "care"
        ? null
        : { address: hrefOf(QUESTION_PATHS.suggestions, locale, variant), script: suggestScript() },
  };
}

/** What every page of a site has around its content. */
export function frameOf(setting: Setting, facts: PageFacts): FrameView {
  const { site, locale, variant } = setting;
  const t = wordsOf(locale);
  const view = siteView(setting);
  const canonical = `${view.origin}${hrefOf(facts.path, locale, STANDARD)}`;
  const other: Variant =
    variant.mode === "std" ? { mode: "care", size: 1, scheme: null } : STANDARD;
  const home = { name: t("site.nav.home"), path: "/" };
  const feeds = feedLinks(setting, facts.feedsOf);
  const feedLink = feeds.slice(0, 1).map(({ href }) => ({ name: t("feeds.rss"), href }));
  return {
    site: view,
    locale,
    variant,
    t,
    documentTitle: facts.title === site.name ? site.name : `${facts.title}_${site.name}`,
    canonical,
    switchHref: hrefOf(facts.otherPath ?? facts.path, locale, other),
    careOptions: careOptions(setting, facts.path, t),
    homeHref: hrefOf("/", locale, variant),
    siteMapHref: hrefOf(SITE_MAP_PATH, locale, variant),
    nav: navigation(setting, facts.path, t),
    crumbs:
      facts.crumbs.length === 0
        ? []
        : [home, ...facts.crumbs].map(({ name, path }) => linkTo(setting, name, path)),
    feeds,
    search: facts.hasOwnSearch ? null : searchTarget(setting),
    languages: languages(setting, facts.path),
    aboutLinks: variant.mode === "care" ? [] : [...statementLinks(setting), ...feedLink],
    stylesheets: stylesheetsFor(site.theme),
    meta: metaTags({
      site: { name: site.name, domain: site.host, idCode: site.idCode },
      url: canonical,
      ...facts.meta,
    }),
    tags: [...new Set([tags.site(site.id), tags.theme(site.theme), tags.settings, ...facts.tags])],
  };
}
