/** Rules of a citizen's page that need no database: titles, meta tags, page numbers. */
import { formatMoment } from "#lib/format/moment.ts";

/** Rows of a list page (CITIZEN-DESIGN §4.2). */
export const PAGE_SIZE = { std: 20, care: 10 } as const;

/** Lists up to this page carry the column's own tag, older ones a tag beside it (ADR 0019). */
export const LIVE_PAGES = 10;

export type Meta = { name: string; content: string };

export type MetaInput = {
  site: { name: string; domain: string; idCode: string };
  column: { name: string; description: string; keywords: string; columnType: string } | null;
  article: {
    title: string;
    publishedAt: Date;
    source: string;
    keywords: string[];
    author: string | null;
    description: string | null;
  } | null;
  url: string;
};

/** The tags of the annex in its order; empty optional ones are left out. @rule GL-15.1–GL-15.5 */
export function metaTags({ site, column, article, url }: MetaInput): Meta[] {
  const pairs: [string, string | null][] = [
    ["SiteName", site.name],
    ["SiteDomain", site.domain],
    ["SiteIDCode", site.idCode],
    ["ColumnName", column?.name ?? "首页"],
    ["ColumnDescription", column?.description ?? null],
    ["ColumnKeywords", column?.keywords ?? null],
    ["ColumnType", column?.columnType ?? "首页"],
    ["ArticleTitle", article?.title ?? null],
    ["PubDate", article ? formatMoment(article.publishedAt) : null],
    ["ContentSource", article?.source ?? null],
    ["Keywords", article && article.keywords.length > 0 ? article.keywords.join(";") : null],
    ["Author", article?.author ?? null],
    ["Description", article?.description ?? null],
    ["Url", url],
  ];
  return pairs.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** Page numbers to print: the first, the last, and two on each side of the current one. */
export function pageNumbers(current: number, count: number): number[] {
  const wanted = [1, current - 2, current - 1, current, current + 1, current + 2, count];
  return [...new Set(wanted)]
    .filter((number) => number >= 1 && number <= count)
    .sort((a, b) => a - b);
}

type Node = { id: number; parentId: number | null };

/** From the top column down to this one. */
export function lineage<Column extends Node>(columns: readonly Column[], id: number): Column[] {
  const found = columns.find((column) => column.id === id);
  if (!found) return [];
  return found.parentId === null ? [found] : [...lineage(columns, found.parentId), found];
}
