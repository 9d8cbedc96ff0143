import { Headline } from "#components/ui/headline.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { BlockView, Translate } from "#themes/contract.ts";
import { ItemRows } from "#themes/fuwutai/blocks/item-rows.tsx";
import { Sheet } from "#themes/fuwutai/blocks/sheet.tsx";

/** News, last on the page: one story told, the others as rows beside it. */
export function News({ t, block }: { t: Translate; block: BlockView }) {
  const [first, ...others] = block.items;
  if (!first) return null;
  return (
    <Sheet t={t} title={block.title} moreHref={block.moreHref}>
      <div className="lg:news-columns grid grid-cols-1 gap-x-10">
        <div className="relative border-t border-line py-4 lg:py-5">
          <h3 className="text-title leading-tight font-bold">
            <a className="row-link" href={first.href}>
              <Headline text={first.title} />
            </a>
          </h3>
          {first.summary ? <p className="pt-2 text-item leading-item">{first.summary}</p> : null}
          <p className="pt-2 text-note text-ink2">
            <Moment at={first.publishedAt} />
          </p>
        </div>
        <ItemRows t={t} items={others} />
      </div>
    </Sheet>
  );
}
