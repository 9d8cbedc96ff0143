import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { BestBetTable } from "#modules/search/components/best-bet-table.tsx";
import { ListFilter } from "#modules/search/components/list-filter.tsx";
import { SearchSections } from "#modules/search/components/search-sections.tsx";
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
  const isNarrowed = words !== "" || query.before !== undefined;
  const more = nextBefore && new URLSearchParams({ words, before: String(nextBefore) });
  const bundle = { ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") };
  return (
    <>
      <title>{`${say("curation.best-bets.title")}_${site.name}`}</title>
      <h1>
        {say("curation.best-bets.title")} <span className="site-name">{site.name}</span>
      </h1>
      <SearchSections at="best-bets" managesWords={managesWords(ctx)} say={say} />
      <p>{say("curation.best-bets.words")}</p>
      <p>
        <a className="button" href={`${HERE}/new`}>
          {say("curation.best-bets.new")}
        </a>
      </p>
      <ListFilter
        action={HERE}
        label={say("curation.list.find-question")}
        words={words}
        say={say}
      />
      {rows.length > 0 ? (
        <BestBetTable
          rows={rows}
          sites={sites}
          mayCurateGroup={managesWords(ctx)}
          words={bundle}
          say={say}
        />
      ) : (
        <p>{say(isNarrowed ? "curation.best-bets.none-such" : "curation.best-bets.empty")}</p>
      )}
      <p>
        {query.before && <a href={HERE}>{say("desk.list.first")}</a>}{" "}
        {more && <a href={`${HERE}?${more}`}>{say("desk.list.more")}</a>}
      </p>
    </>
  );
}
