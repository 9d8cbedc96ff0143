import type { Translate } from "#themes/contract.ts";

/** Said by a word and a line, as other states are. @rule KF-2.2 */
export function ArchivedMark({ t }: { t: Translate }) {
  return (
    <span
      className="inline-block border-2 border-dotted border-ink px-2 font-sans text-note font-bold whitespace-nowrap text-ink care:text-item"
      data-el="archived"
    >
      {t("site.article.archived")}
    </span>
  );
}
