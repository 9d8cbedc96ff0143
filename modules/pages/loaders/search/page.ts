import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import { withQuery } from "#lib/routing/address.ts";
import type { Place } from "#lib/routing/inner.ts";
import { SEARCH_PATH } from "#lib/routing/search.ts";
import { pageNumbers } from "#modules/pages/domain.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { frameOf, loadSetting, searchTarget } from "#modules/pages/loaders/frame.ts";
import { classNameOf, classTabs, filterChoices } from "#modules/pages/loaders/search/choices.ts";
import { clearLink } from "#modules/pages/loaders/search/conditions.ts";
import type { Found, Places } from "#modules/pages/loaders/search/find.ts";
import { find, hitView } from "#modules/pages/loaders/search/find.ts";
import { countWords, hrefOfAsked, wordLinks } from "#modules/pages/loaders/search/links.ts";
import { packNoted } from "#modules/pages/loaders/search/noted.ts";
import { notesOf } from "#modules/pages/loaders/search/notes.ts";
import { detourOf, stateOf } from "#modules/pages/loaders/search/outcome.ts";
import { currentSnapshot } from "#modules/pages/loaders/snapshot.ts";
import { readPublic } from "#modules/pages/queries.ts";
import type { Asked, Reading } from "#modules/search/domain/asked.ts";
import { readAsked, writeAsked } from "#modules/search/domain/asked.ts";
import type { ClassTab } from "#modules/search/queries/class-tabs.ts";
import { listClassTabs } from "#modules/search/queries/class-tabs.ts";
import type { SearchAnswer } from "#modules/search/schema.ts";
import { listHotWords } from "#modules/searchlog/queries/public.ts";
import type {
  AskedView,
  FrameView,
  SearchTarget,
  SearchView,
  Translate,
} from "#themes/contract.ts";

const hasAdvanced = ({ documentNumber, field, exactTitle, from, to }: Asked): boolean =>
  [documentNumber, from, to].some((value) => value !== null) || field !== "all" || exactTitle;

/** What the form shows again. */
const askedView = (asked: Asked): AskedView => ({
  q: asked.q,
  number: asked.documentNumber ?? "",
  field: asked.field,
  isExact: asked.exactTitle,
  from: asked.from ?? "",
  to: asked.to ?? "",
  hasAdvanced: hasAdvanced(asked),
});

function pagingOf(setting: Setting, asked: Asked, { pages, total }: SearchAnswer) {
  if (pages <= 1) return null;
  const hrefOfPage = (page: number) => hrefOfAsked(setting, { ...asked, page });
  const { page } = asked;
  return {
    number: page,
    count: pages,
    total: total.count,
    previousHref: page > 1 ? hrefOfPage(Math.min(page, pages + 1) - 1) : null,
    nextHref: page < pages ? hrefOfPage(page + 1) : null,
    links: pageNumbers(page, pages).map((number) => ({
      number,
      href: hrefOfPage(number),
      isCurrent: number === page,
    })),
  };
}

/** The frame of every result page; each question has its own address in all forms. Not for search engines. */
function frameOfAsked(setting: Setting, asked: Asked, title: string): FrameView {
  const name = wordsOf(setting.locale)("search.title");
  const frame = frameOf(setting, {
    path: SEARCH_PATH,
    title,
    crumbs: [{ name, path: SEARCH_PATH }],
    meta: { column: null, article: null },
    hasOwnSearch: true,
    tags: [],
  });
  const query = writeAsked(asked).toString();
  if (query === "") return frame;
  const complete = <Link extends { href: string }>(link: Link): Link => ({
    ...link,
    href: withQuery(link.href, query),
  });
  return {
    ...frame,
    canonical: withQuery(frame.canonical, query),
    switchHref: withQuery(frame.switchHref, query),
    careOptions: frame.careOptions.map(complete),
    languages: frame.languages.map(complete),
  };
}

/** The question, and which page of its answer. @rule C42 */
function titleOf(
  t: Translate,
  asked: Asked,
  found: Found | null,
  state: SearchView["state"],
): string {
  const words = asked.q || asked.documentNumber;
  if (!words) return t("search.title");
  if (state === "beyond") return t("search.title-beyond", { words });
  const pages = found?.answer.pages ?? 0;
  if (pages <= 1 || asked.page > pages) return t("search.title-of", { words });
  return t("search.title-page", { words, number: asked.page, count: pages });
}

/** A new question stays where the last one was asked. */
function formOf(setting: Setting, { scope }: Asked): SearchTarget {
  const target = searchTarget(setting);
  if (scope === "site") return target;
  return { ...target, hidden: [...target.hidden, { name: "scope", value: scope }] };
}

type Shown = {
  places: Places;
  tabs: readonly ClassTab[];
  found: Found | null;
  hot: readonly string[];
};

function viewOf({ places, tabs, found, hot }: Shown, reading: Reading): SearchView {
  const { setting } = places;
  const { asked } = reading;
  const t = wordsOf(setting.locale);
  const answer = found?.answer ?? null;
  const nameOf = classNameOf(setting, tabs);
  const hits = (answer?.hits ?? []).flatMap((hit) => hitView(places, hit, nameOf) ?? []);
  const state = stateOf(asked, answer, hits.length);
  const frame = frameOfAsked(setting, asked, titleOf(t, asked, found, state));
  return {
    frame: { ...frame, meta: [...frame.meta, { name: "robots", content: "noindex, nofollow" }] },
    title: t("search.title"),
    form: formOf(setting, asked),
    asked: askedView(asked),
    summary: found
      ? t("search.summary", {
          count: countWords(found.answer.total),
          seconds: (found.answer.tookMs / 1_000).toFixed(2),
        })
      : null,
    notes: notesOf(setting, reading, answer, state),
    // Counts of kinds that time cut short would be zeros without a reason.
    classes: found && state !== "unfinished" ? classTabs(setting, asked, found.counted, tabs) : [],
    choices: found ? filterChoices(setting, asked, found.counted) : [],
    clear: found ? clearLink(setting, asked) : null,
    hits,
    detour: detourOf(setting, asked, answer, state),
    paging: found && state !== "beyond" ? pagingOf(setting, asked, found.answer) : null,
    hot: wordLinks(setting, asked.scope, hot),
    related: wordLinks(setting, asked.scope, found?.answer.related ?? []),
    state,
  };
}

/** The result page of a question as its address says it. @throws {AppError} UNAVAILABLE */
export async function loadSearch(
  place: Place,
  query: URLSearchParams,
): Promise<{ theme: string; view: SearchView; noted: string | null }> {
  const reading = readAsked(query);
  const [setting, tabs, snapshot, found, hot] = await Promise.all([
    readPublic((db) => loadSetting(db, place)),
    readPublic((db) => listClassTabs(db, place.siteId)),
    currentSnapshot(),
    find(place.siteId, reading.asked),
    readPublic((db) => listHotWords(db, place.siteId)),
  ]);
  const places = { setting, snapshot };
  return {
    theme: setting.site.theme,
    view: viewOf({ places, tabs, found, hot }, reading),
    noted: packNoted(reading.asked, found, places),
  };
}
