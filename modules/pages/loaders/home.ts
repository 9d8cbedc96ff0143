import "server-only";
import type { Db } from "#db/client.ts";
import { tags } from "#modules/cachetags/domain.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { branches, frameOf, linkTo } from "#modules/pages/loaders/frame.ts";
import { itemViews } from "#modules/pages/loaders/items.ts";
import { listColumnItems } from "#modules/resources/queries/public.ts";
import type { BlockView, HomeView, LinkView } from "#themes/contract.ts";

type Block = Setting["site"]["home"]["blocks"][number];

/** A block whose column is hidden or empty is not drawn: no blank column on a home page (GL-14.6). */
async function loadBlock(
  db: Db,
  setting: Setting,
  block: Block,
): Promise<(BlockView & { columnId: number }) | null> {
  const column = setting.columns.find(({ path }) => path === block.column);
  if (!column) return null;
  const items = await listColumnItems(db, { columnId: column.id, limit: block.limit, offset: 0 });
  if (items.length === 0) return null;
  const { href } = linkTo(setting, column.name, `/${column.path}`);
  return {
    kind: block.kind,
    title: block.title,
    moreHref: href,
    items: itemViews(setting, items),
    columnId: column.id,
  };
}

function serviceLinks(setting: Setting): LinkView[] {
  const paths = new Set(setting.columns.map(({ path }) => path));
  return setting.site.home.services.flatMap(({ name, column, href }) => {
    if (column) return paths.has(column) ? [linkTo(setting, name, `/${column}`)] : [];
    return href ? [linkTo(setting, name, href)] : [];
  });
}

/** The top column of services, as the annex names its type (GL-15). */
function servicesLink(setting: Setting): LinkView | null {
  const found = setting.columns.find(
    ({ parentId, columnType }) => parentId === null && columnType === "办事服务",
  );
  return found ? linkTo(setting, found.name, `/${found.path}`) : null;
}

export async function loadHome(db: Db, setting: Setting): Promise<HomeView> {
  const loaded = await Promise.all(
    setting.site.home.blocks.map((block) => loadBlock(db, setting, block)),
  );
  const wanted = setting.site.home.blocks.flatMap((block) =>
    setting.columns.filter(({ path }) => path === block.column),
  );
  const frame = frameOf(setting, {
    path: "/",
    title: setting.site.name,
    crumbs: [],
    meta: { column: null, article: null },
    // Also of columns that are empty now: their first article must appear.
    tags: wanted.map(({ id }) => tags.column(id)),
  });
  const blocks = loaded
    .flatMap((block) => (block ? [block] : []))
    .map(({ columnId: _, ...block }) => block);
  return {
    frame,
    blocks,
    services: serviceLinks(setting),
    servicesLink: servicesLink(setting),
    groups: branches(setting),
  };
}
