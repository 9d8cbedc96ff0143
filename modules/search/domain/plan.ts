/** How to find the newest matches, chosen by how many there may be: PostgreSQL's own guess does not count reading a long row. */

import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";

/** `index`: intersect the lists of the words, then sort. `walk`: look at the newest rows one by one. */
export type Plan = "index" | "walk";

export type Frequencies = { total: number; of: (word: string) => number };

const rarest = (values: readonly number[]) =>
  values.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);

/** Documents that may hold all groups, were the words independent. */
export function expected(groups: readonly Group[], { total, of }: Frequencies): number {
  const share = (count: number) => Math.min(1, count / Math.max(1, total));
  return groups.reduce(
    (left, group) =>
      left *
      share(
        group.reduce((sum, words) => sum + rarest(words.map(of).map((n) => Math.min(n, total))), 0),
      ),
    total,
  );
}

/** @param rows how many matches are wanted */
export function planOf(groups: readonly Group[], frequencies: Frequencies, rows: number): Plan {
  const matches = expected(groups, frequencies);
  const shortest = rarest(
    groups.map((group) => group.reduce((sum, words) => sum + rarest(words.map(frequencies.of)), 0)),
  );
  const walked = (rows * frequencies.total) / Math.max(1, matches);
  return Math.min(walked, frequencies.total) * SEARCH.walkCost < matches * 2 + shortest * 0.3
    ? "walk"
    : "index";
}
