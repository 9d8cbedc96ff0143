import { wordBundle, wordsOf } from "#lib/i18n/words.ts";
import { DeskFrame } from "#modules/access/components/desk-frame.tsx";
import { loadDesk } from "#modules/access/loaders.ts";
import { Palette } from "#modules/palette/components/palette.tsx";
import { screenEntries } from "#modules/palette/loaders.ts";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { importSiteOf } from "#modules/resources/imports/loaders.ts";
import { searchScreens } from "#modules/search/components/search-sections.tsx";
import { curatedSiteOf, managesWords } from "#modules/search/curation/loaders.ts";
import { searchSiteOf } from "#modules/searchlog/loaders.ts";

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const { here, ctx } = await loadDesk();
  const say = wordsOf("zh-CN");
  const sites = await loadSites(ctx);
  const curates = curatedSiteOf(ctx, sites, here.siteId) !== null;
  const improves = searchSiteOf(ctx, sites, here.siteId) !== null;
  const named = (href: string, word: string) => ({ href, name: say(`desk.frame.${word}`) });
  const links = [
    named("/admin", "dashboard"),
    named("/admin/content", "content"),
    named("/admin/review", "review"),
    ...(importSiteOf(ctx, sites, here.siteId) === null ? [] : [named("/admin/imports", "imports")]),
    ...(curates || improves ? [named("/admin/search", "search")] : []),
  ];
  const deeper = improves ? searchScreens({ managesWords: managesWords(ctx), curates }, say) : [];
  const screens = screenEntries([...links, ...deeper, named("/admin/password", "password")]);
  return (
    <DeskFrame
      displayName={here.displayName}
      sites={sites}
      siteId={here.siteId}
      links={links}
      palette={<Palette screens={screens} words={wordBundle("zh-CN", "palette")} />}
    >
      {children}
    </DeskFrame>
  );
}
