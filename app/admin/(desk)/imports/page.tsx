import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { BatchTable } from "#modules/resources/components/batch-table.tsx";
import { ImportTabs } from "#modules/resources/components/import-tabs.tsx";
import type { BatchesQuery } from "#modules/resources/imports/loaders.ts";
import { loadBatches, loadImportSite } from "#modules/resources/imports/loaders.ts";

/** What was imported into one site, newest first. */
export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<BatchesQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = await loadImportSite(ctx, here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const { rows, nextBefore } = await loadBatches(ctx, site, query);
  return (
    <>
      <title>{`${say("imports.title")}_${site.name}`}</title>
      <h1>
        {say("imports.title")} <span className="site-name">{site.name}</span>
      </h1>
      <ImportTabs at="batches" say={say} />
      {rows.length > 0 ? (
        <BatchTable rows={rows} say={say} />
      ) : (
        <p>{say(query.before ? "imports.no-more" : "imports.empty")}</p>
      )}
      <p>
        {query.before && <a href="/admin/imports">{say("desk.list.first")}</a>}{" "}
        {nextBefore && <a href={`/admin/imports?before=${nextBefore}`}>{say("desk.list.more")}</a>}
      </p>
    </>
  );
}
