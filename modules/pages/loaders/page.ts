import "server-only";
import type { Db } from "#db/client.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { ABSENCE_PATH, SITE_MAP_PATH } from "#lib/routing/reserved.ts";
import type { PageKind } from "#lib/routing/inner.ts";
import type { Variant } from "#lib/routing/variant.ts";
import { loadArticle } from "#modules/pages/loaders/article.ts";
import { frameOf, linkTo, loadSetting, type Setting } from "#modules/pages/loaders/frame.ts";
import { loadHome } from "#modules/pages/loaders/home.ts";
import { loadList } from "#modules/pages/loaders/list.ts";
import { readPublic, slowDown } from "#modules/pages/queries.ts";
import type { AbsenceView, ArticleView, HomeView, ListView, SiteMapView } from "#themes/contract.ts";

export type LoadedPage =
  | { type: "home"; view: HomeView }
  | { type: "list"; view: ListView }
  | { type: "article"; view: ArticleView }
  | { type: "absence"; view: AbsenceView }
  | { type: "site-map"; view: SiteMapView };

const topColumns = (setting: Setting) => setting.columns.filter(({ parentId }) => parentId === null);

function absence(setting: Setting, kind: AbsenceView["kind"]): AbsenceView {
  const frame = frameOf(setting, {
    path: ABSENCE_PATH,
    otherPath: "/",
    title: wordsOf(setting.locale)(`site.absence.${kind}.title`),
    crumbs: [],
    meta: { column: null, article: null },
    tags: [],
  });
  return { frame, kind, suggestions: topColumns(setting).slice(0, 6).map((column) => linkTo(setting, column.name, `/${column.path}`)) };
}

function siteMap(setting: Setting): SiteMapView {
  const title = wordsOf(setting.locale)("site.site-map.title");
  const frame = frameOf(setting, {
    path: SITE_MAP_PATH,
    title,
    crumbs: [{ name: title, path: SITE_MAP_PATH }],
    meta: { column: null, article: null },
    tags: [],
  });
  const columns = topColumns(setting).map((column) => ({
    link: linkTo(setting, column.name, `/${column.path}`),
    children: setting.columns.filter(({ parentId }) => parentId === column.id).map((child) => linkTo(setting, child.name, `/${child.path}`)),
  }));
  return { frame, columns };
}

async function load(db: Db, where: { siteId: number; locale: Locale; variant: Variant }, page: PageKind): Promise<LoadedPage> {
  const setting = await loadSetting(db, where);
  await slowDown(db);
  switch (page.kind) {
    case "home":
      return { type: "home", view: await loadHome(db, setting) };
    case "column":
      return { type: "list", view: await loadList(db, setting, page) };
    case "article":
      return { type: "article", view: await loadArticle(db, setting, page.placementId) };
    case "absent":
      return { type: "absence", view: absence(setting, page.why) };
    case "site-map":
      return { type: "site-map", view: siteMap(setting) };
  }
}

/** Everything a theme needs to draw one page. @throws {AppError} UNAVAILABLE */
export function loadPage(where: { siteId: number; locale: Locale; variant: Variant }, page: PageKind): Promise<LoadedPage> {
  return readPublic((db) => load(db, where, page));
}
