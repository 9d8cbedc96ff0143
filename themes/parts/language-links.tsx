import type { FrameView } from "#themes/contract.ts";

type LanguageLinksProps = { frame: FrameView; className: string };

/** The same page in the site's other languages, each called as it calls itself. @rule C05 GL-14.2 */
export function LanguageLinks({ frame: { languages, t }, className }: LanguageLinksProps) {
  if (languages.length === 0) return null;
  return (
    <nav aria-label={t("site.languages.label")} data-el="languages">
      <ul className={className}>
        {languages.map(({ locale, name, href, isCurrent }) => (
          <li key={locale}>
            <a
              className="inline-flex hit items-center justify-center px-1 text-main aria-[current]:font-bold aria-[current]:text-ink"
              href={href}
              hrefLang={locale}
              lang={locale}
              aria-current={isCurrent ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
