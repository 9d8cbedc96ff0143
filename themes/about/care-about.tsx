import { CarePage } from "#themes/care/care-page.tsx";
import type { AboutFamily } from "#themes/contract.ts";
import { LeaveText } from "#themes/parts/leave-text.tsx";
import { StatementText } from "#themes/parts/statement-text.tsx";

const titleClass = "pt-4 pb-4 text-head leading-tight font-bold";
const buttonClass =
  "hit-main inline-flex items-center justify-center border-3 border-main px-5 py-2 font-bold text-main leading-tight";

export const careAbout: AboutFamily = {
  Statement: (view) => (
    <CarePage frame={view.frame}>
      <h1 className={titleClass}>{view.title}</h1>
      <StatementText statement={view} headingClass="text-section leading-tight font-bold" />
    </CarePage>
  ),
  Leave: (view) => (
    <CarePage frame={view.frame}>
      <h1 className={titleClass}>{view.frame.t("statements.leave.title")}</h1>
      <LeaveText view={view} onClass={buttonClass} backClass={buttonClass} />
    </CarePage>
  ),
};
