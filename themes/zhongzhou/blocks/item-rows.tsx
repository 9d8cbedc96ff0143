import { Moment } from "#components/ui/moment.tsx";
import type { ItemView, Translate } from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";
import { Pinned } from "#themes/zhongzhou/blocks/pinned.tsx";

type ItemRowsProps = { t: Translate; items: ItemView[]; isPaper?: boolean };

/** Titles in full with their day; `isPaper` sets them as documents are set. */
export function ItemRows({ t, items, isPaper = false }: ItemRowsProps) {
  const titleClass = isPaper ? "row-link font-serif" : "row-link";
  return (
    <ul>
      {items.map((item) => (
        <li
          className="relative flow-root border-b border-line py-2 text-item leading-item"
          key={item.href}
        >
          {item.isPinned ? <Pinned t={t} /> : null}
          <a className={titleClass} href={item.href}>
            {item.title}
          </a>
          {item.validity ? (
            <>
              {" "}
              <ValidityBadge validity={item.validity} />
            </>
          ) : null}
          <Moment className="row-date" at={item.publishedAt} isDayOnly />
        </li>
      ))}
    </ul>
  );
}
