/** What `/api/v1` answers; described by its own `openapi.json`. Plain text, absolute addresses. @rule D20 */
import "server-only";
import type { Locale } from "#lib/i18n/locales.ts";
import type { QuestionKind } from "#lib/routing/search.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import { factView } from "#modules/pages/loaders/facts.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { loadSetting, siteOrigin } from "#modules/pages/loaders/frame.ts";
import type { Places } from "#modules/pages/loaders/search/find.ts";
import { find, hrefAt } from "#modules/pages/loaders/search/find.ts";
import { packNoted } from "#modules/pages/loaders/search/noted.ts";
import { openapi } from "#modules/pages/loaders/search/openapi.ts";
import { suggestionsFor } from "#modules/pages/loaders/search/suggestions.ts";
import { currentSnapshot } from "#modules/pages/loaders/snapshot.ts";
import { readPublic } from "#modules/pages/queries.ts";
import type { Reading } from "#modules/search/domain/asked.ts";
import { readAsked } from "#modules/search/domain/asked.ts";
import type { SearchAnswer, SearchHit } from "#modules/search/schema.ts";

const textOf = (runs: SearchHit["title"]): string => runs.map(({ text }) => text).join("");

function absolute(places: Places, siteId: number, path: string): string | null {
  const href = hrefAt(places, siteId, path);
  return href?.startsWith("/") ? `${siteOrigin(places.setting)}${href}` : href;
}

/** Fields by key, with their names in the reader's language and what they say. */
const cardOf = (setting: Setting, { card }: SearchHit) =>
  card && {
    type: card.type,
    fields: card.fields.map((given) => {
      const { name, lines } = factView(setting, card.type, given);
      return { field: given.field, name, lines };
    }),
  };

function hitOf(places: Places, hit: SearchHit) {
  const { convert } = places.setting;
  const url = absolute(places, hit.siteId, hit.path);
  if (url === null) return [];
  return [
    {
      title: convert(textOf(hit.title)),
      url,
      snippet: convert(textOf(hit.snippet)),
      snippetFile: hit.snippetFile && convert(hit.snippetFile),
      class: hit.class,
      isBestBet: hit.isBestBet,
      isArchived: hit.isArchived,
      site: convert(hit.siteName),
      place: hit.place.map(convert),
      organisation: hit.organisation && convert(hit.organisation),
      publishedAt: hit.publishedAt.toISOString(),
      documentNumber: hit.documentNumber,
      validity: hit.validity,
      card: cardOf(places.setting, hit),
      attachments: hit.attachments.map(({ name, sha256, ...file }) => ({
        name: convert(name),
        url: `${siteOrigin(places.setting)}/files/${sha256}.${file.extension}`,
        ...file,
      })),
      reprints: hit.reprints.flatMap(({ siteId, siteName, path }) => {
        const at = absolute(places, siteId, path);
        return at === null ? [] : [{ site: convert(siteName), url: at }];
      }),
    },
  ];
}

const EMPTY: Pick<SearchAnswer, "total" | "pages" | "isPartial" | "tookMs"> = {
  total: { count: 0, isExact: true },
  pages: 0,
  isPartial: false,
  tookMs: 0,
};

async function answerOf(setting: Setting, reading: Reading) {
  const { asked, ignored, isCut } = reading;
  const [snapshot, found] = await Promise.all([currentSnapshot(), find(setting.site.id, asked)]);
  const places = { setting, snapshot };
  const { total, pages, isPartial, tookMs } = found?.answer ?? EMPTY;
  const body = {
    asked: { ...asked, ignored, isCut },
    understood: found?.answer.understood ?? null,
    ...{ total, page: asked.page, pages, isPartial, tookMs },
    classes: found?.counted.facets.classes ?? [],
    sites: found?.counted.facets.sites ?? [],
    regions: found?.counted.facets.regions ?? [],
    organisations: found?.counted.facets.organisations ?? [],
    years: found?.counted.facets.years ?? [],
    related: (found?.answer.related ?? []).map((words) => setting.convert(words)),
    hits: (found?.answer.hits ?? []).flatMap((hit) => hitOf(places, hit)),
  };
  return { body, noted: packNoted(asked, found, null) };
}

/** @throws {AppError} UNAVAILABLE */
export async function loadAnswer(
  place: { siteId: number; locale: Locale },
  kind: Exclude<QuestionKind, "results">,
  query: URLSearchParams,
): Promise<{ body: object; noted: string | null }> {
  const setting = await readPublic((db) => loadSetting(db, { ...place, variant: STANDARD }));
  const reading = readAsked(query);
  switch (kind) {
    case "openapi":
      return { body: openapi(siteOrigin(setting)), noted: null };
    case "suggestions":
      return {
        body: { suggestions: await suggestionsFor(setting, reading.asked.q) },
        noted: null,
      };
    case "answer":
      return await answerOf(setting, reading);
  }
}
