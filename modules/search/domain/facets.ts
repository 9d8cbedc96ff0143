/** Choices beside the result, counted honestly: a count that reached the cap says that it is no more than a beginning. */
import type { SearchClass } from "#db/enums/search.ts";
import type { RegionNames } from "#modules/search/domain/regions.ts";
import { regionLine } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Count, SearchAnswer } from "#modules/search/schema.ts";

type Facts = {
  class: SearchClass;
  siteIds: readonly number[];
  regionCode: string;
  organisationId: number | null;
  year: number;
};
type Site = { id: number; code: string; name: string };
type Names = {
  sites: readonly Site[];
  regions: RegionNames;
  /** Those that are named are offered. */
  organisations: ReadonlyMap<number, string>;
};
type Told<Value> = { value: Value; count: Count };

/** What an engine counted: how many match, and how many of them each choice would leave. */
export type Tally = {
  total: Count;
  classes: readonly Told<SearchClass>[];
  siteIds: readonly Told<number>[];
  /** Of each region by itself, without what lies below it. */
  regions: readonly Told<string>[];
  organisationIds: readonly Told<number>[];
  years: readonly Told<number>[];
};

const most = <Value>(told: readonly Told<Value>[]): Told<Value>[] =>
  [...told].sort((a, b) => b.count.count - a.count.count);

function tell<Value>(values: readonly Value[], isExact: boolean): Told<Value>[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count: { count, isExact } }));
}

/** Counts of matches that were read one by one: by themselves all there are, up to `countCap`. */
export function tallyOf(
  sample: readonly Facts[],
  isExact = sample.length <= SEARCH.countCap,
): Tally {
  return {
    total: { count: Math.min(sample.length, SEARCH.countCap), isExact },
    classes: tell(
      sample.map((row) => row.class),
      isExact,
    ),
    siteIds: tell(
      sample.flatMap((row) => row.siteIds),
      isExact,
    ),
    regions: tell(
      sample.map((row) => row.regionCode),
      isExact,
    ),
    organisationIds: tell(
      sample.flatMap((row) => row.organisationId ?? []),
      isExact,
    ),
    years: tell(
      sample.map((row) => row.year),
      isExact,
    ),
  };
}

const add = (a: Count, b: Count): Count => ({
  count: a.count + b.count,
  isExact: a.isExact && b.isExact,
});

/** Both together; they counted nothing twice. */
export function plus(one: Tally, other: Tally): Tally {
  const addAll = <Value>(some: readonly Told<Value>[], more: readonly Told<Value>[]) => {
    const counts = new Map(some.map(({ value, count }) => [value, count]));
    for (const { value, count } of more)
      counts.set(value, add(counts.get(value) ?? { count: 0, isExact: true }, count));
    return [...counts].map(([value, count]) => ({ value, count }));
  };
  return {
    total: add(one.total, other.total),
    classes: addAll(one.classes, other.classes),
    siteIds: addAll(one.siteIds, other.siteIds),
    regions: addAll(one.regions, other.regions),
    organisationIds: addAll(one.organisationIds, other.organisationIds),
    years: addAll(one.years, other.years),
  };
}

/** The same counts when so many of what they counted are known to be gone: beginnings, all of them. */
export function lessGone(tally: Tally, gone: number): Tally {
  if (gone === 0) return tally;
  const less = ({ count }: Count): Count => ({ count: Math.max(0, count - gone), isExact: false });
  const lessOf = <Value>(told: readonly Told<Value>[]) =>
    told
      .map(({ value, count }) => ({ value, count: less(count) }))
      .filter(({ count }) => count.count > 0);
  return {
    total: less(tally.total),
    classes: lessOf(tally.classes),
    siteIds: lessOf(tally.siteIds),
    regions: lessOf(tally.regions),
    organisationIds: lessOf(tally.organisationIds),
    years: lessOf(tally.years),
  };
}

/** Each region with what lies below it, in the order of the register. */
function regionsOf(tally: Tally, names: RegionNames): SearchAnswer["facets"]["regions"] {
  const found = new Map<string, SearchAnswer["facets"]["regions"][number]>();
  for (const { value, count } of tally.regions) {
    const line = regionLine(value, names);
    for (const [at, { code, name }] of line.entries()) {
      const parentCode = line[at - 1]?.code ?? null;
      const known = found.get(code);
      found.set(code, { code, name, parentCode, count: known ? add(known.count, count) : count });
    }
  }
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** Those that most of what was counted comes from: as many as are offered. */
export const frequentOrganisations = (tally: Tally): number[] =>
  most(tally.organisationIds)
    .slice(0, SEARCH.offeredOrganisations)
    .map(({ value }) => value);

export function facetsOf(
  tally: Tally,
  names: Names,
): { total: Count; facets: SearchAnswer["facets"] } {
  const sites = new Map(names.sites.map((site) => [site.id, site]));
  return {
    total: tally.total,
    facets: {
      classes: most(tally.classes),
      sites: most(tally.siteIds).flatMap(({ value, count }) => {
        const site = sites.get(value);
        return site ? [{ code: site.code, name: site.name, count }] : [];
      }),
      regions: regionsOf(tally, names.regions),
      organisations: most(tally.organisationIds).flatMap(({ value, count }) => {
        const name = names.organisations.get(value);
        return name === undefined ? [] : [{ id: value, name, count }];
      }),
      years: [...tally.years].sort((a, b) => b.value - a.value),
    },
  };
}
