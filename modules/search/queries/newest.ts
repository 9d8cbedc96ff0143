/** The newest documents that hold all that was asked, without reading more of them than it takes. */
import "server-only";
import type { Frequencies, Tier } from "#modules/search/domain/plan.ts";
import { newestYears, planOf, yearsUntil, yearWord } from "#modules/search/domain/plan.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import { allOf, anyOf, term } from "#modules/search/domain/tsquery.ts";
import type { Period } from "#modules/search/queries/candidates.ts";
import type { Engine } from "#modules/search/queries/engine.ts";

type Ask = {
  tier: Tier;
  query: string;
  filters: readonly string[];
  /** The same as words, for the plan. */
  groups: readonly Group[];
  frequencies: Frequencies;
  period: Period;
};

const years = (): number[] => yearsUntil(new Date().getUTCFullYear());

/** Words of all years that `findNewest` may ask for: whoever counts words counts them as well. */
export const yearWords = (): string[] => years().map(yearWord);

/** Newest first, at most a window of them; of the newest years alone where these fill it. */
export async function findNewest(engine: Engine, ask: Ask): Promise<number[]> {
  const { tier, query, filters, groups, frequencies, period } = ask;
  const limit = SEARCH.window;
  const plan = planOf(tier, groups, frequencies, limit);
  const list = (conditions: readonly string[]) =>
    engine.listNewest({ tier, plan, period, limit, query: allOf([query, ...conditions]) });
  // A title is read for so little that asking twice gains nothing; a walk begins with the newest anyway.
  // Nor where the days are told: the newest years may be outside of them.
  const isDated = period.from !== null || period.to !== null;
  const some =
    tier === "document" && plan === "index" && !isDated
      ? newestYears(groups, frequencies, limit, years())
      : null;
  if (some) {
    const found = await list([...filters, anyOf(some.map((year) => term(yearWord(year))))]);
    if (found.length >= limit) return found;
  }
  return await list(filters);
}
