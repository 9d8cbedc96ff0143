/** Which questions may be shown to others, and which of them are hot. Pure. */
import type { HotChoice } from "#db/enums/searchlog.ts";
import { questionWords } from "#modules/search/domain/words.ts";
import { holdsBlocked } from "#modules/searchlog/domain/blocked.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

/** Sums of a question; `hot`: of its own accord in the days of the hot words. */
export type Asked = { text: string; asked: number; hot: number; hits: number };
export type Choices = ReadonlyMap<string, HotChoice>;

const isShort = (text: string): boolean => [...text].length <= POPULAR.longestShown;

/** Never one with a blocked word, nor one that an editor has hidden, nor one that finds nothing. */
export const mayBeShown = (
  { text, hits }: Pick<Asked, "text" | "hits">,
  choices: Choices,
  blocked: readonly string[],
): boolean =>
  hits > 0 && isShort(text) && choices.get(text) !== "hide" && !holdsBlocked(text, blocked);

/**
 * Candidates for hot words, best first: what editors pin, then what enough people asked of their own accord.
 * Their hits are still to be looked at: what was found yesterday may be withdrawn.
 */
export function hotCandidates(
  asked: readonly Asked[],
  choices: Choices,
  blocked: readonly string[],
): string[] {
  const pinned = [...choices].flatMap(([text, choice]) =>
    choice === "pin" && !holdsBlocked(text, blocked) ? [text] : [],
  );
  const counted = asked
    .filter((one) => one.hot >= POPULAR.leastHot && mayBeShown(one, choices, blocked))
    .sort((a, b) => b.hot - a.hot || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
  // The same words in another order are one wish.
  const known = new Set<string>();
  return [...pinned, ...counted]
    .filter((text) => {
      const wish = questionWords(text).toSorted().join(" ");
      const isNew = !known.has(wish);
      known.add(wish);
      return isNew;
    })
    .slice(0, POPULAR.hotCandidates);
}
