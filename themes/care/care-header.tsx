import { WholeWords } from "#components/ui/whole-words.tsx";
import { CareOptions } from "#themes/care/care-options.tsx";
import { CarePhones } from "#themes/care/care-phones.tsx";
import type { FrameView } from "#themes/contract.ts";

export function CareHeader({ frame }: { frame: FrameView }) {
  const { site, t, crumbs, switchHref } = frame;
  const Name = crumbs.length === 0 ? "h1" : "p";
  return (
    <>
      <section
        className="border-b-2 border-ctl bg-sunk px-2 py-2 text-center text-note leading-tight"
        aria-label={t("site.official.label")}
        data-el="official"
        data-screen
      >
        <p>
          {t("site.official.statement")} {site.domain}
        </p>
      </section>
      <header className="mx-auto max-w-care px-4 pt-4 sm:px-6" data-el="header">
        <p data-screen>
          <a className="inline-flex hit items-center" data-el="care" href={switchHref}>
            {t("site.care.switch-off")}
          </a>
        </p>
        <Name className="leading-tight font-bold">
          <span className="block text-name">
            <WholeWords text={site.name} />
          </span>
          <span className="block text-title text-main">{t("site.care.title")}</span>
        </Name>
        <CarePhones frame={frame} />
        <CareOptions frame={frame} />
      </header>
    </>
  );
}
