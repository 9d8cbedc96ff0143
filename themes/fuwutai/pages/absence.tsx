import type { AbsenceView } from "#themes/contract.ts";
import { Help } from "#themes/fuwutai/blocks/article-parts.tsx";
import { Icon } from "#themes/fuwutai/blocks/icons.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";
import { waysOn } from "#themes/parts/ways-on.ts";

/** What stands where a page is missing: why, and where to go from here. @rule GL-14.13 */
export function Absence(view: AbsenceView) {
  const { frame, kind } = view;
  const { t } = frame;
  return (
    <Page frame={frame}>
      <div className="lg:article-columns mx-auto grid max-w-page grid-cols-1 items-start gap-4 px-4 pt-6 lg:gap-6 lg:px-8 lg:pt-8">
        <div className="sheet px-5 py-6 lg:px-10 lg:py-9">
          <h1 className="text-head leading-tight font-bold">{t(`site.absence.${kind}`)}</h1>
          <p className="pt-3">{t(`site.absence.${kind}-why`)}</p>
          <h2 className="pt-8 text-section font-bold">{t("site.absence.what-next")}</h2>
          <ul className="grid gap-3 pt-4 sm:grid-cols-2">
            {waysOn(view).map((link) => (
              <li
                className="soft relative flex hit items-center gap-3 bg-sunk px-4"
                key={link.href}
              >
                <Icon name="arrow" className="h-5 w-5 shrink-0 text-main" />
                <a className="row-link py-3 leading-tight" href={link.href}>
                  {link.name}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <Help frame={frame} />
      </div>
    </Page>
  );
}
