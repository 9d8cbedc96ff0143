import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareSearchBox } from "#themes/care/care-search-box.tsx";
import { CareSection } from "#themes/care/care-section.tsx";
import type { AbsenceView } from "#themes/contract.ts";
import { waysOn } from "#themes/parts/ways-on.ts";

export function CareAbsence(view: AbsenceView) {
  const { t } = view.frame;
  return (
    <CarePage frame={view.frame}>
      <h1 className="pt-4 pb-4 text-head leading-tight font-bold">
        {t(`site.absence.${view.kind}`)}
      </h1>
      <p>{t(`site.absence.${view.kind}-why`)}</p>
      <CareSearchBox frame={view.frame} />
      <CareSection title={t("site.absence.what-next")}>
        <CareLinks links={waysOn(view)} />
      </CareSection>
    </CarePage>
  );
}
