import { DeskFrame } from "#modules/access/components/desk-frame.tsx";
import { loadDesk } from "#modules/access/loaders.ts";
import { loadSites } from "#modules/resources/drafts/loaders.ts";
import { loadImportSite } from "#modules/resources/imports/loaders.ts";

export default async function DeskLayout({ children }: { children: React.ReactNode }) {
  const { here, ctx } = await loadDesk();
  const sites = await loadSites(ctx);
  const imports = await loadImportSite(ctx, here.siteId);
  return (
    <DeskFrame
      displayName={here.displayName}
      sites={sites}
      siteId={here.siteId}
      showsImports={imports !== null}
    >
      {children}
    </DeskFrame>
  );
}
