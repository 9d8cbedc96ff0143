import { CareFoot } from "#themes/care/care-foot.tsx";
import { CareHeader } from "#themes/care/care-header.tsx";
import type { FrameView } from "#themes/contract.ts";
import { Crumbs } from "#themes/parts/crumbs.tsx";
import { DataTags } from "#themes/parts/data-tags.tsx";
import { DocumentHead } from "#themes/parts/document-head.tsx";
import { SkipLinks } from "#themes/parts/skip-links.tsx";

/** Every care page: one column, telephone right under the title, then the content, then the foot. */
export function CarePage({ frame, children }: { frame: FrameView; children: React.ReactNode }) {
  return (
    <>
      <DocumentHead frame={frame} />
      <SkipLinks t={frame.t} targets={["main"]} />
      <CareHeader frame={frame} />
      <Crumbs
        frame={frame}
        className="mx-auto max-w-care px-4 pt-4 text-item leading-tight sm:px-6"
      />
      <main className="mx-auto max-w-care px-4 pb-12 text-body sm:px-6" id="main" tabIndex={-1}>
        {children}
      </main>
      <CareFoot frame={frame} />
      <DataTags tags={frame.tags} />
    </>
  );
}
