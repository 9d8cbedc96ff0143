import type { LinkView, ListView, Translate } from "#themes/contract.ts";

const linkClass =
  "soft hit flex items-center px-4 py-1.5 leading-tight max-lg:border max-lg:border-ctl aria-[current]:border-main aria-[current]:bg-main aria-[current]:font-bold aria-[current]:text-on-main aria-[current]:hover:text-on-main";

function NavLink({ link }: { link: LinkView }) {
  return (
    <a className={linkClass} href={link.href} aria-current={link.isCurrent ? "page" : undefined}>
      {link.name}
    </a>
  );
}

/** Columns beside this one, with those below it under its own name. */
export function ColumnNav({ t, column }: { t: Translate; column: ListView["column"] }) {
  const { siblings, children } = column;
  if (siblings.length + children.length === 0) return null;
  const current = siblings.findIndex((link) => link.isCurrent);
  const below = children.map((link) => (
    <li className={current === -1 ? "" : "lg:ps-4"} key={link.href}>
      <NavLink link={link} />
    </li>
  ));
  return (
    <nav className="lg:sheet text-item lg:p-3" aria-label={t("site.nav.column")} data-screen>
      <ul className="flex flex-wrap gap-2 lg:flex-col lg:gap-1">
        {siblings.map((link, index) => [
          <li key={link.href}>
            <NavLink link={link} />
          </li>,
          index === current ? below : null,
        ])}
        {current === -1 ? below : null}
      </ul>
    </nav>
  );
}
