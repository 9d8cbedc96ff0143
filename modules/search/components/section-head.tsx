import type { Words } from "#lib/i18n/words.ts";
import type { SearchSection } from "#modules/search/components/search-sections.tsx";
import { SearchSections } from "#modules/search/components/search-sections.tsx";

type Props = {
  at: SearchSection | null;
  title: string;
  /** Null where it is for the whole group. */
  siteName: string | null;
  managesWords: boolean;
  curates?: boolean;
  say: Words;
};

/** The title of a screen of the search, and the way to the others. */
export function SectionHead({ at, title, siteName, managesWords, curates = true, say }: Props) {
  return (
    <>
      <title>{siteName === null ? title : `${title}_${siteName}`}</title>
      <h1>
        {title} {siteName !== null && <span className="site-name">{siteName}</span>}
      </h1>
      <SearchSections at={at} managesWords={managesWords} curates={curates} say={say} />
    </>
  );
}
