import type { FrameView } from "#themes/contract.ts";

/** Columns as plain links between the thick and the thin rule; a ruled table on phones. */
export function MainNav({ frame }: { frame: FrameView }) {
  return (
    <div className="mx-auto max-w-page px-4 lg:px-8" data-screen>
      <div className="double-rule" />
      <nav id="nav" tabIndex={-1} aria-label={frame.t("site.nav.main")} data-el="nav">
        <ul className="nav-cells max-lg:ruled border-b border-main lg:flex lg:flex-wrap lg:justify-center">
          {frame.nav.map((link) => (
            <li key={link.href}>
              <a
                className="flex h-full hit items-center justify-center px-1 py-2 text-center text-item leading-tight aria-[current]:font-bold aria-[current]:text-main lg:px-6 lg:pt-3 lg:pb-3 lg:text-title lg:aria-[current]:border-b-3 lg:aria-[current]:border-main lg:aria-[current]:pb-2.25"
                href={link.href}
                aria-current={link.isCurrent ? "page" : undefined}
              >
                {link.name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
