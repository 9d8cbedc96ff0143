import type { Translate } from "#themes/contract.ts";

/** Chosen by editors: said by a word and a line, so that paper and forced colours say it too. */
export function BestBetMark({ t }: { t: Translate }) {
  return (
    <span
      className="inline-block border-2 border-main px-2 font-sans text-note font-bold whitespace-nowrap text-main care:text-item"
      data-el="best-bet"
    >
      {t("search.hit.best-bet")}
    </span>
  );
}
