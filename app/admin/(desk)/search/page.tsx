import { env } from "#lib/env.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { CountFilter } from "#modules/resources/components/count-filter.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, managesWords } from "#modules/search/curation/loaders.ts";
import { TaskTable } from "#modules/searchlog/components/task-table.tsx";
import type { TasksQuery } from "#modules/searchlog/loaders.ts";
import { loadTasks, searchSiteOf } from "#modules/searchlog/loaders.ts";

type Props = { searchParams: Promise<TasksQuery> };

/** Questions that this site does not answer, each somebody's task. */
export default async function SearchTasksPage({ searchParams }: Props) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = searchSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const { filter, counts, rows, page, hasMore } = await loadTasks(ctx, site, query);
  const hrefOf = (state: string | null, at = 1) =>
    `/admin/search?${new URLSearchParams({ state: state ?? filter, page: String(at) })}`;
  const choices = Object.entries(counts).map(([value, count]) => ({
    value,
    name: say(`searchlog.filters.${value}`),
    count,
  }));
  return (
    <>
      <SectionHead
        at="tasks"
        title={say("searchlog.title")}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        curates={curatedSiteOf(ctx, [site], site.id) !== null}
        say={say}
      />
      <CountFilter
        label={say("searchlog.filter")}
        choices={choices}
        chosen={filter}
        hrefOf={hrefOf}
      />
      {rows.length > 0 ? (
        <TaskTable rows={rows} say={say} />
      ) : (
        <p>{say(`searchlog.empty.${filter}`, { count: env.ZS_SEARCH_TASK_FROM })}</p>
      )}
      <p>
        {page > 1 && <a href={hrefOf(filter)}>{say("searchlog.first")}</a>}{" "}
        {hasMore && <a href={hrefOf(filter, page + 1)}>{say("searchlog.more")}</a>}
      </p>
    </>
  );
}
