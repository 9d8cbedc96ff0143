import type { SearchFamily, SearchView } from "#themes/contract.ts";
import { Help } from "#themes/fuwutai/blocks/article-parts.tsx";
import { Paging } from "#themes/fuwutai/blocks/paging.tsx";
import { Page } from "#themes/fuwutai/layouts/page.tsx";
import { byMode } from "#themes/parts/by-mode.tsx";
import { CareSearch } from "#themes/search/care-search.tsx";
import { Choices } from "#themes/search/choices.tsx";
import { ClassTabs } from "#themes/search/class-tabs.tsx";
import { Notes } from "#themes/search/notes.tsx";
import { Results } from "#themes/search/results.tsx";
import { SearchForm } from "#themes/search/search-form.tsx";
import { HotWords, RelatedWords } from "#themes/search/word-lists.tsx";

const look = {
  field: "soft hit border-2 border-main px-4",
  button: "soft hit ms-2 shrink-0 bg-main px-6 font-bold text-on-main",
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
      className={view.state === "start" ? "" : "sheet px-5 py-4 text-item"}
      titleClass="font-bold"
      linkClass={`${linkClass} pe-3`}
    />
  );
  const { frame } = view;
  return (
    <Page frame={frame} targets={view.hits.length > 0 ? ["list"] : []}>
      <div className="lg:article-columns mx-auto grid max-w-page grid-cols-1 items-start gap-4 px-4 lg:gap-6 lg:px-8">
        <div className="sheet px-5 py-5 lg:px-8 lg:py-7">
          <h1 className="text-head leading-tight font-bold">{view.title}</h1>
          <SearchForm className="pt-4" view={view} look={look} />
          <Notes notes={view.notes} className="soft mt-4 bg-sunk px-5 py-2" linkClass={linkClass} />
          <div className="pt-5">
            <ClassTabs
              view={view}
              className="flex flex-wrap gap-1"
              tabClass={`soft hit flex items-center px-4 ${currentClass}`}
            />
          </div>
          <div className="min-w-0 pt-4" id="list" tabIndex={-1}>
            <Results view={view} titleClass="text-title font-bold" noteLink={linkClass}>
              {view.paging ? <Paging t={frame.t} paging={view.paging} /> : null}
            </Results>
            {view.state === "start" ? hot : null}
          </div>
          <RelatedWords
            view={view}
            className="pt-6"
            titleClass="text-title font-bold"
            linkClass={`${linkClass} pe-3`}
          />
        </div>
        <div className="flex flex-col gap-4 lg:gap-6">
          <Choices
            view={view}
            className="sheet px-5 pt-4 text-item"
            titleClass="font-bold"
            linkClass={`soft inline-flex hit items-center px-3 ${currentClass}`}
          />
          {view.state === "start" ? null : hot}
          <Help frame={frame} />
        </div>
      </div>
    </Page>
  );
}

export const fuwutaiSearch: SearchFamily = { Search: byMode(Search, CareSearch) };
