import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { BestBetForm } from "#modules/search/components/best-bet-form.tsx";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, loadBestBet, managesWords } from "#modules/search/curation/loaders.ts";

/** One best bet to be changed, or a new one. */
export default async function BestBetPage({ params }: { params: Promise<{ bet: string }> }) {
  const [{ here, ctx }, { bet }] = await Promise.all([loadDesk(), params]);
  const say = wordsOf("zh-CN");
  const site = curatedSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const screen = await loadBestBet(ctx, site, bet);
  if (typeof screen === "string") return <Absence why={screen} say={say} />;
  const title = say(`curation.best-bets.${screen.row ? "edit" : "new"}`);
  return (
    <>
      <SectionHead
        at="best-bets"
        title={title}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        say={say}
      />
      <BestBetForm
        site={{ id: site.id, name: site.name }}
        row={screen.row}
        mayCurateGroup={screen.mayCurateGroup}
        words={{ ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") }}
      />
    </>
  );
}
