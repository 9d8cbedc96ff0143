import { CarePaging } from "#themes/care/care-list.tsx";
import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareFold, CareSection } from "#themes/care/care-section.tsx";
import type { SearchView } from "#themes/contract.ts";
import { CareHits } from "#themes/search/care-hits.tsx";
import { CareNarrow } from "#themes/search/care-narrow.tsx";
import { EmptyHelp } from "#themes/search/empty-help.tsx";
import { Notes } from "#themes/search/notes.tsx";
import { SearchForm } from "#themes/search/search-form.tsx";

const look = {
  field: "hit-main border-2 border-ctl px-3",
  button:
    "hit-main ms-3 shrink-0 border-3 border-main bg-main px-5 font-bold text-on-main leading-tight",
  summary:
    "hit-main flex items-center justify-between gap-3 border-2 border-ctl px-5 py-2 font-bold leading-tight",
};

/** A care page is short to walk through (K9). */
const MOST_HOT = 6;

/** Hot words while nothing is asked. */
function CareWords({ view: { frame, state, hot } }: { view: SearchView }) {
  if (state !== "start" || hot.length === 0) return null;
  return (
    <CareSection title={frame.t("search.hot")}>
      <CareLinks links={hot.slice(0, MOST_HOT)} />
    </CareSection>
  );
}

/** Other words to ask, closed until they are wanted; hot ones where nothing was found. */
function CareOtherWords({ view: { frame, state, hot, related } }: { view: SearchView }) {
  const lists = [
    ["search.related", related],
    ["search.hot", state === "empty" ? hot : []],
  ] as const;
  return lists.map(([title, links]) =>
    links.length === 0 ? null : (
      <CareFold key={title} title={frame.t(title)}>
        <CareLinks links={links} />
      </CareFold>
    ),
  );
}

/** Results one under another, the whole row to tap; kinds to choose from are below them. */
export function CareSearch(view: SearchView) {
  const { frame, state } = view;
  const { t } = frame;
  return (
    <CarePage frame={frame}>
      <h1 className="pt-4 pb-4 text-head leading-tight font-bold">{view.title}</h1>
      <SearchForm view={view} look={look} />
      <Notes
        notes={view.notes}
        className="flex flex-col gap-2 pt-6"
        linkClass="hit-main flex items-center font-bold text-main"
      />
      {state === "start" ? <p className="pt-6">{t("search.start")}</p> : null}
      <CareWords view={view} />
      <EmptyHelp
        view={view}
        className="pt-6"
        titleClass="pb-3 text-section leading-tight font-bold"
      />
      {state === "found" ? (
        <>
          <p className="pt-6 pb-3" role="status">
            {view.summary}
          </p>
          <CareHits t={t} hits={view.hits} />
          {view.paging ? <CarePaging t={t} paging={view.paging} /> : null}
        </>
      ) : null}
      <CareOtherWords view={view} />
      <CareNarrow view={view} />
    </CarePage>
  );
}
