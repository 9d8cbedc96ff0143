import type { Words } from "#lib/i18n/words.ts";

const SECTIONS = [
  { at: "best-bets", href: "/admin/search/best-bets", isOfGroup: false },
  { at: "classes", href: "/admin/search/classes", isOfGroup: false },
  { at: "words", href: "/admin/search/words", isOfGroup: true },
  { at: "protected", href: "/admin/search/words/protected", isOfGroup: true },
] as const;

export type SearchSection = (typeof SECTIONS)[number]["at"];

type Props = { at: SearchSection | null; managesWords: boolean; say: Words };

/** The screens of what editors manage of the search; words are one list for the whole group. */
export function SearchSections({ at, managesWords, say }: Props) {
  return (
    <nav className="tabs" aria-label={say("curation.sections.label")}>
      {SECTIONS.filter(({ isOfGroup }) => managesWords || !isOfGroup).map((section) => (
        <a
          key={section.at}
          href={section.href}
          aria-current={section.at === at ? "page" : undefined}
        >
          {say(`curation.sections.${section.at}`)}
        </a>
      ))}
    </nav>
  );
}
