import type { SearchView } from "#themes/contract.ts";
import { Question, SearchArea } from "#themes/parts/search-area.tsx";
import { AdvancedSearch } from "#themes/search/advanced-search.tsx";
import type { SearchLook } from "#themes/search/look.ts";

type SearchFormProps = { view: SearchView; look: SearchLook; className?: string };

/** The question as it was asked, to be asked better. */
export function SearchForm({ view, look, className = "" }: SearchFormProps) {
  const { form, asked, frame } = view;
  const { t } = frame;
  return (
    <SearchArea t={t} target={form} className={className}>
      <label className="block leading-tight" htmlFor="q">
        {t("search.input")}
      </label>
      <div className="flex flex-wrap pt-1">
        <Question
          t={t}
          target={form}
          asked={asked.q}
          fieldClass={`${look.field} w-0 flex-1`}
          buttonClass={look.button}
        />
      </div>
      <AdvancedSearch t={t} asked={asked} look={look} />
    </SearchArea>
  );
}
