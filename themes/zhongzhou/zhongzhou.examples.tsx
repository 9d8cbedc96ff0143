import type { Example } from "#themes/examples/example.ts";
import { CARE, example, inEveryScheme, LARGEST_CARE } from "#themes/examples/example.ts";
import type { Look } from "#themes/examples/frame.ts";
import {
  absenceView,
  archivedArticleView,
  articleView,
  bareArticleView,
  homeView,
  listView,
  longTitleHomeView,
  siteMapView,
} from "#themes/examples/views.ts";
import { zhongzhou } from "#themes/zhongzhou/family.tsx";

const { Home, List, Article, Absence, SiteMap } = zhongzhou;

const drawHome = (look: Look) => <Home {...homeView(look)} />;
const drawDepartment = (look: Look) => <Home {...homeView(look, true)} />;
const drawArchived = (look: Look) => <Article {...archivedArticleView(look)} />;
const drawArticle = (look: Look) => <Article {...articleView(look)} />;
const drawList = (look: Look) => <List {...listView(look, { number: 1, count: 3, rows: 20 })} />;
const drawCareList = (look: Look) => (
  <List {...listView(look, { number: 50, count: 100, rows: 10 })} />
);
const drawEmpty = (look: Look) => <List {...listView(look, { number: 1, count: 1, rows: 0 })} />;
const drawUnknown = (look: Look) => <Absence {...absenceView(look, "unknown")} />;
const drawSiteMap = (look: Look) => <SiteMap {...siteMapView(look)} />;

const standard: Example[] = [
  example("home", drawHome),
  example("home.longest-title", (look) => <Home {...longTitleHomeView(look)} />),
  example("home.blue-department", drawDepartment, { theme: "zhongzhou-blue" }),
  example("home.pine", drawHome, { theme: "zhongzhou-pine" }),
  example("home.plum", drawHome, { theme: "zhongzhou-plum" }),
  example("list", drawList),
  example("list.empty", drawEmpty),
  example("list.100-pages", (look) => (
    <List {...listView(look, { number: 50, count: 100, rows: 20 })} />
  )),
  example("article.longest-title", drawArticle),
  example("article.bare", (look) => <Article {...bareArticleView(look)} />),
  example("article.archived", drawArchived),
  example("absence.unknown", drawUnknown),
  example("absence.withdrawn", (look) => <Absence {...absenceView(look, "withdrawn")} />),
  example("site-map", drawSiteMap),
  example("article.zh-hant", drawArticle, { locale: "zh-Hant" }),
  example("home.en", drawHome, { locale: "en" }),
];

const care: Example[] = [
  example("home.care", drawHome, { variant: CARE }),
  example("home.care-blue", drawDepartment, { variant: CARE, theme: "zhongzhou-blue" }),
  example("list.care", drawCareList, { variant: CARE }),
  example("list.care-empty", drawEmpty, { variant: CARE }),
  example("article.care", drawArticle, { variant: CARE }),
  example("article.care-largest", drawArticle, { variant: LARGEST_CARE }),
  example("article.care-archived", drawArchived, { variant: CARE }),
  example("absence.care", drawUnknown, { variant: CARE }),
  example("site-map.care", drawSiteMap, { variant: CARE }),
  ...inEveryScheme("home", drawHome),
  ...inEveryScheme("article", drawArticle),
];

export const zhongzhouExamples: Example[] = [...standard, ...care];
