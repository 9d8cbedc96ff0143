import { wordBundle } from "#lib/i18n/words.ts";
import { SignOut } from "#modules/access/components/sign-out.tsx";
import { SiteSwitcher } from "#modules/access/components/site-switcher.tsx";

type Props = {
  children: React.ReactNode;
  displayName: string;
  sites: { id: number; name: string }[];
  siteId: number | null;
  /** The screens of the rail, in their order. */
  links: readonly { href: string; name: string }[];
  /** What finds screens, pieces and sites by name. */
  palette: React.ReactNode;
};

/** Top bar and rail round every screen of the desk. */
export function DeskFrame({ children, displayName, sites, siteId, links, palette }: Props) {
  const words = wordBundle("zh-CN", "desk");
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {words["frame.skip"]}
      </a>
      <header className="bar">
        <strong>{words["title"]}</strong>
        <SiteSwitcher sites={sites} siteId={siteId} words={words} />
        {palette}
        <span className="who">{displayName}</span>
        <a href="/admin/password">{words["frame.password"]}</a>
        <SignOut label={words["frame.sign-out"] ?? ""} />
      </header>
      <nav aria-label={words["frame.nav"]} className="rail">
        {links.map(({ href, name }) => (
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
