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

const linkClass = "hit flex items-center gap-2";
const markClass = "hit-main flex items-center gap-3";

export function CareFoot({ frame }: { frame: FrameView }) {
  return (
    <footer className="mt-auto border-t-6 border-main bg-paper text-note" id="foot" tabIndex={-1}>
      <div className="mx-auto flex max-w-care flex-col gap-2 px-4 pt-6 pb-10 leading-body sm:px-6">
        <SiteMapItem frame={frame} className={`${linkClass} text-item`} />
        <SponsorItem frame={frame} />
        <CodeItem frame={frame} />
        <IcpItem frame={frame} className={linkClass} />
        <PoliceItem frame={frame} className={linkClass} />
        <MarkItem frame={frame} className={markClass} />
        <ErrorReportItem frame={frame} className={markClass} />
      </div>
    </footer>
  );
}
