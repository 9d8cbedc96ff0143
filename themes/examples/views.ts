/** One view of each page type, for examples: the frame is built for the form that is asked for. */
import type {
  AbsenceView,
  ArticleView,
  HomeView,
  LeaveView,
  ListView,
  SiteMapView,
  StatementView,
} from "#themes/contract.ts";
import { ARTICLE_BODY } from "#themes/examples/article-body.ts";
import type { Look } from "#themes/examples/frame.ts";
import { DEPARTMENT, exampleFrame, PROVINCE, pathIn } from "#themes/examples/frame.ts";
import {
  exampleBlocks,
  exampleRows,
  exampleServices,
  LONGEST_TITLE,
} from "#themes/examples/news.ts";
import { exampleTranslate } from "#themes/examples/translate.ts";

export function homeView(look: Look, isDepartment = false): HomeView {
  const site = isDepartment ? DEPARTMENT : PROVINCE;
  const at = pathIn(look);
  const blocks = exampleBlocks(at);
  return {
    frame: exampleFrame(look, { site, path: "/", title: site.name }),
    blocks: isDepartment ? blocks.slice(0, 5) : blocks,
    services: exampleServices(at).slice(0, isDepartment ? 8 : 12),
    servicesLink: { name: "办事服务", href: at("/c3/") },
    groups: siteMapView(look).columns,
  };
}

/** The longest title in every place where a home page may show one, and one block without items. */
export function longTitleHomeView(look: Look): HomeView {
  const view = homeView(look);
  const blocks = view.blocks.map((block, index) => ({
    ...block,
    items: index === 3 ? [] : block.items.map((item) => ({ ...item, title: LONGEST_TITLE })),
  }));
  return { ...view, blocks };
}

type ListOptions = { number: number; count: number; rows: number };

export function listView(look: Look, { number, count, rows }: ListOptions): ListView {
  const at = pathIn(look);
  const name = "通知公告";
  const near = [1, number - 1, number, number + 1, count].filter(
    (page, index, all) => page >= 1 && page <= count && all.indexOf(page) === index,
  );
  const sibling = (title: string, index: number) => ({
    name: title,
    href: at(`/c0/${index}/`),
    isCurrent: title === name,
  });
  return {
    frame: exampleFrame(look, {
      path: "/c0/1/",
      title: name,
      trail: ["政务要闻"],
      feedsOf: name,
      meta: [
        { name: "ColumnName", content: name },
        { name: "ColumnDescription", content: "省政府及各部门发布的通知、公告" },
        { name: "ColumnKeywords", content: "通知,公告" },
        { name: "ColumnType", content: "政务动态" },
      ],
    }),
    column: {
      name,
      description: "省政府及各部门发布的通知、公告",
      siblings: ["云川要闻", name, "市县动态", "部门动态", "图片新闻", "视频新闻"].map(sibling),
      children: ["人事公告", "招标采购", "公示公告"].map((title, index) => ({
        name: title,
        href: at(`/c0/1/${index}/`),
      })),
    },
    items: exampleRows(at, rows),
    paging: {
      number,
      count,
      total: count * 20,
      previousHref: number > 1 ? at(`/c0/1/?page=${number - 1}`) : null,
      nextHref: number < count ? at(`/c0/1/?page=${number + 1}`) : null,
      links: near.map((page) => ({
        number: page,
        href: at(`/c0/1/?page=${page}`),
        isCurrent: page === number,
      })),
    },
  };
}

export function articleView(look: Look): ArticleView {
  const at = pathIn(look);
  return {
    frame: exampleFrame(look, {
      path: "/c2/2026/1234.html",
      title: LONGEST_TITLE,
      trail: ["政策文件"],
      meta: [
        { name: "ColumnName", content: "政策文件" },
        { name: "ColumnType", content: "政策文件" },
        { name: "ArticleTitle", content: LONGEST_TITLE },
        { name: "PubDate", content: "2026-11-20 09:30" },
        { name: "ContentSource", content: "云川省人民政府办公厅" },
      ],
    }),
    title: LONGEST_TITLE,
    archivedAt: null,
    subtitle: null,
    publishedAt: "2026-11-20T01:30:00Z",
    updatedAt: "2026-11-21T02:05:00Z",
    source: "云川省人民政府办公厅",
    author: null,
    summary: "老年人办事可以走绿色通道，网站首页都有大字的关怀版，12345 有老年人专席。",
    bodyHtml: ARTICLE_BODY,
    attachments: [
      { title: "实施方案", href: "/f/1.pdf", extension: "pdf", sizeBytes: 1_258_291 },
      { title: "任务分工表", href: "/f/2.xlsx", extension: "xlsx", sizeBytes: 35_840 },
    ],
    column: { name: "政策文件", href: at("/c2/") },
    previous: { name: "关于进一步规范政务公开工作的意见", href: at("/c2/2026/1233.html") },
    next: { name: "关于公布行政规范性文件清理结果的决定", href: at("/c2/2026/1235.html") },
  };
}

/** What nobody keeps up any more. */
export const archivedArticleView = (look: Look): ArticleView => ({
  ...articleView(look),
  archivedAt: "2026-11-28T02:00:00Z",
});

/** A short piece of news: nothing optional is there. */
export function bareArticleView(look: Look): ArticleView {
  return {
    ...articleView(look),
    title: "全省安全生产大检查部署会召开",
    updatedAt: null,
    summary: null,
    bodyHtml:
      "<p>十一月二十日，全省安全生产大检查部署会在云州召开。会议要求压实责任，消除隐患。</p>",
    attachments: [],
    previous: null,
    next: null,
  };
}

export function absenceView(look: Look, kind: AbsenceView["kind"]): AbsenceView {
  const frame = exampleFrame(look, { path: "/nowhere", title: "没有找到这个页面" });
  return { frame, kind, suggestions: frame.nav.slice(1, 5) };
}

export function siteMapView(look: Look): SiteMapView {
  const frame = exampleFrame(look, { path: "/sitemap", title: "网站地图" });
  const children = ["最新文件", "通知公告", "政策解读", "图解图表", "人事信息"];
  return {
    frame,
    columns: frame.nav.slice(1).map((link) => ({
      link,
      children: children.map((name, index) => ({ name, href: `${link.href}${index}/` })),
    })),
  };
}

export function statementView(look: Look): StatementView {
  const t = exampleTranslate(look.locale);
  const title = t("statements.accessibility.title");
  const facts = { site: PROVINCE.name, sponsor: PROVINCE.sponsor };
  return {
    frame: exampleFrame(look, { path: "/accessibility.html", title }),
    title,
    sections: ["promise", "how"].map((section) => ({
      title: t(`statements.accessibility.${section}.title`),
      paragraphs: [1, 2].map((at) => t(`statements.accessibility.${section}.${at}`, facts)),
    })),
  };
}

export function leaveView(look: Look): LeaveView {
  const url = `https://www.example.com/${"very-long-segment/".repeat(6)}?from=gov`;
  const title = exampleTranslate(look.locale)("statements.leave.title");
  return { frame: exampleFrame(look, { path: "/go", title }), host: "www.example.com", url };
}
