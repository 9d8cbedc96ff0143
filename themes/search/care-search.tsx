import { Moment } from "#components/ui/moment.tsx";
import { CarePaging } from "#themes/care/care-list.tsx";
import { CarePage } from "#themes/care/care-page.tsx";
import { CareLinks } from "#themes/care/care-rows.tsx";
import { CareFold, CareSection } from "#themes/care/care-section.tsx";
import type {
  BranchChoiceView,
  ChoicesView,
  HitView,
  LinkView,
  SearchView,
  Translate,
} from "#themes/contract.ts";
import { ValidityBadge } from "#themes/parts/validity-badge.tsx";
import { BestBetMark } from "#themes/search/best-bet-mark.tsx";
import { EmptyHelp } from "#themes/search/empty-help.tsx";
import { HitCard } from "#themes/search/hit-card.tsx";
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

/** Which files hold the words: citizens find them below the text of the page they are led to. */
function CareWhereFound({ t, hit }: { t: Translate; hit: HitView }) {
  const names = hit.attachments.filter((file) => file.isWhereFound).map(({ title }) => title);
  if (names.length === 0) return null;
  return (
    <span className="text-ink" data-el="where-found">
      {t("search.hit.where-found-in", { names: names.join(t("search.hit.and")) })}
    </span>
  );
}

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
            <CareWhereFound t={t} hit={hit} />
            <span className="text-ink">{[hit.className, ...hit.from].join(" ")}</span>
            {hit.place.length > 0 ? (
              <span className="text-ink">{hit.place.join(" › ")}</span>
            ) : null}
            <span className="text-ink">
              {t("search.hit.published")} <Moment at={hit.publishedAt} isDayOnly />
            </span>
          </a>
          <HitCard
            card={hit.card}
            className="border-2 border-t-0 border-ctl px-5 py-3"
            linkClass="hit-main inline-flex items-center font-bold text-main underline"
          />
        </li>
      ))}
    </ol>
  );
}

/** The same choices as on the standard page, in one list: each row a link, the deeper ones say where they lie. */
const inOneList = (
  t: Translate,
  links: readonly BranchChoiceView[],
  above: readonly string[] = [],
): LinkView[] =>
  links.flatMap(({ name, href, count, isCurrent, below }) => [
    ...(isCurrent ? [] : [{ href, name: sayChoice(t, [...above, name].join(" › "), count) }]),
    ...inOneList(t, below, [...above, name]),
  ]);

const sayChoice = (t: Translate, name: string, count: string | null): string =>
  count === null ? name : `${name}${t("search.count", { count })}`;

/** Up by the steps that were chosen, down by what is left to choose. */
function CareChoices({ t, choices }: { t: Translate; choices: ChoicesView | undefined }) {
  if (!choices) return null;
  const up = choices.crumbs.map((crumb) => ({ ...crumb, below: [] })).toReversed();
  const chosen = choices.crumbs.find(({ isCurrent }) => isCurrent);
  const title = chosen ? `${choices.title}：${chosen.name}` : choices.title;
  return (
    <CareFold title={title}>
      <CareLinks links={[...inOneList(t, choices.links), ...inOneList(t, up)]} />
    </CareFold>
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
  const groupOf = (name: ChoicesView["name"]) => choices.find((group) => group.name === name);
  const scope = groupOf("scope")?.links.filter((link) => !link.isCurrent) ?? [];
  const kinds = classes.map(({ count, ...link }) => ({
    ...link,
    name: sayChoice(t, link.name, count),
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
      <CareChoices t={t} choices={groupOf("regions")} />
      <CareChoices t={t} choices={groupOf("organisations")} />
    </CarePage>
  );
}
