import { Moment } from "#components/ui/moment.tsx";
import type { ItemView, ListView, Translate } from "#themes/contract.ts";
import { ColumnNav } from "#themes/zhongzhou/blocks/column-nav.tsx";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Paging } from "#themes/zhongzhou/blocks/paging.tsx";
import { Pinned } from "#themes/zhongzhou/blocks/pinned.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

function Row({ t, item }: { t: Translate; item: ItemView }) {
  return (
    <li className="relative border-b border-line py-2.5 leading-item sm:flex sm:items-baseline sm:justify-between sm:gap-8">
      <p>
        {item.isPinned ? <Pinned t={t} /> : null}
        <a className="row-link" href={item.href}>
          {item.title}
        </a>
      </p>
      <Moment
        className="block shrink-0 text-note text-ink2 sm:inline"
        at={item.publishedAt}
        isDayOnly
      />
    </li>
  );
}

function Rows({ frame, items }: Pick<ListView, "frame" | "items">) {
  const { t, site } = frame;
  if (items.length === 0) {
    return <p className="py-8">{t("site.list.empty", { phone: site.contact.phone })}</p>;
  }
  return (
    <ul>
      {items.map((item) => (
        <Row key={item.href} t={t} item={item} />
      ))}
    </ul>
  );
}

export function List({ frame, column, items, paging }: ListView) {
  const hasNav = column.siblings.length + column.children.length > 0;
  return (
    <Page frame={frame} targets={["list"]}>
      <PageTitle title={column.name}>
        {column.description ? (
          <p className="mx-auto max-w-measure pt-2 text-note text-balance text-ink2">
            {column.description}
          </p>
        ) : null}
      </PageTitle>
      <div className={`grid gap-x-10 gap-y-4 pt-6 ${hasNav ? "lg:side-columns" : ""}`}>
        <ColumnNav t={frame.t} column={column} />
        <div id="list" tabIndex={-1}>
          <Rows frame={frame} items={items} />
          <Paging t={frame.t} paging={paging} />
        </div>
      </div>
    </Page>
  );
}
