/** What finds: the part of a search that engines do each in their own way. All else is done once, for all of them. */
import "server-only";
import type { Db } from "#db/client.ts";
import type { Tally } from "#modules/search/domain/facets.ts";
import { lessGone } from "#modules/search/domain/facets.ts";
import type { Plan, Tier } from "#modules/search/domain/plan.ts";
import type { Period, Weighted } from "#modules/search/queries/candidates.ts";
import { listFindable } from "#modules/search/queries/suggestable.ts";

export type Bases = {
  /** Words, how common they are, and rows by their number. May be a replica, and then lags. */
  db: Db;
  /** Where acts commit: what it does not hold is shown to nobody. */
  truth: Db;
};

/** Questions come in the language of `domain/tsquery.ts`, filters included. */
export type Engine = Bases & {
  /** Resources that match, newest first, at most `limit`. */
  listNewest: (ask: {
    tier: Tier;
    query: string;
    plan: Plan;
    period: Period;
    limit: number;
  }) => Promise<number[]>;
  /** Of those that match, the ones that hold most of the words, by weight; at most `limit`. */
  listBest: (ask: {
    tier: Tier;
    query: string;
    words: readonly Weighted[];
    period: Period;
    limit: number;
  }) => Promise<number[]>;
  /** How many match, and how they fall into the choices beside the result. */
  count: (ask: { tier: Tier; query: string; plan: Plan; period: Period }) => Promise<Tally>;
  /** What it found so far was behind the truth: there may be more, and less, than it says. */
  isBehind: () => boolean;
};

/**
 * An engine that may lag, for one question: whatever it finds is asked of the truth, and what is gone
 * there is left out. Counts are then no more than a beginning, and say so.
 */
export function checked(engine: Engine): Engine {
  const gone = new Set<number>();
  const keep = async (ids: readonly number[]): Promise<number[]> => {
    const live = await listFindable(engine.truth, ids);
    for (const id of ids) if (!live.has(id)) gone.add(id);
    return ids.filter((id) => live.has(id));
  };
  return {
    ...engine,
    listNewest: async (ask) => await keep(await engine.listNewest(ask)),
    listBest: async (ask) => await keep(await engine.listBest(ask)),
    count: async (ask) => lessGone(await engine.count(ask), gone.size),
    isBehind: () => gone.size > 0,
  };
}
