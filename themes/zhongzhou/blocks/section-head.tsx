import type { Translate } from "#themes/contract.ts";

type SectionHeadProps = { t: Translate; title: string; moreHref?: string };

/** A title underlined in the auxiliary colour on a hairline, and the way to the rest. */
export function SectionHead({ t, title, moreHref }: SectionHeadProps) {
  return (
    <div className="flex items-end justify-between gap-4 border-b border-line">
      <h2 className="-mb-px border-b-2 border-aux1 pb-1.5 font-serif text-section leading-tight font-bold tracking-section text-main">
        {title}
      </h2>
      {moreHref ? (
        <a className="inline-flex hit items-center justify-end text-note text-ink2" href={moreHref}>
          {t("site.home.more")}
          <span className="unseen">{title}</span>
        </a>
      ) : null}
    </div>
  );
}
