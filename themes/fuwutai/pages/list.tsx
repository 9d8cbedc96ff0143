import type { FrameView, ListView } from "#themes/contract.ts";
import { ColumnNav } from "#themes/fuwutai/blocks/column-nav.tsx";
import { Icon } from "#themes/fuwutai/blocks/icons.tsx";
import { ItemRows } from "#themes/fuwutai/blocks/item-rows.tsx";
import { Paging } from "#themes/fuwutai/blocks/paging.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";

function FeedLink({ frame: { feeds, t } }: { frame: FrameView }) {
  const [feed] = feeds;
  if (!feed) return null;
  return (
    <a
      className="inline-flex hit shrink-0 items-center gap-2 text-note text-main"
      href={feed.href}
      type={feed.type}
      data-screen
    >
      <Icon name="feed" className="h-5 w-5" />
      {t("feeds.rss")}
    </a>
  );
}

export function List({ frame, column, items, paging }: ListView) {
  const { t, site } = frame;
  const hasNav = column.siblings.length + column.children.length > 0;
  return (
    <Page frame={frame} targets={["list"]}>
      <div
        className={`mx-auto grid max-w-page grid-cols-1 items-start gap-4 px-4 lg:gap-6 lg:px-8 ${hasNav ? "lg:side-columns" : ""}`}
      >
        <ColumnNav t={t} column={column} />
        <div className="sheet px-5 pt-5 lg:px-8 lg:pt-7">
          <div className="flex items-start justify-between gap-4">
            <h1 className="text-head leading-tight font-bold">{column.name}</h1>
            <FeedLink frame={frame} />
          </div>
          {column.description ? (
            <p className="pt-1 text-note text-ink2">{column.description}</p>
          ) : null}
          <div className="pt-5" id="list" tabIndex={-1}>
            {items.length > 0 ? (
              <ItemRows t={t} items={items} />
            ) : (
              <p className="border-t border-line py-8">
                {t("site.list.empty", { phone: site.contact.phone })}
              </p>
            )}
            <Paging t={t} paging={paging} />
          </div>
        </div>
      </div>
    </Page>
  );
}
