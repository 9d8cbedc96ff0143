import type { FrameView } from "#themes/contract.ts";

/** From home to here. The last one is this page and no link; nothing is cut off. */
export function Crumbs({ frame, className }: { frame: FrameView; className: string }) {
  const { crumbs, t } = frame;
  if (crumbs.length === 0) return null;
  return (
    <nav className={className} aria-label={t("site.nav.crumbs")} data-el="crumb">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map((crumb, index) => (
          <li className="flex items-center gap-x-2" key={crumb.href}>
            {index > 0 ? <span aria-hidden>›</span> : null}
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.name}</span>
            ) : (
              <a
                className="inline-flex hit items-center justify-center underline"
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
