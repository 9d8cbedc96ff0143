import type { Translate } from "#themes/contract.ts";

type SectionHeadProps = { t: Translate; title: string; moreHref?: string };

/** A title underlined in the auxiliary colour on a hairline, and the way to the rest. */
export function SectionHead({ t, title, moreHref }: SectionHeadProps) {
  return (
    <div className="flex items-end justify-between gap-4 border-line border-b">
      <h2 className="-mb-px border-aux1 border-b-2 pb-1.5 font-bold font-serif text-main text-section leading-tight tracking-section">
        {title}
      </h2>
      {moreHref ? (
        <a
          className="hit inline-flex items-center justify-end text-ink2 text-note"
          href={moreHref}
        >
          {t("site.home.more")}
          <span className="unseen">{title}</span>
        </a>
      ) : null}
    </div>
  );
}
