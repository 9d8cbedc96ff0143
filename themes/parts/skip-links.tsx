import type { Translate } from "#themes/contract.ts";

/** Ids that skip links lead to. `nav`, `main` and `foot` are on every page. */
export type SkipTarget = "nav" | "main" | "services" | "list" | "foot";

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
