import { Moment } from "#components/ui/moment.tsx";
import type { ItemView, LinkView, Translate } from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";

const rowClass =
  "hit-main flex flex-col justify-center border-2 border-ctl px-5 py-3 leading-item hover:border-main hover:bg-sunk";

/** Title over day; the whole framed row is the link. */
export function CareItems({ t, items }: { t: Translate; items: ItemView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {items.map((item) => (
        <li key={item.href}>
          <a className={rowClass} href={item.href} data-plain data-primary>
            <span className="font-bold text-main underline">
              {item.isPinned ? `[${t("site.home.pinned")}] ` : ""}
              {item.title}
            </span>
            {item.validity ? (
              <span className="text-ink">
                <ValidityBadge validity={item.validity} />
              </span>
            ) : null}
            <Moment className="text-ink" at={item.publishedAt} isDayOnly />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Large rows to tap, one under another. */
export function CareLinks({ links }: { links: LinkView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {links.map((link) => (
        <li key={link.href}>
          <a className={`${rowClass} font-bold text-main`} href={link.href} data-primary>
            {link.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
