import type { FrameView } from "#themes/contract.ts";
import {
  CodeItem,
  ErrorReportItem,
  IcpItem,
  MarkItem,
  PoliceItem,
  SiteMapItem,
  SponsorItem,
} from "#themes/parts/foot-items.tsx";

const linkClass = "hit inline-flex items-center gap-1.5";
const markClass = "hit inline-flex items-center gap-2 text-main";

function RelatedSites({ frame: { site, t } }: { frame: FrameView }) {
  if (site.related.length === 0) return null;
  return (
    <nav
      className="flex flex-wrap items-center gap-x-6 border-b border-line py-3"
      aria-label={t("site.foot.related")}
      data-screen
    >
      <p className="font-bold" aria-hidden>
        {t("site.foot.related")}
      </p>
      <ul className="flex flex-wrap gap-x-6">
        {site.related.map((link) => (
          <li key={link.href}>
            <a className="inline-flex hit items-center" href={link.href}>
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What must stand below every page: who answers at the left, the two marks at the right. */
export function FootBand({ frame }: { frame: FrameView }) {
  return (
    <footer className="mt-auto bg-bg text-note" id="foot" tabIndex={-1}>
      <div className="mx-auto max-w-page px-4 pb-8 lg:px-8">
        <RelatedSites frame={frame} />
        <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 pt-5 lg:flex-nowrap">
          <div>
            <SponsorItem frame={frame} className="flex flex-wrap gap-x-6" />
            <div className="flex flex-wrap items-center gap-x-6">
              <CodeItem frame={frame} />
              <IcpItem frame={frame} className={linkClass} />
              <PoliceItem frame={frame} className={linkClass} />
              <SiteMapItem frame={frame} className={linkClass} />
            </div>
          </div>
          <div className="flex flex-wrap items-center gap-x-8 gap-y-2 lg:shrink-0">
            <MarkItem frame={frame} className={markClass} />
            <ErrorReportItem frame={frame} className={markClass} />
          </div>
        </div>
      </div>
    </footer>
  );
}
