import { PhoneLink } from "#components/ui/phone-link.tsx";
import type { AbsenceView } from "#themes/contract.ts";
import { waysOn } from "#themes/parts/ways-on.ts";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

/** What stands where a page is missing: why, and where to go from here. @rule GL-14.13 */
export function Absence(view: AbsenceView) {
  const { frame, kind } = view;
  const { t, site } = frame;
  const [before, after = ""] = t("site.absence.call", { phone: "\n" }).split("\n");
  return (
    <Page frame={frame}>
      <PageTitle title={t(`site.absence.${kind}`)}>
        <p className="pt-3">{t(`site.absence.${kind}-why`)}</p>
      </PageTitle>
      <div className="mx-auto max-w-measure pt-8 text-body">
        <h2 className="font-serif text-section font-bold">{t("site.absence.what-next")}</h2>
        <ul className="ruled mt-4 grid sm:grid-cols-2">
          {waysOn(view).map((link) => (
            <li key={link.href}>
              <a
                className="flex h-full hit items-center px-4 py-3 leading-tight hover:bg-sunk"
                href={link.href}
              >
                {link.name}
              </a>
            </li>
          ))}
        </ul>
        <p className="pt-5">
          {before}
          <PhoneLink
            className="inline-flex hit items-center font-bold text-main underline"
            phone={site.contact.phone}
          />
          {after}
        </p>
      </div>
    </Page>
  );
}
