import type { LinkView, ListView, Translate } from "#themes/contract.ts";

const linkClass =
  "hit flex items-center max-lg:justify-center max-lg:-me-px max-lg:-mb-px max-lg:border max-lg:border-line max-lg:px-1 max-lg:text-center lg:px-3 py-1.5 leading-tight aria-[current]:bg-main aria-[current]:font-bold aria-[current]:text-on-main aria-[current]:hover:text-on-main";

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
  const below =
    children.length === 0 ? null : (
      <ul className={`max-lg:contents ${current === -1 ? "" : "lg:ps-4"}`}>
        {children.map((link) => (
          <li className="border-line lg:border-t" key={link.href}>
            <NavLink link={link} />
          </li>
        ))}
      </ul>
    );
  return (
    <nav className="text-item" aria-label={t("site.nav.column")} data-screen>
      <ul className="nav-cells border-main lg:flex lg:flex-col lg:border-t-3">
        {siblings.map((link, index) => (
          <li className="border-line max-lg:contents lg:border-b" key={link.href}>
            <NavLink link={link} />
            {index === current ? below : null}
          </li>
        ))}
        {current === -1 && below ? <li className="max-lg:contents">{below}</li> : null}
      </ul>
    </nav>
  );
}
