/** What narrows a question besides its words, and the way to let go of all of it at once. */
import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import type { Reader } from "#modules/pages/loaders/search/links.ts";
import { changedTo } from "#modules/pages/loaders/search/links.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import type { LinkView } from "#themes/contract.ts";

/** Filters and fields besides the words: finding nothing under them says nothing of the words. */
export const isNarrowed = (asked: Asked): boolean =>
  [asked.from, asked.to, asked.validity, asked.regionCode, asked.siteCode].some(Boolean) ||
  asked.organisationId !== null ||
  asked.field !== "all" ||
  asked.exactTitle;

/** The same and the kind of result: what may have left nothing of an answer. */
export const hasConditions = (asked: Asked): boolean => asked.class !== null || isNarrowed(asked);

/** What was typed, where it is looked for and in which order stay. */
export const NO_CONDITIONS = {
  ...{ class: null, from: null, to: null, validity: null, regionCode: null, siteCode: null },
  ...{ organisationId: null, field: "all", exactTitle: false },
} as const satisfies Partial<Asked>;

/** Null where there is nothing to let go of. */
export function clearLink(reader: Reader, asked: Asked): LinkView | null {
  // The care form offers no order, so that one brought along could not be undone there.
  const hasHiddenOrder = reader.variant.mode === "care" && asked.sort !== "relevance";
  if (!hasHiddenOrder && !hasConditions(asked)) return null;
  const name = wordsOf(reader.locale)("search.choices.clear");
  const order = hasHiddenOrder ? { sort: "relevance" as const } : {};
  return changedTo(reader, asked, name, { ...NO_CONDITIONS, ...order });
}
