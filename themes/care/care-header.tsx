import { CareOptions } from "#themes/care/care-options.tsx";
import { CarePhones } from "#themes/care/care-phones.tsx";
import type { FrameView } from "#themes/contract.ts";

const nameClass = "font-bold text-name leading-tight";

export function CareHeader({ frame }: { frame: FrameView }) {
  const { site, t, crumbs, switchHref } = frame;
  const name = `${site.name} ${t("site.care.title")}`;
  return (
    <>
      <p
        className="border-b-2 border-ctl bg-sunk px-4 py-2 text-center text-note leading-tight"
        data-el="official"
        data-screen
      >
        {t("site.official.statement")} {site.domain}
      </p>
      <header className="mx-auto max-w-care px-4 pt-4 sm:px-6" data-el="header">
        <p data-screen>
          <a className="inline-flex hit items-center" data-el="care" href={switchHref}>
            {t("site.care.switch-off")}
          </a>
        </p>
        {crumbs.length === 0 ? (
          <h1 className={nameClass}>{name}</h1>
        ) : (
          <p className={nameClass}>{name}</p>
        )}
        <CarePhones frame={frame} />
        <CareOptions frame={frame} />
      </header>
    </>
  );
}
