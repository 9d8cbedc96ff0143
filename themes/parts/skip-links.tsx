import type { Translate } from "#themes/contract.ts";

/** Ids that skip links lead to. All but `services` and `list` are on every standard page. */
export type SkipTarget = "nav" | "search" | "main" | "services" | "list" | "foot";

/** Shown only with the focus. Whoever names a target also draws it, with `tabIndex={-1}`. */
export function SkipLinks({ t, targets }: { t: Translate; targets: SkipTarget[] }) {
  return (
    <nav aria-label={t("site.skip.label")} data-screen>
      {targets.map((target) => (
        <a
          className="skip-link inline-flex hit items-center bg-ink px-5 font-bold text-bg hover:text-bg"
          key={target}
          href={`#${target}`}
        >
          {t(`site.skip.${target}`)}
        </a>
      ))}
    </nav>
  );
}
