import { CareAbsence } from "#themes/care/care-absence.tsx";
import { CareArticle } from "#themes/care/care-article.tsx";
import { CareHome } from "#themes/care/care-home.tsx";
import { CareList } from "#themes/care/care-list.tsx";
import { CareSiteMap } from "#themes/care/care-site-map.tsx";
import type { Family } from "#themes/contract.ts";
import { byMode } from "#themes/parts/by-mode.tsx";
import { Absence } from "#themes/zhongzhou/pages/absence.tsx";
import { Article } from "#themes/zhongzhou/pages/article.tsx";
import { Home } from "#themes/zhongzhou/pages/home.tsx";
import { List } from "#themes/zhongzhou/pages/list.tsx";
import { SiteMap } from "#themes/zhongzhou/pages/site-map.tsx";

/** 中轴: everything on one axis, set like a morning paper. For governments and their offices. */
export const zhongzhou: Family = {
  code: "zhongzhou",
  Home: byMode(Home, CareHome),
  List: byMode(List, CareList),
  Article: byMode(Article, CareArticle),
  Absence: byMode(Absence, CareAbsence),
  SiteMap: byMode(SiteMap, CareSiteMap),
};
