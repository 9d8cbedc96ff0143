import type { FrameView } from "#themes/contract.ts";

/**
 * From home to here; nothing is cut off. The last step is this page and no link. Care pages leave it
 * out, because their heading says it again right below.
 */
export function Crumbs({ frame, className }: { frame: FrameView; className: string }) {
  const { crumbs, t, variant } = frame;
  if (crumbs.length === 0) return null;
  const last = crumbs.length - 1;
  const steps = variant.mode === "care" ? crumbs.slice(0, last) : crumbs;
  return (
    <nav className={className} aria-label={t("site.nav.crumbs")} data-el="crumb">
      <ol>
        {steps.map((crumb, index) => (
          <li className="inline first:-ms-1.5" key={crumb.href}>
            {index > 0 ? (
              <span className="px-0.5" aria-hidden>
                ›
              </span>
            ) : null}
            {index === last ? (
              <span className="px-1.5" aria-current="page">
                {crumb.name}
              </span>
            ) : (
              <a
                className="inline-flex hit items-center justify-center px-1.5 underline"
                href={crumb.href}
              >
                {crumb.name}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
