import type { Words } from "#lib/i18n/words.ts";

const SECTIONS = [
  { at: "tasks", href: "/admin/search", of: "questions" },
  { at: "statistics", href: "/admin/search/questions", of: "questions" },
  { at: "hot", href: "/admin/search/hot", of: "questions" },
  { at: "best-bets", href: "/admin/search/best-bets", of: "site" },
  { at: "classes", href: "/admin/search/classes", of: "site" },
  { at: "words", href: "/admin/search/words", of: "group" },
  { at: "protected", href: "/admin/search/words/protected", of: "group" },
] as const;

export type SearchSection = (typeof SECTIONS)[number]["at"];

type Props = {
  at: SearchSection | null;
  managesWords: boolean;
  /** False for who may answer what is asked of the site, but not arrange its results. */
  curates?: boolean;
  say: Words;
};

/** The screens of what is asked of the search and of what editors manage of it; words are one list for the whole group. */
export function SearchSections({ at, managesWords, curates = true, say }: Props) {
  const isShown = { questions: true, site: curates, group: managesWords };
  return (
    <nav className="tabs" aria-label={say("curation.sections.label")}>
      {SECTIONS.filter((section) => isShown[section.of]).map((section) => (
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
