import type { FrameView } from "#themes/contract.ts";
import { FootBand } from "#themes/fuwutai/layouts/foot-band.tsx";
import { Header } from "#themes/fuwutai/layouts/header.tsx";
import { MainNav } from "#themes/fuwutai/layouts/main-nav.tsx";
import { Crumbs } from "#themes/parts/crumbs.tsx";
import { DataTags } from "#themes/parts/data-tags.tsx";
import { DocumentHead } from "#themes/parts/document-head.tsx";
import { OfficialStrip } from "#themes/parts/official-strip.tsx";
import type { SkipTarget } from "#themes/parts/skip-links.tsx";
import { SkipLinks } from "#themes/parts/skip-links.tsx";

type PageProps = {
  frame: FrameView;
  /** Targets of this page besides navigation, search, content and foot, which every page has. */
  targets?: SkipTarget[];
  children: React.ReactNode;
};

/** Every standard page: head, name, navigation on the field, content on sheets, foot. */
export function Page({ frame, targets = [], children }: PageProps) {
  return (
    <>
      <DocumentHead frame={frame} />
      <SkipLinks t={frame.t} targets={["nav", "search", "main", ...targets, "foot"]} />
      <OfficialStrip frame={frame} />
      <Header frame={frame} isHome={frame.crumbs.length === 0} />
      <MainNav frame={frame} />
      <Crumbs
        frame={frame}
        className="mx-auto max-w-page px-4 py-1 text-note text-ink2 lg:px-8 lg:py-2"
      />
      <main className="pb-12" id="main" tabIndex={-1}>
        {children}
      </main>
      <FootBand frame={frame} />
      <DataTags tags={frame.tags} />
    </>
  );
}
