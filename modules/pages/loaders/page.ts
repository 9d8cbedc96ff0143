import "server-only";
import type { Db } from "#db/client.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import type { PageKind, Place } from "#lib/routing/inner.ts";
import { ABSENCE_PATH, SITE_MAP_PATH } from "#lib/routing/reserved.ts";
import { leaveView, statementView } from "#modules/pages/loaders/about.ts";
import { loadArticle } from "#modules/pages/loaders/article.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import {
  branches,
  frameOf,
  linkTo,
  loadSetting,
  statementLinks,
} from "#modules/pages/loaders/frame.ts";
import { loadHome } from "#modules/pages/loaders/home.ts";
import { loadList } from "#modules/pages/loaders/list.ts";
import { readPublic, slowDown } from "#modules/pages/queries.ts";
import type {
  AbsenceView,
  ArticleView,
  BranchView,
  FrameView,
  HomeView,
  LeaveView,
  ListView,
  SiteMapView,
  StatementView,
} from "#themes/contract.ts";

type Loaded =
  | { type: "home"; view: HomeView }
  | { type: "list"; view: ListView }
  | { type: "article"; view: ArticleView }
  | { type: "absence"; view: AbsenceView }
  | { type: "site-map"; view: SiteMapView }
  | { type: "statement"; view: StatementView }
  | { type: "leave"; view: LeaveView };

/** A page and the theme that draws it. */
export type LoadedPage = Loaded & { theme: string };

const topColumns = (setting: Setting) =>
  setting.columns.filter(({ parentId }) => parentId === null);

function absence(setting: Setting, kind: AbsenceView["kind"]): AbsenceView {
  const title = wordsOf(setting.locale)(`site.absence.${kind}`);
  const frame = frameOf(setting, {
    path: ABSENCE_PATH,
    otherPath: "/",
    title,
    crumbs: [{ name: title, path: ABSENCE_PATH }],
    meta: { column: null, article: null },
    tags: [],
  });
  return {
    frame,
    kind,
    suggestions: topColumns(setting)
      .slice(0, 6)
      .map((column) => linkTo(setting, column.name, `/${column.path}`)),
  };
}

/** In care the map also names what other pages have in their foot and above their header. */
function aboutBranch(setting: Setting, frame: FrameView): BranchView[] {
  const [first, ...others] = statementLinks(setting);
  if (setting.variant.mode === "std" || !first) return [];
  const languages = frame.languages
    .filter(({ isCurrent }) => !isCurrent)
    .map(({ name, href }) => ({ name, href }));
  return [{ link: first, children: [...others, ...languages] }];
}

function siteMap(setting: Setting): SiteMapView {
  const title = wordsOf(setting.locale)("site.map.title");
  const frame = frameOf(setting, {
    path: SITE_MAP_PATH,
    title,
    crumbs: [{ name: title, path: SITE_MAP_PATH }],
    meta: { column: null, article: null },
    tags: [],
  });
  return { frame, columns: [...branches(setting), ...aboutBranch(setting, frame)] };
}

async function loadKind(db: Db, setting: Setting, page: PageKind): Promise<Loaded> {
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
    case "statement":
      return { type: "statement", view: statementView(setting, page.name) };
    case "leave":
      return { type: "leave", view: leaveView(setting, page.url) };
  }
}

async function load(db: Db, place: Place, page: PageKind): Promise<LoadedPage> {
  const setting = await loadSetting(db, place);
  const loaded = await loadKind(db, setting, page);
  await slowDown(db);
  return { ...loaded, theme: setting.site.theme };
}

/** Everything a theme needs to draw one page. @throws {AppError} UNAVAILABLE */
export function loadPage(place: Place, page: PageKind): Promise<LoadedPage> {
  return readPublic((db) => load(db, place, page));
}
