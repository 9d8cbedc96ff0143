import { CarePage } from "#themes/care/care-page.tsx";
import { CareItems, CareLinks } from "#themes/care/care-rows.tsx";
import { CareFold } from "#themes/care/care-section.tsx";
import type { ListView, Translate } from "#themes/contract.ts";

const stepClass =
  "hit-main flex items-center justify-center border-3 border-main px-5 py-2 font-bold text-main leading-tight";

function Step({ href, name }: { href: string | null; name: string }) {
  if (!href) return null;
  return (
    <li>
      <a className={stepClass} href={href} data-primary>
        {name}
      </a>
    </li>
  );
}

/** Where the reader is, and two ways on. */
export function CarePaging({ t, paging }: { t: Translate; paging: ListView["paging"] }) {
  const { number, count, total, previousHref, nextHref } = paging;
  if (count <= 1) return null;
  return (
    <nav className="pt-6" aria-label={t("site.list.pages")} data-screen>
      <p className="pb-3">{t("site.list.position", { number, count, total })}</p>
      <ul className="flex flex-col gap-3">
        <Step href={nextHref} name={t("site.list.next")} />
        <Step href={previousHref} name={t("site.list.previous")} />
      </ul>
    </nav>
  );
}

export function CareList({ frame, column, items, paging }: ListView) {
  const { t, site } = frame;
  return (
    <CarePage frame={frame}>
      <h1 className="pt-4 pb-4 text-head leading-tight font-bold">{column.name}</h1>
      {column.description ? <p className="pb-5">{column.description}</p> : null}
      {items.length > 0 ? (
        <CareItems t={t} items={items} />
      ) : (
        <p>{t("site.list.empty", { phone: site.contact.phone })}</p>
      )}
      <CarePaging t={t} paging={paging} />
      {paging.number === 1 && column.children.length > 0 ? (
        <CareFold title={t("site.care.sub-columns")}>
          <CareLinks links={column.children} />
        </CareFold>
      ) : null}
    </CarePage>
  );
}
