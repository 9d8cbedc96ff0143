/** What became of a question; a page without results says why it has none. @rule C48 */
import "server-only";
import { wordsOf } from "#lib/i18n/words.ts";
import { hasConditions, NO_CONDITIONS } from "#modules/pages/loaders/search/conditions.ts";
import type { Reader } from "#modules/pages/loaders/search/links.ts";
import { changedTo, hrefOfAsked } from "#modules/pages/loaders/search/links.ts";
import type { Asked } from "#modules/search/domain/asked.ts";
import type { SearchAnswer } from "#modules/search/schema.ts";
import type { DetourView, SearchView } from "#themes/contract.ts";

type Told = Pick<SearchAnswer, "pages" | "isPartial">;

/** The last page before this one, which has nothing: counted pages may end with results just withdrawn. */
const lastBefore = ({ page }: Asked, { pages }: Told): number => Math.min(pages, page - 1);

/** @param shown results on this page */
export function stateOf(asked: Asked, answer: Told | null, shown: number): SearchView["state"] {
  if (!answer) return "start";
  if (shown > 0) return "found";
  if (answer.isPartial) return "unfinished";
  return lastBefore(asked, answer) > 0 ? "beyond" : "empty";
}

function toPages(reader: Reader, asked: Asked, last: number): DetourView {
  const t = wordsOf(reader.locale);
  const link = (name: string, page: number) => changedTo(reader, asked, name, { page });
  const first = link(t("search.beyond.first"), 1);
  return {
    text: t("search.beyond.pages", { count: last }),
    links: last === 1 ? [first] : [first, link(t("search.beyond.last", { number: last }), last)],
  };
}

/** Why there is no result, where it is not the words that have none, and the ways on. */
export function detourOf(
  reader: Reader,
  asked: Asked,
  answer: Told | null,
  state: SearchView["state"],
): DetourView | null {
  const t = wordsOf(reader.locale);
  if (answer && state === "beyond") return toPages(reader, asked, lastBefore(asked, answer));
  if (state === "unfinished") {
    const again = { name: t("search.unfinished.again"), href: hrefOfAsked(reader, asked) };
    return { text: t("search.unfinished.why"), links: [again] };
  }
  if (state !== "empty" || !hasConditions(asked)) return null;
  const all = changedTo(reader, asked, t("search.empty.all"), NO_CONDITIONS);
  return { text: t("search.empty.conditions"), links: [all] };
}
