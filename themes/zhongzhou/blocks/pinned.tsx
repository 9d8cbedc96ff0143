import type { Translate } from "#themes/contract.ts";

/** A word, not a colour alone, says that a row stays on top. */
export function Pinned({ t }: { t: Translate }) {
  return (
    <span className="me-2 inline-block border border-main px-1.5 text-note leading-item text-main">
      {t("site.home.pinned")}
    </span>
  );
}
