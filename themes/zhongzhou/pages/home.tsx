import type { BlockView, HomeView, Translate } from "#themes/contract.ts";
import { Feature } from "#themes/zhongzhou/blocks/feature.tsx";
import { Lead } from "#themes/zhongzhou/blocks/lead.tsx";
import { ServiceTable } from "#themes/zhongzhou/blocks/service-table.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

/** Columns of a newspaper row by how many blocks it holds. */
const ROW_CLASS = ["", "", "lg:grid-cols-2", "lg:paper-columns"];

function PaperRow({ t, blocks }: { t: Translate; blocks: BlockView[] }) {
  return (
    <div className={`grid gap-y-8 pt-8 lg:-mx-5 ${ROW_CLASS[blocks.length] ?? ""}`}>
      {blocks.map((block, index) => (
        <div className="border-line lg:px-5 lg:not-last:border-e" key={block.moreHref}>
          <Feature t={t} block={block} isWide={blocks.length === 3 && index === 1} />
        </div>
      ))}
    </div>
  );
}

function rowsOf(blocks: BlockView[]): BlockView[][] {
  // Four blocks stand better two and two than three and one.
  const size = blocks.length === 4 ? 2 : 3;
  const rows: BlockView[][] = [];
  for (let start = 0; start < blocks.length; start += size) {
    rows.push(blocks.slice(start, start + size));
  }
  return rows;
}

/** A morning paper: headline, columns, the service table, the rest of the columns. */
export function Home({ frame, blocks, services }: HomeView) {
  const { t } = frame;
  const filled = blocks.filter((block) => block.items.length > 0);
  const lead = filled.find((block) => block.kind === "lead");
  const [firstRow, ...rows] = rowsOf(filled.filter((block) => block !== lead));
  return (
    <Page frame={frame} targets={services.length > 0 ? ["services"] : []}>
      {lead ? <Lead block={lead} /> : null}
      {firstRow ? <PaperRow t={t} blocks={firstRow} /> : null}
      <ServiceTable t={t} services={services} />
      {rows.map((row) => (
        <PaperRow key={row[0]?.moreHref} t={t} blocks={row} />
      ))}
    </Page>
  );
}
