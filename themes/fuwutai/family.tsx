import { CareAbsence } from "#themes/care/care-absence.tsx";
import { CareArticle } from "#themes/care/care-article.tsx";
import { CareHome } from "#themes/care/care-home.tsx";
import { CareList } from "#themes/care/care-list.tsx";
import { CareSiteMap } from "#themes/care/care-site-map.tsx";
import type { Family } from "#themes/contract.ts";
import { Absence } from "#themes/fuwutai/pages/absence.tsx";
import { Article } from "#themes/fuwutai/pages/article.tsx";
import { Home } from "#themes/fuwutai/pages/home.tsx";
import { List } from "#themes/fuwutai/pages/list.tsx";
import { SiteMap } from "#themes/fuwutai/pages/site-map.tsx";
import { byMode } from "#themes/parts/by-mode.tsx";

/** 服务台: first the question, then the tasks, then the news. For sites that people come to for a task. */
export const fuwutai: Family = {
  code: "fuwutai",
  Home: byMode(Home, CareHome),
  List: byMode(List, CareList),
  Article: byMode(Article, CareArticle),
  Absence: byMode(Absence, CareAbsence),
  SiteMap: byMode(SiteMap, CareSiteMap),
};
