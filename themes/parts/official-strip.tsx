import type { FrameView } from "#themes/contract.ts";
import { LanguageLinks } from "#themes/parts/language-links.tsx";

/** Says whose site this is, and how to tell a real one from a false one, without script. */
export function OfficialStrip({ frame }: { frame: FrameView }) {
  const { site, t } = frame;
  return (
    <section
      className="border-b border-line bg-sunk text-note"
      aria-label={t("site.official.label")}
      data-el="official"
      data-screen
    >
      <div className="mx-auto flex max-w-page flex-wrap items-start justify-between gap-x-6 px-4 lg:px-8">
        <details>
          <summary className="flex hit flex-wrap items-center gap-x-3">
            <span>{t("site.official.statement")}</span>
            <span className="text-main underline">{t("site.official.how")}</span>
            <span className="chevron text-main" aria-hidden />
          </summary>
          <ul className="flex flex-col gap-1 pb-3">
            <li>{t("site.official.domain", { domain: site.domain })}</li>
            <li>{t("site.official.https")}</li>
            <li>{t("site.official.mark")}</li>
          </ul>
        </details>
        <LanguageLinks frame={frame} className="flex" />
      </div>
    </section>
  );
}
