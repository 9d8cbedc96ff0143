import { DeskFrame } from "#modules/access/components/desk-frame.tsx";
import { loadDesk } from "#modules/access/loaders.ts";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { importSiteOf } from "#modules/resources/imports/loaders.ts";
import { curatedSiteOf } from "#modules/search/curation/loaders.ts";
import { searchSiteOf } from "#modules/searchlog/loaders.ts";

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const { here, ctx } = await loadDesk();
  const sites = await loadSites(ctx);
  return (
    <DeskFrame
      displayName={here.displayName}
      sites={sites}
      siteId={here.siteId}
      showsImports={importSiteOf(ctx, sites, here.siteId) !== null}
      showsSearch={[curatedSiteOf, searchSiteOf].some((find) => find(ctx, sites, here.siteId))}
    >
      {children}
    </DeskFrame>
  );
}
