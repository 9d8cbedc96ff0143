import { SEARCH_CLASSES } from "#db/enums/search.ts";
import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { loadDesk } from "#modules/access/loaders.ts";
import { Absence } from "#modules/resources/components/absence.tsx";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { ClassTabsForm } from "#modules/search/components/class-tabs-form.tsx";
import { SectionHead } from "#modules/search/components/section-head.tsx";
import { curatedSiteOf, loadClassTabs, managesWords } from "#modules/search/curation/loaders.ts";

/** The kinds of results that a site shows above them. */
export default async function ClassTabsPage() {
  const { here, ctx } = await loadDesk();
  const say = wordsOf("zh-CN");
  const site = curatedSiteOf(ctx, await loadSites(ctx), here.siteId);
  if (!site) return <Absence why="FORBIDDEN" say={say} />;
  const own = await loadClassTabs(ctx, site);
  const order = [...new Set([...(own ?? []).map((tab) => tab.class), ...SEARCH_CLASSES])];
  const rows = order.map((one) => {
    const tab = own?.find((known) => known.class === one);
    return {
      class: one,
      usual: say(`search.classes.${one}`),
      name: tab?.name ?? "",
      isShown: own === null || tab !== undefined,
    };
  });
  return (
    <>
      <SectionHead
        at="classes"
        title={say("curation.classes.title")}
        siteName={site.name}
        managesWords={managesWords(ctx)}
        say={say}
      />
      <p>{say("curation.classes.words")}</p>
      {own === null && <p className="quiet">{say("curation.classes.usual")}</p>}
      <ClassTabsForm
        siteId={site.id}
        rows={rows}
        isOwn={own !== null}
        words={{ ...wordBundle("zh-CN", "desk"), ...wordBundle("zh-CN", "curation") }}
      />
    </>
  );
}
