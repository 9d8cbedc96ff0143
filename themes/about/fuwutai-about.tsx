import { careAbout } from "#themes/about/care-about.tsx";
import type { AboutFamily, FrameView, LeaveView, StatementView } from "#themes/contract.ts";
import { Help } from "#themes/fuwutai/blocks/article-parts.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";
import { byMode } from "#themes/parts/by-mode.tsx";
import { LeaveText } from "#themes/parts/leave-text.tsx";
import { StatementText } from "#themes/parts/statement-text.tsx";

const buttonClass = "soft hit inline-flex items-center justify-center px-6";

type SheetPageProps = { frame: FrameView; title: string; children: React.ReactNode };

function SheetPage({ frame, title, children }: SheetPageProps) {
  return (
    <Page frame={frame}>
      <div className="lg:article-columns mx-auto grid max-w-page grid-cols-1 items-start gap-4 px-4 lg:gap-6 lg:px-8">
        <div className="sheet px-5 py-6 lg:px-14 lg:py-10">
          <h1 className="text-head leading-tight font-bold">{title}</h1>
          <div className="max-w-measure pt-6 text-body">{children}</div>
        </div>
        <Help frame={frame} />
      </div>
    </Page>
  );
}

function Statement(view: StatementView) {
  return (
    <SheetPage frame={view.frame} title={view.title}>
      <StatementText statement={view} headingClass="text-section leading-tight font-bold" />
    </SheetPage>
  );
}

function Leave(view: LeaveView) {
  return (
    <SheetPage frame={view.frame} title={view.frame.t("statements.leave.title")}>
      <LeaveText
        view={view}
        onClass={`${buttonClass} border-2 border-main text-main`}
        backClass={`${buttonClass} bg-main font-bold text-on-main hover:text-on-main`}
      />
    </SheetPage>
  );
}

export const fuwutaiAbout: AboutFamily = {
  Statement: byMode(Statement, careAbout.Statement),
  Leave: byMode(Leave, careAbout.Leave),
};
