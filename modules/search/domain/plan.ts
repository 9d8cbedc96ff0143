/** How to find the newest matches, chosen by how many there may be: PostgreSQL's own guess does not count reading a long row. */

import { COSTS, NEWEST } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";

/** `index`: intersect the lists of the words, then sort. `walk`: look at the newest rows one by one. */
export type Plan = "index" | "walk";

/** Where words are looked for. */
export type Tier = "title" | "document";

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

const shortestOf = (groups: readonly Group[], { of }: Frequencies): number =>
  rarest(groups.map((group) => group.reduce((sum, words) => sum + rarest(words.map(of)), 0)));

/** Rows that a walk looks at until it has found so many. */
const walkedFor = (rows: number, matches: number, { total }: Frequencies): number =>
  Math.min((rows * total) / Math.max(1, matches), total);

type Ask = readonly [
  tier: Tier,
  groups: readonly Group[],
  frequencies: Frequencies,
  /** How many matches are wanted. */
  rows: number,
];

/** @param priceOf what the index costs, by its matches and the entries of its shortest list */
function cheaper(
  [tier, groups, frequencies, rows]: Ask,
  priceOf: (matches: number, shortest: number) => number,
): Plan {
  const matches = expected(groups, frequencies);
  const walk = walkedFor(rows, matches, frequencies) * COSTS.walked[tier];
  return walk < priceOf(matches, shortestOf(groups, frequencies)) ? "walk" : "index";
}

/** For the newest matches: the index reads each of them. */
export const planOf = (...ask: Ask): Plan =>
  cheaper(
    ask,
    (matches, shortest) => matches * COSTS.matched[ask[0]] + shortest * COSTS.intersected,
  );

/** For any of them: the index need not read them all, and one list alone is not intersected. */
export const countPlanOf = (...ask: Ask): Plan =>
  cheaper(
    ask,
    (matches, shortest) =>
      COSTS.counted +
      matches * COSTS.listed +
      (ask[1].length > 1 ? shortest * COSTS.intersected : 0),
  );

/** The word of a row that tells its year. */
export const yearWord = (year: number): string => `@y${year}`;

/** Years that a row may have, the newest first: some are given a day that has not come. */
export const yearsUntil = (thisYear: number): number[] =>
  Array.from({ length: NEWEST.ahead + NEWEST.back }, (_, at) => thisYear + NEWEST.ahead - at);

/**
 * The newest years that should hold twice as many matches as are wanted. Whoever finds that many there has found the newest
 * of all, and has read no others. Null where all of them are no more work.
 * @param years the newest first, with none left out
 */
export function newestYears(
  groups: readonly Group[],
  frequencies: Frequencies,
  rows: number,
  years: readonly number[],
): number[] | null {
  const matches = expected(groups, frequencies);
  let share = 0;
  for (const [at, year] of years.entries()) {
    const known = frequencies.of(yearWord(year)) / Math.max(1, frequencies.total);
    share += known;
    if (share > NEWEST.mostShare) return null;
    if (share * matches >= rows * NEWEST.times) return years.slice(0, at + 1);
  }
  return null;
}
