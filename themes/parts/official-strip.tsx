import type { FrameView } from "#themes/contract.ts";

/** Says whose site this is, and how to tell a real one from a false one, without script. */
export function OfficialStrip({ frame: { site, t } }: { frame: FrameView }) {
  return (
    <section
      className="border-b border-line bg-sunk text-note"
      aria-label={t("site.official.label")}
      data-el="official"
      data-screen
    >
      <details className="mx-auto max-w-page px-4 lg:px-8">
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
    </section>
  );
}
