import type { Locale } from "#lib/i18n/locales.ts";
import { LOCALE_NAMES, LOCALES } from "#lib/i18n/locales.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { SCHEMES, variantQuery } from "#lib/routing/variant.ts";
import type { FrameView, LinkView, SearchTarget, SiteView } from "#themes/contract.ts";
import { exampleTranslate } from "#themes/examples/translate.ts";

/** In which form an example is drawn. */
export type Look = { variant: Variant; locale: Locale; stylesheets: string[] };

export const PROVINCE: SiteView = {
  code: "yunchuan",
  name: "云川省人民政府",
  level: "province",
  domain: "www.yunchuan.gov.cn",
  origin: "https://www.yunchuan.gov.cn",
  idCode: "9900000001",
  sponsor: "云川省人民政府办公厅",
  undertaker: "云川省政务服务和数据管理局",
  contact: {
    phone: "0990-8600000",
    address: "云川省云州市安和路 1 号",
    email: "web@yunchuan.gov.cn",
  },
  icp: "云ICP备99000001号-1",
  police: "云公网安备 99010002000001号",
  emblem: "national",
  slogan: "公开 · 便民 · 务实",
  related: [
    { name: "云州市人民政府", href: "https://www.yunzhou.gov.cn/" },
    { name: "青石县人民政府", href: "https://www.qingshi.gov.cn/" },
    { name: "云川省财政厅", href: "https://czt.yunchuan.gov.cn/" },
    { name: "云川省生态环境厅", href: "https://sthjt.yunchuan.gov.cn/" },
    { name: "云川省教育厅", href: "https://jyt.yunchuan.gov.cn/" },
  ],
};

export const DEPARTMENT: SiteView = {
  ...PROVINCE,
  code: "finance",
  name: "云川省财政厅",
  level: "department",
  domain: "czt.yunchuan.gov.cn",
  origin: "https://czt.yunchuan.gov.cn",
  idCode: "9900000018",
  sponsor: "云川省财政厅",
  undertaker: null,
  icp: null,
  police: null,
  emblem: "none",
  slogan: null,
};

const COLUMNS = [
  ...["政务要闻", "政府信息公开", "政策文件", "办事服务"],
  ...["互动交流", "数据开放", "走进云川"],
];

/** Addresses of other pages in the same form. */
export function pathIn({ variant }: Look): (path: string) => string {
  if (variant.mode === "std") return (path) => path;
  return (path) => {
    const [bare = "", query] = path.split("?");
    const own = variantQuery(variant);
    return `/care${bare}${own}${query ? `${own ? "&" : "?"}${query}` : ""}`;
  };
}

function careOptions(path: string, look: Look, t: FrameView["t"]): FrameView["careOptions"] {
  if (look.variant.mode === "std") return [];
  const href = (other: Partial<Variant>) =>
    pathIn({ ...look, variant: { ...look.variant, ...other } })(path);
  const sizes = ([1, 2, 3] as const).map((size) => ({
    kind: "size" as const,
    name: t(`site.care.sizes.${size}`),
    href: href({ size }),
    isCurrent: look.variant.size === size,
  }));
  const schemes = [null, ...SCHEMES].map((scheme) => ({
    kind: "scheme" as const,
    name: t(`site.care.schemes.${scheme ?? "none"}`),
    href: href({ scheme }),
    isCurrent: look.variant.scheme === scheme,
  }));
  return [...sizes, ...schemes];
}

export function searchBox({ variant }: Look): SearchTarget {
  const words = new URLSearchParams(variantQuery(variant).slice(1));
  const hidden = [...words].map(([name, value]) => ({ name, value }));
  return {
    action: variant.mode === "std" ? "/search" : "/care/search",
    hidden,
    maxLength: 100,
    suggest: null,
  };
}

type PageOptions = {
  site?: SiteView;
  path: string;
  title: string;
  /** Names between home and the page itself. */
  trail?: string[];
  meta?: FrameView["meta"];
  hasOwnSearch?: boolean;
  /** Name of the column whose feeds the page names. */
  feedsOf?: string;
};

export function exampleFrame(look: Look, page: PageOptions): FrameView {
  const { site = PROVINCE, path, title, trail = [], meta = [] } = page;
  const t = exampleTranslate(look.locale);
  const at = pathIn(look);
  const home: LinkView = { name: t("site.nav.home"), href: at("/"), isCurrent: path === "/" };
  const columns = COLUMNS.map((name, index) => ({
    name,
    href: at(`/c${index}/`),
    isCurrent: path.startsWith(`/c${index}/`),
  }));
  const feed = {
    type: "application/rss+xml",
    title: `${page.feedsOf} RSS`,
    href: `${site.origin}${path}rss.xml`,
  };
  const steps = trail.map((name, index) => ({ name, href: at(`/trail${index}/`) }));
  return {
    site,
    locale: look.locale,
    variant: look.variant,
    t,
    documentTitle: path === "/" ? site.name : `${title} - ${site.name}`,
    canonical: `${site.origin}${path}`,
    switchHref: look.variant.mode === "care" ? path : `/care${path}`,
    careOptions: careOptions(path, look, t),
    homeHref: home.href,
    siteMapHref: at("/sitemap"),
    nav: [home, ...columns],
    crumbs: path === "/" ? [] : [home, ...steps, { name: title, href: at(path) }],
    stylesheets: look.stylesheets,
    meta: [
      { name: "SiteName", content: site.name },
      { name: "SiteDomain", content: site.domain },
      { name: "SiteIDCode", content: site.idCode },
      ...meta,
    ],
    feeds: page.feedsOf && look.variant.mode === "std" ? [feed] : [],
    languages: LOCALES.map((locale) => ({
      locale,
      name: LOCALE_NAMES[locale],
      href: at(`${locale === "zh-CN" ? "" : `/${locale}`}${path}`),
      isCurrent: locale === look.locale,
    })),
    search: page.hasOwnSearch ? null : searchBox(look),
    aboutLinks:
      look.variant.mode === "care"
        ? []
        : [
            { name: t("statements.accessibility.title"), href: at("/accessibility.html") },
            { name: t("statements.privacy.title"), href: at("/privacy.html") },
          ],
    tags: ["site:1", "theme:1", "settings"],
  };
}
