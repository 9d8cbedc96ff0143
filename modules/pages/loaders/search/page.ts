import "server-only";
import { VALIDITIES } from "#db/enums/resources.ts";
import { env } from "#lib/env.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { hrefOf, withQuery } from "#lib/routing/address.ts";
import { originOf } from "#lib/routing/decide.ts";
import type { Place } from "#lib/routing/inner.ts";
import { SEARCH_PATH } from "#lib/routing/search.ts";
import type { Snapshot } from "#lib/routing/snapshot.ts";
import { pageNumbers } from "#modules/pages/domain.ts";
import { validityView } from "#modules/pages/loaders/document-index.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { frameOf, loadSetting, searchTarget } from "#modules/pages/loaders/frame.ts";
import { classTabs, filterChoices } from "#modules/pages/loaders/search/choices.ts";
import { countWords, hrefOfAsked } from "#modules/pages/loaders/search/links.ts";
import { notesOf } from "#modules/pages/loaders/search/notes.ts";
import { currentSnapshot } from "#modules/pages/loaders/snapshot.ts";
import { readPublic } from "#modules/pages/queries.ts";
import type { Asked, Reading } from "#modules/search/domain/asked.ts";
import { asksAnything, readAsked, writeAsked } from "#modules/search/domain/asked.ts";
import { searchPublic } from "#modules/search/queries/public.ts";
import type { SearchAnswer, SearchHit } from "#modules/search/schema.ts";
import type {
  AskedView,
  FrameView,
  HitView,
  SearchTarget,
  SearchView,
  Translate,
} from "#themes/contract.ts";

type Found = { answer: SearchAnswer; counted: Pick<SearchAnswer, "total" | "facets"> };

/** The answer, and the counts of the same words in all classes: a tab must not hide what others hold. */
async function find(siteId: number, asked: Asked): Promise<Found | null> {
  if (!asksAnything(asked)) return null;
  const question = { ...asked, siteId };
  const [answer, all] = await Promise.all([
    searchPublic(question),
    asked.class ? searchPublic({ ...question, class: null, page: 1 }) : null,
  ]);
  return {
    answer,
    counted: {
      ...answer,
      ...(all ? { total: all.total } : {}),
      facets: { ...answer.facets, ...(all ? { classes: all.facets.classes } : {}) },
    },
  };
}

type Places = { setting: Setting; snapshot: Snapshot };

/** Where a placement is for this reader: here in language and form, elsewhere in the form alone. */
function hrefAt({ setting, snapshot }: Places, siteId: number, path: string): string | null {
  const { site, locale, variant } = setting;
  if (siteId === site.id) return hrefOf(path, locale, variant);
  const other = snapshot.sites[String(siteId)];
  if (!other) return null;
  const origin = originOf(other.primaryHost, env.ZS_PUBLIC_PORT ?? null);
  const shared = other.locales.includes(locale) ? locale : "zh-CN";
  return `${origin}${hrefOf(path, shared, variant)}`;
}

function hitView(places: Places, hit: SearchHit): HitView | null {
  const { setting } = places;
  const { convert } = setting;
  const href = hrefAt(places, hit.siteId, hit.path);
  if (href === null) return null;
  const runs = (all: SearchHit["title"]) =>
    all.map(({ text, isHit }) => ({ text: convert(text), isHit }));
  const state = VALIDITIES.find((known) => known === hit.validity);
  const isPaper = hit.class === "policy" && state !== undefined && state !== "current";
  const from = [hit.organisation, hit.siteId === setting.site.id ? null : hit.siteName];
  return {
    href,
    title: runs(hit.title),
    snippet: runs(hit.snippet),
    className: wordsOf(setting.locale)(`search.classes.${hit.class}`),
    from: [...new Set(from.filter((name) => name !== null))].map(convert),
    publishedAt: hit.publishedAt.toISOString(),
    documentNumber: hit.documentNumber && convert(hit.documentNumber),
    validity: isPaper ? validityView(setting, state) : null,
    attachments: hit.attachments.map(({ name, sha256, extension, sizeBytes }) => ({
      title: convert(name),
      href: `/files/${sha256}.${extension}`,
      extension,
      sizeBytes,
    })),
    reprints: hit.reprints.flatMap(({ siteId, siteName, path }) => {
      const at = hrefAt(places, siteId, path);
      return at === null ? [] : [{ name: convert(siteName), href: at }];
    }),
  };
}

/** What the form shows again. */
const askedView = (asked: Asked): AskedView => ({
  q: asked.q,
  number: asked.documentNumber ?? "",
  field: asked.field,
  isExact: asked.exactTitle,
  from: asked.from ?? "",
  to: asked.to ?? "",
  hasAdvanced: asked.documentNumber !== null || asked.field !== "all" || asked.exactTitle,
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
function titleOf(t: Translate, asked: Asked, found: Found | null): string {
  const words = asked.q || asked.documentNumber;
  if (!words) return t("search.title");
  const pages = found?.answer.pages ?? 0;
  if (pages <= 1) return t("search.title-of", { words });
  return t("search.title-page", { words, number: asked.page, count: pages });
}

/** A new question stays where the last one was asked. */
function formOf(setting: Setting, { scope }: Asked): SearchTarget {
  const target = searchTarget(setting);
  if (scope === "site") return target;
  return { ...target, hidden: [...target.hidden, { name: "scope", value: scope }] };
}

function viewOf(places: Places, reading: Reading, found: Found | null): SearchView {
  const { setting } = places;
  const { asked } = reading;
  const t = wordsOf(setting.locale);
  const title = titleOf(t, asked, found);
  const frame = frameOfAsked(setting, asked, title);
  const hits = (found?.answer.hits ?? []).flatMap((hit) => hitView(places, hit) ?? []);
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
    notes: notesOf(setting, reading, found?.answer ?? null),
    classes: found ? classTabs(setting, asked, found.counted) : [],
    choices: found ? filterChoices(setting, asked, found.counted) : [],
    hits,
    paging: found ? pagingOf(setting, asked, found.answer) : null,
    state: found ? (hits.length > 0 ? "found" : "empty") : "start",
  };
}

/** The result page of a question as its address says it. @throws {AppError} UNAVAILABLE */
export async function loadSearch(
  place: Place,
  query: URLSearchParams,
): Promise<{ theme: string; view: SearchView }> {
  const reading = readAsked(query);
  const [setting, snapshot, found] = await Promise.all([
    readPublic((db) => loadSetting(db, place)),
    currentSnapshot(),
    find(place.siteId, reading.asked),
  ]);
  return { theme: setting.site.theme, view: viewOf({ setting, snapshot }, reading, found) };
}
