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

type Rights = {
  managesWords: boolean;
  /** False for who may answer what is asked of the site, but not arrange its results. */
  curates?: boolean;
};

type Props = Rights & { at: SearchSection | null; say: Words };

/** The screens that somebody with these rights has, by name. */
export function searchScreens({ managesWords, curates = true }: Rights, say: Words) {
  const isShown = { questions: true, site: curates, group: managesWords };
  return SECTIONS.filter(({ of }) => isShown[of]).map(({ at, href }) => ({
    at,
    href,
    name: say(`curation.sections.${at}`),
  }));
}

/** The screens of what is asked of the search and of what editors manage of it; words are one list for the whole group. */
export function SearchSections({ at, say, ...rights }: Props) {
  return (
    <nav className="tabs" aria-label={say("curation.sections.label")}>
      {searchScreens(rights, say).map((screen) => (
        <a key={screen.at} href={screen.href} aria-current={screen.at === at ? "page" : undefined}>
          {screen.name}
        </a>
      ))}
    </nav>
  );
}
