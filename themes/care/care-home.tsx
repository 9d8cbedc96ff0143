import { CarePage } from "#themes/care/care-page.tsx";
import { CareItems, CareLinks } from "#themes/care/care-rows.tsx";
import { CareSearchBox } from "#themes/care/care-search-box.tsx";
import { CareFold, CareSection } from "#themes/care/care-section.tsx";
import type { BlockView, HomeView, LinkView } from "#themes/contract.ts";

const MOST_TASKS = 8;
const MOST_NEWS = 5;

/** The newest of all blocks, each once. */
function newestItems(blocks: BlockView[]): BlockView["items"] {
  const items = new Map(blocks.flatMap((block) => block.items).map((item) => [item.href, item]));
  return [...items.values()]
    .sort((one, other) => other.publishedAt.localeCompare(one.publishedAt))
    .slice(0, MOST_NEWS);
}

/** Telephone, tasks, search, five newest notices, where to go, foot (CITIZEN-DESIGN §4.2). */
export function CareHome({ frame, blocks, services }: HomeView) {
  const { t, site, nav, homeHref } = frame;
  const columns = nav.filter((link) => link.href !== homeHref);
  const tasks: LinkView[] = services.slice(0, MOST_TASKS);
  return (
    <CarePage frame={frame}>
      {tasks.length > 0 ? (
        <CareSection title={t("site.care.tasks")}>
          <CareLinks links={tasks} />
        </CareSection>
      ) : null}
      <CareSearchBox frame={frame} />
      <CareSection title={t("site.care.news")}>
        <CareItems t={t} items={newestItems(blocks)} />
      </CareSection>
      <CareFold title={t("site.care.columns")}>
        <CareLinks links={columns} />
      </CareFold>
      <CareSection title={t("site.care.where")}>
        <p>{site.contact.address}</p>
      </CareSection>
      {site.related.length > 0 ? (
        <CareFold title={t("site.care.related")}>
          <CareLinks links={site.related} />
        </CareFold>
      ) : null}
    </CarePage>
  );
}
