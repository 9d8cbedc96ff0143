import "server-only";
import type { Db } from "#db/client.ts";
import { AppError } from "#lib/errors.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { columnPagePath } from "#lib/routing/column-page.ts";
import { tags } from "#modules/cachetags/domain.ts";
import { LIVE_PAGES, lineage, PAGE_SIZE, pageNumbers } from "#modules/pages/domain.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { frameOf, linkTo } from "#modules/pages/loaders/frame.ts";
import { itemViews } from "#modules/pages/loaders/items.ts";
import { countColumnItems, listColumnItems } from "#modules/resources/queries/public.ts";
import type { ListView } from "#themes/contract.ts";

/** The page of the other form that holds this page's first row. */
function otherPage(mode: "std" | "care", page: number): number {
  const first = (page - 1) * PAGE_SIZE[mode];
  return Math.floor(first / PAGE_SIZE[mode === "std" ? "care" : "std"]) + 1;
}

export async function loadList(
  db: Db,
  setting: Setting,
  { columnId, page }: { columnId: number; page: number },
): Promise<ListView> {
  const line = lineage(setting.columns, columnId);
  const column = line.at(-1);
  if (!column) throw new AppError("UNAVAILABLE", `column ${columnId} is gone`);
  const { mode } = setting.variant;
  const size = PAGE_SIZE[mode];
  const [items, total] = await Promise.all([
    listColumnItems(db, { columnId, limit: size, offset: (page - 1) * size }),
    countColumnItems(db, columnId),
  ]);
  const pageCount = Math.max(1, Math.ceil(total / size));
  const hrefOfPage = (number: number) =>
    linkTo(setting, "", columnPagePath(column.path, number)).href;
  const t = wordsOf(setting.locale);
  const children = setting.columns.filter(({ parentId }) => parentId === columnId);
  const siblings = setting.columns.filter(
    ({ parentId }) => parentId === column.parentId && parentId !== null,
  );
  const links = (columns: typeof children) =>
    columns.map((other) => ({
      ...linkTo(setting, other.name, `/${other.path}`),
      isCurrent: other.id === columnId,
    }));
  return {
    frame: frameOf(setting, {
      path: columnPagePath(column.path, page),
      otherPath: columnPagePath(column.path, otherPage(mode, page)),
      title: page === 1 ? column.name : `${column.name} ${t("site.list.page", { number: page })}`,
      crumbs: line.map(({ name, path }) => ({ name, path: `/${path}` })),
      meta: { column, article: null },
      feedsOf: column,
      tags: [page <= LIVE_PAGES ? tags.column(columnId) : tags.columnDeep(columnId)],
    }),
    column: {
      name: column.name,
      description: column.description,
      children: links(children),
      siblings: links(siblings),
    },
    items: itemViews(setting, items),
    paging: {
      number: page,
      count: pageCount,
      total,
      previousHref: page > 1 ? hrefOfPage(page - 1) : null,
      nextHref: page < pageCount ? hrefOfPage(page + 1) : null,
      links: pageNumbers(page, pageCount).map((number) => ({
        number,
        href: hrefOfPage(number),
        isCurrent: number === page,
      })),
    },
  };
}
