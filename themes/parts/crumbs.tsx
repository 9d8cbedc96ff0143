import type { FrameView } from "#themes/contract.ts";

/** From home to here. The last one is this page and no link; nothing is cut off. */
export function Crumbs({ frame, className }: { frame: FrameView; className: string }) {
  const { crumbs, t } = frame;
  if (crumbs.length === 0) return null;
  return (
    <nav className={className} aria-label={t("site.nav.crumbs")} data-el="crumb">
      <ol className="-mx-1.5 flex flex-wrap items-center">
        {crumbs.map((crumb, index) => (
          <li className="flex items-center" key={crumb.href}>
            {index > 0 ? <span aria-hidden>›</span> : null}
            {index === crumbs.length - 1 ? (
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
