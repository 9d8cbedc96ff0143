import type { BlockView, HomeView, Translate } from "#themes/contract.ts";
import { blocksBesideRail } from "#themes/fuwutai/blocks/beside-rail.ts";
import { Counter } from "#themes/fuwutai/blocks/counter.tsx";
import { Groups } from "#themes/fuwutai/blocks/groups.tsx";
import { ItemRows } from "#themes/fuwutai/blocks/item-rows.tsx";
import { News } from "#themes/fuwutai/blocks/news.tsx";
import { Sheet } from "#themes/fuwutai/blocks/sheet.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";

function Block({ t, block }: { t: Translate; block: BlockView }) {
  return (
    <Sheet t={t} title={block.title} moreHref={block.moreHref}>
      <ItemRows t={t} items={block.items} isPaper={block.kind === "documents"} />
    </Sheet>
  );
}

/** First the question and its tasks, then where everything is, notices and papers, the news last. */
export function Home(view: HomeView) {
  const { frame, blocks, groups } = view;
  const { t } = frame;
  const filled = blocks.filter((block) => block.items.length > 0);
  const news = filled.filter((block) => block.kind === "lead");
  const others = filled.filter((block) => block.kind !== "lead");
  const count = blocksBesideRail(groups, others);
  const beside = others.slice(0, count);
  const below = others.slice(count);
  return (
    <Page frame={frame} targets={["services"]}>
      <Counter {...view} />
      <div className="mx-auto flex max-w-page flex-col gap-4 px-4 pt-6 lg:gap-6 lg:px-8 lg:pt-8">
        <div className="lg:rail-columns grid gap-4 lg:gap-6">
          <div className="flex flex-col gap-4 lg:order-last lg:gap-6">
            {beside.map((block) => (
              <Block key={block.moreHref} t={t} block={block} />
            ))}
          </div>
          <Groups t={t} groups={groups} />
        </div>
        {below.length > 0 ? (
          <div className="sheet-grid gap-4 lg:gap-6">
            {below.map((block) => (
              <Block key={block.moreHref} t={t} block={block} />
            ))}
          </div>
        ) : null}
        {news.map((block) => (
          <News key={block.moreHref} t={t} block={block} />
        ))}
      </div>
    </Page>
  );
}
