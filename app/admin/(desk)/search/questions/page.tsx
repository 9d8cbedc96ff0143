import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, managesWords } from "#modules/search/curation/loaders.ts";
import { ChoiceTabs } from "#modules/searchlog/components/choice-tabs.tsx";
import { QuestionTable } from "#modules/searchlog/components/question-table.tsx";
import { TotalsTable } from "#modules/searchlog/components/totals-table.tsx";
import { STATISTICS } from "#modules/searchlog/domain/settings.ts";
import type { StatisticsQuery } from "#modules/searchlog/loaders.ts";
import { loadStatistics, searchSiteOf } from "#modules/searchlog/loaders.ts";

type Props = { searchParams: Promise<StatisticsQuery> };

/** How much is asked of a site, with what success, and which words most. */
export default async function SearchStatisticsPage({ searchParams }: Props) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const site = searchSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const { days, filter, totals, questions } = await loadStatistics(ctx, site, query);
  const fileName = say("searchlog.export-name", { site: site.name, days });
  return (
    <>
      <SectionHead
        at="statistics"
        title={say("searchlog.statistics")}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        curates={curatedSiteOf(ctx, [site], site.id) !== null}
        say={say}
      />
      <ChoiceTabs kind="days" chosen={String(days)} other={{ which: filter }} say={say} />
      {totals.length > 0 ? (
        <TotalsTable totals={totals} say={say} />
      ) : (
        <p>{say("searchlog.no-totals")}</p>
      )}
      <h2>{say("searchlog.top")}</h2>
      <ChoiceTabs kind="which" chosen={filter} other={{ days: String(days) }} say={say} />
      {questions.length > 0 ? (
        <QuestionTable rows={questions} origin={site.origin} say={say} />
      ) : (
        <p>{say("searchlog.no-questions")}</p>
      )}
      <p className="quiet">{say("searchlog.least", { count: STATISTICS.leastShown })}</p>
      <p>
        <a href={`/admin/api/search/questions/${site.id}/${days}`} download={fileName}>
          {say("searchlog.export")}
        </a>
      </p>
    </>
  );
}
