import type { SearchFamily, SearchView } from "#themes/contract.ts";
import { byMode } from "#themes/parts/by-mode.tsx";
import { CareSearch } from "#themes/search/care-search.tsx";
import { Choices } from "#themes/search/choices.tsx";
import { ClassTabs } from "#themes/search/class-tabs.tsx";
import { Notes } from "#themes/search/notes.tsx";
import { Results } from "#themes/search/results.tsx";
import { SearchForm } from "#themes/search/search-form.tsx";
import { HotWords, RelatedWords } from "#themes/search/word-lists.tsx";
import { PageTitle } from "#themes/zhongzhou/blocks/page-title.tsx";
import { Paging } from "#themes/zhongzhou/blocks/paging.tsx";
import { Page } from "#themes/zhongzhou/layouts/page.tsx";

const look = {
  field: "hit border border-main px-3",
  button: "hit shrink-0 bg-main px-6 font-bold text-on-main",
  summary: "inline-flex hit items-center gap-2 text-main",
};

const currentClass =
  "aria-[current]:bg-main aria-[current]:font-bold aria-[current]:text-on-main aria-[current]:hover:text-on-main";
const linkClass = "inline-flex hit items-center text-main underline";

function Search(view: SearchView) {
  // While nothing is asked they are the page; later they stand beside it.
  const hot = (
    <HotWords
      view={view}
      className="pb-3 text-item"
      titleClass="border-t-3 border-main pt-2 font-bold"
      linkClass="inline-flex hit items-center px-2 underline"
    />
  );
  const { t } = view.frame;
  return (
    <Page frame={view.frame} targets={view.hits.length > 0 ? ["list"] : []}>
      <PageTitle title={view.title} />
      <SearchForm className="mx-auto max-w-measure pt-6" view={view} look={look} />
      <Notes notes={view.notes} className="pt-6" linkClass={linkClass} />
      <div className="pt-6">
        <ClassTabs
          view={view}
          className="flex flex-wrap border-b border-main"
          tabClass={`hit flex items-center px-4 ${currentClass}`}
        />
      </div>
      <div className="lg:result-columns grid gap-x-10 gap-y-8 pt-5">
        <div className="min-w-0" id="list" tabIndex={-1}>
          <Results view={view} titleClass="font-serif text-title font-bold" noteLink={linkClass}>
            {view.paging ? <Paging t={t} paging={view.paging} /> : null}
          </Results>
          {view.state === "start" ? hot : null}
          <RelatedWords
            view={view}
            className="pt-8"
            titleClass="border-t-3 border-main pt-2 font-bold"
            linkClass="inline-flex hit items-center px-2 underline"
          />
        </div>
        <div>
          <Choices
            view={view}
            className="text-item"
            titleClass="border-t-3 border-main pt-2 font-bold"
            linkClass={`inline-flex hit items-center px-2 ${currentClass}`}
          />
          {view.state === "start" ? null : hot}
        </div>
      </div>
    </Page>
  );
}

export const zhongzhouSearch: SearchFamily = { Search: byMode(Search, CareSearch) };
