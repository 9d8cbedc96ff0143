/** What was made of the question, in sentences: nothing is changed silently, and the way back is beside it. */
import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Reader } from "#modules/pages/loaders/search/links.ts";
import { changedTo } from "#modules/pages/loaders/search/links.ts";
import type { Asked, Reading } from "#modules/search/domain/asked.ts";
import { fold } from "#modules/search/domain/fold.ts";
import type { SaidPeriod } from "#modules/search/domain/periods.ts";
import { withoutSaid } from "#modules/search/domain/question.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { SearchAnswer, Understood } from "#modules/search/schema.ts";
import type { SearchView } from "#themes/contract.ts";

const MOST_PERIODS = 2;

type Note = SearchView["notes"][number];

/** What was searched other than typed. */
function changes(reader: Reader, asked: Asked, understood: Understood): Note[] {
  const t = wordsOf(reader.locale);
  const literal = changedTo(reader, asked, t("search.notes.literal", { words: asked.q }), {
    literal: true,
  });
  const { corrected, expanded, relaxed, whole, documentNumber } = understood;
  // For the eye alone: what a link asks stays as the index understood it.
  const shown = (...words: string[]) => reader.convert(words.join("、"));
  const told = [
    corrected &&
      t("search.notes.corrected", { from: shown(corrected.from), to: shown(corrected.to) }),
    ...expanded.map(({ from, to }) =>
      t("search.notes.expanded", { from: shown(from), to: shown(...to) }),
    ),
    relaxed.length > 0 && t("search.notes.relaxed", { words: shown(...relaxed) }),
    whole !== null && t("search.notes.whole", { count: whole }),
    documentNumber && t("search.notes.number", { number: shown(documentNumber) }),
  ].filter((text) => typeof text === "string");
  return told.map((text, at) => ({ text, link: at === told.length - 1 ? literal : null }));
}

function suggestions(reader: Reader, asked: Asked, { suggestion }: Understood): Note[] {
  if (!suggestion) return [];
  const t = wordsOf(reader.locale);
  const link = changedTo(reader, asked, reader.convert(suggestion), { q: suggestion });
  return [{ text: t("search.notes.suggestion"), link }];
}

function onlyIn({ locale }: Reader, { from, to }: SaidPeriod): string {
  const t = wordsOf(locale);
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`)
    return t("search.notes.only-year", { year });
  return from === to
    ? t("search.notes.only-day", { day: from })
    : t("search.notes.only-period", { from, to });
}

/** A region or a period that the question names, offered and never taken by itself. */
function narrowings(reader: Reader, asked: Asked, understood: Understood) {
  const { region, periods, documentNumber } = understood;
  const t = wordsOf(reader.locale);
  const notes: Note[] = [];
  if (region && !asked.regionCode) {
    const name = reader.convert(region.name);
    const change = {
      q: withoutSaid(fold(asked.q), region.said),
      regionCode: region.code,
      scope: "group",
    } as const;
    const link = changedTo(reader, asked, t("search.notes.only-region", { name }), change);
    notes.push({ text: t("search.notes.region", { name }), link });
  }
  // The year of a document number is no period.
  if (documentNumber || asked.from || asked.to) return notes;
  for (const period of periods.slice(0, MOST_PERIODS)) {
    const { from, to, said, isRelative } = period;
    // "Last year" stands in no document; "2023" may well stand in its title.
    const q = isRelative ? withoutSaid(fold(asked.q), said) : asked.q;
    const link = changedTo(reader, asked, onlyIn(reader, period), { from, to, q });
    const isApart = !asked.literal && isRelative && q !== fold(asked.q);
    const key = isApart ? "search.notes.period-apart" : "search.notes.period";
    notes.push({ text: t(key, { said: reader.convert(said) }), link });
  }
  return notes;
}

/** What of the address itself was not taken. */
function refusals(reader: Reader, { ignored, isCut }: Reading): Note[] {
  const t = wordsOf(reader.locale);
  return [
    ...(isCut ? [t("search.notes.cut", { count: SEARCH.queryMaxCharacters })] : []),
    ...(ignored.length > 0 ? [t("search.notes.ignored")] : []),
  ].map((text) => ({ text, link: null }));
}

/** The plain search was asked for: said as long as it is on. */
function literally(reader: Reader, asked: Asked): Note {
  const t = wordsOf(reader.locale);
  const link = changedTo(reader, asked, t("search.notes.literal-off"), { literal: false });
  return { text: t("search.notes.literal-on"), link };
}

function elsewhere(reader: Reader, asked: Asked): Note {
  const t = wordsOf(reader.locale);
  const link = changedTo(reader, asked, t("search.notes.try-group"), { scope: "group" });
  return { text: t("search.notes.group"), link };
}

/** @param state what became of the question: a sentence about results stands only beside some, or beside a true zero */
export function notesOf(
  reader: Reader,
  { asked, ...reading }: Reading,
  answer: SearchAnswer | null,
  state: SearchView["state"],
): Note[] {
  const refused = refusals(reader, { asked, ...reading });
  if (!answer || state === "beyond") return refused;
  const { understood, isPartial } = answer;
  const isTold = state !== "unfinished" && !asked.literal;
  const partial = { text: wordsOf(reader.locale)("search.notes.partial"), link: null };
  return [
    ...refused,
    ...(isPartial && state === "found" ? [partial] : []),
    ...(asked.literal ? [literally(reader, asked)] : []),
    ...(isTold ? changes(reader, asked, understood) : []),
    ...suggestions(reader, asked, understood),
    ...narrowings(reader, asked, understood),
    ...(state === "empty" && asked.scope === "site" ? [elsewhere(reader, asked)] : []),
  ];
}
