import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, managesWords } from "#modules/search/curation/loaders.ts";
import { HotWords } from "#modules/searchlog/components/hot-words.tsx";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";
import { loadHotWords, searchSiteOf } from "#modules/searchlog/loaders.ts";

/** The hot words that citizens of a site see, and what editors say of them. */
export default async function HotWordsPage() {
  const { here, ctx } = await loadDesk();
  const say = wordsOf("zh-CN");
  const site = searchSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const rows = await loadHotWords(ctx, site);
  return (
    <>
      <SectionHead
        at="hot"
        title={say("searchlog.words")}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        curates={curatedSiteOf(ctx, [site], site.id) !== null}
        say={say}
      />
      <p className="quiet">{say("searchlog.hot-hint", { count: POPULAR.leastHot })}</p>
      <HotWords siteId={site.id} rows={rows} words={wordBundle("zh-CN", "searchlog")} />
    </>
  );
}
