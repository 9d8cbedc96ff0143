import { careAbout } from "#themes/about/care-about.tsx";
import type { AboutFamily, LeaveView, StatementView } from "#themes/contract.ts";
import { byMode } from "#themes/parts/by-mode.tsx";
import { LeaveText } from "#themes/parts/leave-text.tsx";
import { StatementText } from "#themes/parts/statement-text.tsx";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

const bodyClass = "mx-auto max-w-measure pt-8 text-body";
const buttonClass = "hit inline-flex items-center justify-center border border-main px-5 text-main";

function Statement(view: StatementView) {
  return (
    <Page frame={view.frame}>
      <PageTitle title={view.title} />
      <div className={bodyClass}>
        <StatementText statement={view} headingClass="font-serif text-section font-bold" />
      </div>
    </Page>
  );
}

function Leave(view: LeaveView) {
  return (
    <Page frame={view.frame}>
      <PageTitle title={view.frame.t("statements.leave.title")} />
      <div className={bodyClass}>
        <LeaveText view={view} onClass={buttonClass} backClass={buttonClass} />
      </div>
    </Page>
  );
}

export const zhongzhouAbout: AboutFamily = {
  Statement: byMode(Statement, careAbout.Statement),
  Leave: byMode(Leave, careAbout.Leave),
};
