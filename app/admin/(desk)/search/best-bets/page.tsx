import { wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { BestBetTable } from "#modules/search/components/best-bet-table.tsx";
import { ListEnds } from "#modules/search/components/list-ends.tsx";
import { ListFilter } from "#modules/search/components/list-filter.tsx";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import type { BestBetsQuery } from "#modules/search/curation/loaders.ts";
import { curatedSiteOf, loadBestBets, managesWords } from "#modules/search/curation/loaders.ts";

const HERE = "/admin/search/best-bets";
/** What stands first when readers ask something: of one site and of the group. */
export default async function BestBetsPage({
  searchParams,
}: {
  searchParams: Promise<BestBetsQuery>;
}) {
  const [{ here, ctx }, query] = await Promise.all([loadDesk(), searchParams]);
  const say = wordsOf("zh-CN");
  const sites = await loadSites(ctx);
  const site = curatedSiteOf(ctx, sites, here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const { rows, words, nextBefore } = await loadBestBets(ctx, site, query);
  const isAll = words === "" && query.before === undefined;
  return (
    <>
      <SectionHead
        at="best-bets"
        title={say("curation.best-bets.title")}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        say={say}
      />
      <p>{say("curation.best-bets.words")}</p>
      <a className="button" href={`${HERE}/new`}>
        {say("curation.best-bets.new")}
      </a>
      <ListFilter
        action={HERE}
        label={say("curation.list.find-question")}
        words={words}
        say={say}
      />
      <BestBetTable
        rows={rows}
        sites={sites}
        empty={say(`curation.best-bets.${isAll ? "empty" : "none-such"}`)}
        mayCurateGroup={managesWords(ctx)}
        say={say}
      />
      <ListEnds
        action={HERE}
        isFirst={query.before === undefined}
        next={nextBefore ? { words, before: String(nextBefore) } : null}
        say={say}
      />
    </>
  );
}
