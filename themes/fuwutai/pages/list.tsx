import type { ListView } from "#themes/contract.ts";
import { ColumnNav } from "#themes/fuwutai/blocks/column-nav.tsx";
import { ItemRows } from "#themes/fuwutai/blocks/item-rows.tsx";
import { Paging } from "#themes/fuwutai/blocks/paging.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";

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
          <h1 className="text-head leading-tight font-bold">{column.name}</h1>
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
