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

const linkClass = "hit inline-flex items-center justify-center gap-1.5";
const markClass = "hit inline-flex items-center gap-2 text-main";

function RelatedSites({ frame: { site, t } }: { frame: FrameView }) {
  if (site.related.length === 0) return null;
  return (
    <nav className="border-b border-line py-3" aria-label={t("site.foot.related")} data-screen>
      <ul className="flex flex-wrap items-center justify-center gap-x-6">
        <li className="font-serif font-bold" aria-hidden>
          {t("site.foot.related")}
        </li>
        {site.related.map((link) => (
          <li key={link.href}>
            <a className="inline-flex hit items-center justify-center" href={link.href}>
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The foot line, the one broad stroke of the main colour, and all that must stand below it. */
export function FootBand({ frame }: { frame: FrameView }) {
  return (
    <footer className="mt-auto border-t-6 border-main bg-paper text-note" id="foot" tabIndex={-1}>
      <div className="mx-auto max-w-page px-4 pb-8 text-center lg:px-8">
        <RelatedSites frame={frame} />
        <div className="flex flex-wrap items-center justify-center gap-x-10 gap-y-2 pt-6">
          <MarkItem frame={frame} className={markClass} />
          <ErrorReportItem frame={frame} className={markClass} />
        </div>
        <SponsorItem
          frame={frame}
          className="flex flex-wrap items-center justify-center gap-x-6 pt-4"
        />
        <div className="flex flex-wrap items-center justify-center gap-x-6">
          <CodeItem frame={frame} />
          <IcpItem frame={frame} className={linkClass} />
          <PoliceItem frame={frame} className={linkClass} />
          <SiteMapItem frame={frame} className={linkClass} />
        </div>
      </div>
    </footer>
  );
}
