import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { BatchFacts } from "#modules/resources/components/batch-facts.tsx";
import { CountFilter } from "#modules/resources/components/count-filter.tsx";
import { ImportTabs } from "#modules/resources/components/import-tabs.tsx";
import { ReceiptTable } from "#modules/resources/components/receipt-table.tsx";
import type { ReceiptsQuery } from "#modules/resources/imports/loaders.ts";
import { loadBatch } from "#modules/resources/imports/loaders.ts";

type Props = { params: Promise<{ batch: string }>; searchParams: Promise<ReceiptsQuery> };

/** One batch with a receipt for each record of its input. */
export default async function BatchPage({ params, searchParams }: Props) {
  const [{ ctx }, { batch: word }, query] = await Promise.all([loadDesk(), params, searchParams]);
  const say = wordsOf("zh-CN");
  const screen = await loadBatch(ctx, word, query);
  if (typeof screen === "string") return <Absence why={screen} say={say} />;
  const { batch, site, status, receipts, nextAfter } = screen;
  const { imported, merged, refused } = batch;
  const hrefOf = (value: string | null, after: number | null = null) => {
    const asked = { ...(value && { status: value }), ...(after && { after: String(after) }) };
    return `/admin/imports/${batch.id}?${new URLSearchParams(asked)}`;
  };
  const choices = [
    { value: null, name: say("imports.all"), count: imported + merged + refused },
    { value: "imported", name: say("imports.status.imported"), count: imported },
    { value: "merged", name: say("imports.status.merged"), count: merged },
    { value: "refused", name: say("imports.status.refused"), count: refused },
  ];
  return (
    <>
      <title>{`${batch.fileName}_${say("imports.title")}`}</title>
      <h1>
        {batch.fileName} <span className="site-name">{site.name}</span>
      </h1>
      <ImportTabs at={null} say={say} />
      <BatchFacts batch={batch} say={say} />
      <h2>{say("imports.receipts")}</h2>
      <CountFilter
        label={say("imports.filter")}
        choices={choices}
        chosen={status}
        hrefOf={hrefOf}
      />
      {receipts.length > 0 ? (
        <ReceiptTable rows={receipts} origin={site.origin} say={say} />
      ) : (
        <p>{say(status || query.after ? "imports.none-such" : "imports.no-receipts")}</p>
      )}
      <p>
        {query.after && <a href={hrefOf(status)}>{say("desk.list.first")}</a>}{" "}
        {nextAfter && <a href={hrefOf(status, nextAfter)}>{say("desk.list.more")}</a>}
      </p>
    </>
  );
}
