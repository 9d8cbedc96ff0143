import { Moment } from "#components/ui/moment.tsx";
import type { ItemView, Translate } from "#themes/contract.ts";
import { Icon } from "#themes/fuwutai/blocks/icons.tsx";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";

type ItemRowsProps = { t: Translate; items: ItemView[]; isPaper?: boolean };

/** A word on a tinted ground, not a colour alone, says that a row stays on top. */
function Pinned({ t }: { t: Translate }) {
  return (
    <span className="soft me-2 inline-block bg-main-soft px-2 text-note leading-item font-bold text-main-on-soft">
      {t("site.home.pinned")}
    </span>
  );
}

/** Titles in full with their day at the right; documents carry a sheet of paper before them. */
export function ItemRows({ t, items, isPaper = false }: ItemRowsProps) {
  return (
    <ul>
      {items.map((item) => (
        <li
          className="relative flex gap-3 border-t border-line py-2.5 text-item leading-item hover:bg-paper"
          key={item.href}
        >
          {isPaper ? <Icon name="guide" className="mt-1 h-5 w-5 shrink-0 text-main" /> : null}
          <div className="flex-1 sm:flex sm:items-baseline sm:justify-between sm:gap-6">
            <p>
              {item.isPinned ? <Pinned t={t} /> : null}
              <a className="row-link" href={item.href}>
                {item.title}
              </a>
              {item.validity ? (
                <>
                  {" "}
                  <ValidityBadge validity={item.validity} />
                </>
              ) : null}
            </p>
            <Moment
              className="block shrink-0 text-note text-ink2"
              at={item.publishedAt}
              isDayOnly
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
