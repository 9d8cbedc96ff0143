import { Headline } from "#components/ui/headline.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { BlockView, Translate } from "#themes/contract.ts";
import { ItemRows } from "#themes/zhongzhou/blocks/item-rows.tsx";
import { SectionHead } from "#themes/zhongzhou/blocks/section-head.tsx";

/** One block of a newspaper column; in the middle column the first item is told at more length. */
export function Feature({ t, block, isWide }: { t: Translate; block: BlockView; isWide: boolean }) {
  const hasStory = isWide && block.kind !== "documents" && Boolean(block.items[0]?.summary);
  const first = hasStory ? block.items[0] : undefined;
  const rest = first ? block.items.slice(1) : block.items;
  return (
    <section>
      <SectionHead t={t} title={block.title} moreHref={block.moreHref} />
      {first ? (
        <div className="relative flow-root border-b border-line py-3">
          <h3 className="font-serif text-title leading-tight font-bold">
            <a className="row-link" href={first.href}>
              <Headline text={first.title} />
            </a>
          </h3>
          <p className="pt-1.5 text-item leading-item text-ink2">
            {first.summary}
            <Moment className="row-date" at={first.publishedAt} isDayOnly />
          </p>
        </div>
      ) : null}
      <ItemRows t={t} items={rest} isPaper={block.kind === "documents"} />
    </section>
  );
}
