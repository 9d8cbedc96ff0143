import type { BlockView, HomeView, Translate } from "#themes/contract.ts";
import { Feature } from "#themes/zhongzhou/blocks/feature.tsx";
import { Lead } from "#themes/zhongzhou/blocks/lead.tsx";
import { packColumns } from "#themes/zhongzhou/blocks/pack-columns.ts";
import { ServiceTable } from "#themes/zhongzhou/blocks/service-table.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

/** Grid by how many columns there are. */
const GRID_CLASS = ["", "", "lg:grid-cols-2", "lg:paper-columns"];

function Columns({ t, blocks }: { t: Translate; blocks: BlockView[] }) {
  const columns = packColumns(blocks);
  if (columns.length === 0) return null;
  return (
    <div className={`grid gap-y-8 pt-10 lg:-mx-5 ${GRID_CLASS[columns.length] ?? ""}`}>
      {columns.map((column, index) => (
        <div
          className="flex flex-col gap-y-8 border-line lg:px-5 lg:not-last:border-e"
          key={column[0]?.moreHref}
        >
          {column.map((block) => (
            <Feature
              key={block.moreHref}
              t={t}
              block={block}
              isWide={columns.length === 3 && index === 1}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/**
 * A morning paper: headline, service table, columns. Services stand before the columns because on a
 * phone the columns are four screens long.
 */
export function Home({ frame, blocks, services }: HomeView) {
  const { t } = frame;
  const filled = blocks.filter((block) => block.items.length > 0);
  const lead = filled.find((block) => block.kind === "lead");
  return (
    <Page frame={frame} targets={services.length > 0 ? ["services"] : []}>
      {lead ? <Lead block={lead} /> : null}
      <ServiceTable t={t} services={services} />
      <Columns t={t} blocks={filled.filter((block) => block !== lead)} />
    </Page>
  );
}
