import type { Example } from "#themes/examples/example.ts";
import { CARE, example } from "#themes/examples/example.ts";
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
import { fuwutai } from "#themes/fuwutai/family.tsx";

const { Home, List, Article, Absence, SiteMap } = fuwutai;

const drawHome = (look: Look) => <Home {...homeView(look)} />;
const drawDepartment = (look: Look) => <Home {...homeView(look, true)} />;
const drawArticle = (look: Look) => <Article {...articleView(look)} />;
const drawList = (look: Look) => <List {...listView(look, { number: 1, count: 3, rows: 20 })} />;

/** A site that has no service yet: the question leads to the groups alone. */
const drawNoServices = (look: Look) => (
  <Home {...homeView(look, true)} services={[]} servicesLink={null} />
);

/** Examples of care pages are zhongzhou's: every family draws the same ones. One shows its colours. */
export const fuwutaiExamples: Example[] = [
  example("home", drawDepartment, { theme: "fuwutai-blue" }),
  example("home.portal", drawHome, { theme: "fuwutai-blue" }),
  example("home.longest-title", (look) => <Home {...longTitleHomeView(look)} />, {
    theme: "fuwutai-indigo",
  }),
  example("home.teal", drawDepartment, { theme: "fuwutai-teal" }),
  example("home.no-services", drawNoServices, { theme: "fuwutai-blue" }),
  example("home.en", drawDepartment, { theme: "fuwutai-blue", locale: "en" }),
  example("list", drawList, { theme: "fuwutai-blue" }),
  example("list.empty", (look) => <List {...listView(look, { number: 1, count: 1, rows: 0 })} />, {
    theme: "fuwutai-blue",
  }),
  example(
    "list.100-pages",
    (look) => <List {...listView(look, { number: 50, count: 100, rows: 20 })} />,
    { theme: "fuwutai-indigo" },
  ),
  example("article.longest-title", drawArticle, { theme: "fuwutai-blue" }),
  example("article.bare", (look) => <Article {...bareArticleView(look)} />, {
    theme: "fuwutai-teal",
  }),
  example("article.zh-hant", drawArticle, { theme: "fuwutai-blue", locale: "zh-Hant" }),
  example("article.archived", (look) => <Article {...archivedArticleView(look)} />, {
    theme: "fuwutai-blue",
  }),
  example("absence.unknown", (look) => <Absence {...absenceView(look, "unknown")} />, {
    theme: "fuwutai-blue",
  }),
  example("absence.withdrawn", (look) => <Absence {...absenceView(look, "withdrawn")} />, {
    theme: "fuwutai-blue",
  }),
  example("site-map", (look) => <SiteMap {...siteMapView(look)} />, { theme: "fuwutai-blue" }),
  example("home.care", drawHome, { theme: "fuwutai-blue", variant: CARE }),
];
