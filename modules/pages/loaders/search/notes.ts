/** What was made of the question, in sentences: nothing is changed silently, and the way back is beside it. */
import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Setting } from "#modules/pages/loaders/frame.ts";
import { changedTo } from "#modules/pages/loaders/search/links.ts";
import type { Asked, Reading } from "#modules/search/domain/asked.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { withoutRegion } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { SearchAnswer, Understood } from "#modules/search/schema.ts";
import type { SearchView } from "#themes/contract.ts";

const MOST_YEARS = 2;

type Note = SearchView["notes"][number];

/** What was searched other than typed. */
function changes(setting: Setting, asked: Asked, understood: Understood): Note[] {
  const t = wordsOf(setting.locale);
  const literal = changedTo(setting, asked, t("search.notes.literal", { words: asked.q }), {
    literal: true,
  });
  const { corrected, expanded, relaxed, documentNumber } = understood;
  const told = [
    corrected && t("search.notes.corrected", corrected),
    ...expanded.map(({ from, to }) => t("search.notes.expanded", { from, to: to.join("、") })),
    relaxed.length > 0 && t("search.notes.relaxed", { words: relaxed.join("、") }),
    documentNumber && t("search.notes.number", { number: documentNumber }),
  ].filter((text) => typeof text === "string");
  return told.map((text, at) => ({ text, link: at === told.length - 1 ? literal : null }));
}

function suggestions(setting: Setting, asked: Asked, { suggestion }: Understood): Note[] {
  if (!suggestion) return [];
  const t = wordsOf(setting.locale);
  const link = changedTo(setting, asked, suggestion, { q: suggestion });
  return [{ text: t("search.notes.suggestion"), link }];
}

/** A region or a year that the question names, offered and never taken by itself. */
function narrowings(setting: Setting, asked: Asked, { region, years, documentNumber }: Understood) {
  const t = wordsOf(setting.locale);
  const notes: Note[] = [];
  if (region && !asked.regionCode) {
    const name = setting.convert(region.name);
    const change = {
      q: withoutRegion(fold(asked.q), region.said),
      regionCode: region.code,
      scope: "group",
    } as const;
    const link = changedTo(setting, asked, t("search.notes.only-region", { name }), change);
    notes.push({ text: t("search.notes.region", { name }), link });
  }
  // The year of a document number is no period.
  if (documentNumber || asked.from || asked.to) return notes;
  for (const year of years.slice(0, MOST_YEARS)) {
    const change = { from: `${year}-01-01`, to: `${year}-12-31` };
    const link = changedTo(setting, asked, t("search.notes.only-year", { year }), change);
    notes.push({ text: t("search.notes.year", { year }), link });
  }
  return notes;
}

/** What of the address itself was not taken. */
function refusals(setting: Setting, { ignored, isCut }: Reading): Note[] {
  const t = wordsOf(setting.locale);
  return [
    ...(isCut ? [t("search.notes.cut", { count: SEARCH.queryMaxCharacters })] : []),
    ...(ignored.length > 0 ? [t("search.notes.ignored")] : []),
  ].map((text) => ({ text, link: null }));
}

export function notesOf(setting: Setting, reading: Reading, answer: SearchAnswer | null): Note[] {
  const t = wordsOf(setting.locale);
  const { asked } = reading;
  if (!answer) return refusals(setting, reading);
  const literal: Note[] = asked.literal
    ? [
        {
          text: t("search.notes.literal-on"),
          link: changedTo(setting, asked, t("search.notes.literal-off"), { literal: false }),
        },
      ]
    : changes(setting, asked, answer.understood);
  const partial = answer.isPartial ? [{ text: t("search.notes.partial"), link: null }] : [];
  const elsewhere =
    answer.hits.length === 0 && asked.scope === "site" && !answer.isPartial
      ? [
          {
            text: t("search.notes.group"),
            link: changedTo(setting, asked, t("search.notes.try-group"), { scope: "group" }),
          },
        ]
      : [];
  return [
    ...refusals(setting, reading),
    ...partial,
    ...literal,
    ...suggestions(setting, asked, answer.understood),
    ...narrowings(setting, asked, answer.understood),
    ...elsewhere,
  ];
}
