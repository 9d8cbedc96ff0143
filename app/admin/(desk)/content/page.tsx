import { wordBundle } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { ColumnTree } from "#modules/resources/components/column-tree.tsx";
import { ContentFilter } from "#modules/resources/components/content-filter.tsx";
import { ContentTable } from "#modules/resources/components/content-table.tsx";
import { NewDraft } from "#modules/resources/components/new-draft.tsx";
import type { ContentQuery } from "#modules/resources/drafts/loaders.ts";
import { loadContent, loadSites } from "#modules/resources/drafts/loaders.ts";

/** The content of one site; filters are in the address, so that it can be sent to a colleague. */
export default async function ContentPage({
  searchParams,
}: {
  searchParams: Promise<ContentQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const words = wordBundle("zh-CN", "desk");
  const sites = await loadSites(ctx);
  const site = sites.find(({ id }) => id === here.siteId) ?? sites[0];
  if (!site) return <p>{words["dashboard.none"]}</p>;
  const content = await loadContent(ctx, site.id, query);
  const next = content.nextBefore
    ? `/admin/content?${new URLSearchParams({ ...query, before: String(content.nextBefore) })}`
    : null;
  return (
    <>
      <title>{`${words["list.title"]}_${site.name}`}</title>
      <h1>
        {words["list.title"]} <span className="site-name">{site.name}</span>
      </h1>
      <div className="beside-tree">
        <div>
          <ContentFilter columns={content.columns} query={query} words={words} />
          {content.column && content.mayWrite ? (
            <NewDraft columnId={content.column.id} columnName={content.column.name} words={words} />
          ) : (
            <p className="quiet">{words["list.choose-column"]}</p>
          )}
          <p className="quiet">{(words["list.count"] ?? "").replace("{{count}}", content.count)}</p>
          <ContentTable rows={content.rows} origin={site.origin} words={words} />
          <p>
            {query.before && <a href="/admin/content">{words["list.first"]}</a>}{" "}
            {next && <a href={next}>{words["list.more"]}</a>}
          </p>
        </div>
        <ColumnTree columns={content.columns} query={query} words={words} />
      </div>
    </>
  );
}
