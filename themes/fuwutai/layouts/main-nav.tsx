import type { FrameView } from "#themes/contract.ts";

const linkClass =
  "flex h-full hit items-center px-1 py-2 text-item leading-tight text-on-main hover:text-on-main max-lg:justify-center max-lg:text-center lg:px-4 lg:py-3 aria-[current]:font-bold lg:aria-[current]:border-b-4 lg:aria-[current]:border-on-main lg:aria-[current]:pb-2";

/** Columns as plain links on the field, which the home page's question goes on below. */
export function MainNav({ frame }: { frame: FrameView }) {
  return (
    <nav
      className="bg-main"
      id="nav"
      tabIndex={-1}
      aria-label={frame.t("site.nav.main")}
      data-el="nav"
      data-screen
    >
      <ul className="nav-cells mx-auto max-w-page px-4 py-1 lg:flex lg:flex-wrap lg:px-4 lg:py-0">
        {frame.nav.map((link) => (
          <li key={link.href}>
            <a
              className={linkClass}
              href={link.href}
              aria-current={link.isCurrent ? "page" : undefined}
            >
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
