import { Moment } from "#components/ui/moment.tsx";
import { CarePaging } from "#themes/care/care-list.tsx";
import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareFold, CareSection } from "#themes/care/care-section.tsx";
import type { HitView, SearchView, Translate } from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";
import { BestBetMark } from "#themes/search/best-bet-mark.tsx";
import { EmptyHelp } from "#themes/search/empty-help.tsx";
import { MarkedText } from "#themes/search/marked-text.tsx";
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

const rowClass =
  "hit-main flex flex-col gap-2 border-2 border-ctl px-5 py-3 leading-item hover:border-main hover:bg-sunk";

function CareHits({ t, hits }: { t: Translate; hits: HitView[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {hits.map((hit) => (
        <li key={hit.href} data-el="hit">
          <a className={rowClass} href={hit.href} data-plain data-primary>
            {hit.isBestBet ? (
              <span>
                <BestBetMark t={t} />
              </span>
            ) : null}
            <span className="font-bold text-main underline">
              <MarkedText runs={hit.title} />
            </span>
            {hit.validity ? (
              <span className="text-ink">
                <ValidityBadge validity={hit.validity} />
              </span>
            ) : null}
            <span className="text-ink">{[hit.className, ...hit.from].join(" ")}</span>
            <span className="text-ink">
              {t("search.hit.published")} <Moment at={hit.publishedAt} isDayOnly />
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}

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
  const { frame, state, classes, choices } = view;
  const { t } = frame;
  const scope = choices[0]?.links.filter((link) => !link.isCurrent) ?? [];
  const kinds = classes.map(({ count, ...link }) => ({
    ...link,
    name: count === null ? link.name : `${link.name}${t("search.count", { count })}`,
  }));
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
      {state === "empty" ? (
        <EmptyHelp
          frame={frame}
          className="pt-6"
          titleClass="pb-3 text-section leading-tight font-bold"
        />
      ) : null}
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
      {state !== "start" && kinds.length > 1 ? (
        <CareFold title={t("search.classes.label")}>
          <CareLinks links={[...kinds, ...scope]} />
        </CareFold>
      ) : null}
    </CarePage>
  );
}
