import { wordBundle } from "#lib/i18n/words.ts";
import { SignOut } from "#modules/access/components/sign-out.tsx";
import { SiteSwitcher } from "#modules/access/components/site-switcher.tsx";

type Props = {
  children: React.ReactNode;
  displayName: string;
  sites: { id: number; name: string }[];
  siteId: number | null;
  /** Whether this person may see what was imported into the site. */
  showsImports: boolean;
  /** Whether this person has to do with the search of the site. */
  showsSearch: boolean;
};

/** Top bar and rail round every screen of the desk. */
export function DeskFrame({
  children,
  displayName,
  sites,
  siteId,
  showsImports,
  showsSearch,
}: Props) {
  const words = wordBundle("zh-CN", "desk");
  const links = [
    ["/admin", words["frame.dashboard"]],
    ["/admin/content", words["frame.content"]],
    ["/admin/review", words["frame.review"]],
    ...(showsImports ? [["/admin/imports", words["frame.imports"]] as const] : []),
    ...(showsSearch ? [["/admin/search", words["frame.search"]] as const] : []),
  ] as const;
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {words["frame.skip"]}
      </a>
      <header className="bar">
        <strong>{words["title"]}</strong>
        <SiteSwitcher sites={sites} siteId={siteId} words={words} />
        <span className="who">{displayName}</span>
        <a href="/admin/password">{words["frame.password"]}</a>
        <SignOut label={words["frame.sign-out"] ?? ""} />
      </header>
      <nav aria-label={words["frame.nav"]} className="rail">
        {links.map(([href, name]) => (
          <a key={href} href={href}>
            {name}
          </a>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
