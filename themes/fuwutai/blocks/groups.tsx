import type { BranchView, LinkView, Translate } from "#themes/contract.ts";

function Links({ links }: { links: LinkView[] }) {
  if (links.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {links.map((link) => (
        <li key={link.href}>
          <a className="inline-flex hit items-center text-item text-ink2" href={link.href}>
            {link.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The rail: every group of the site with what is in it, so that nobody has to guess a menu. */
export function Groups({ t, groups }: { t: Translate; groups: BranchView[] }) {
  if (groups.length === 0) return null;
  return (
    <nav className="sheet overflow-hidden" aria-labelledby="groups">
      <h2 className="px-5 pt-4 pb-3 text-section leading-tight font-bold lg:pt-5" id="groups">
        {t("site.home.groups")}
      </h2>
      <ul className="sm:grid sm:grid-cols-2 lg:block">
        {groups.map(({ link, children }) => (
          <li className="border-s-4 border-t border-line border-s-main px-4 py-1" key={link.href}>
            <a className="flex hit items-center font-bold" href={link.href}>
              {link.name}
            </a>
            <Links links={children} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
