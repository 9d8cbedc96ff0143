/** Choices beside the result, counted honestly: a count that reached the cap says that it is no more than a beginning. */
import type { SearchClass } from "#db/enums/search.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Count, SearchAnswer } from "#modules/search/schema.ts";

type Facts = { class: SearchClass; siteIds: readonly number[]; regionCode: string; year: number };
type Site = { id: number; code: string; name: string };
type Told<Value> = { value: Value; count: Count };

/** What an engine counted: how many match, and how many of them each choice would leave. */
export type Tally = {
  total: Count;
  classes: readonly Told<SearchClass>[];
  siteIds: readonly Told<number>[];
  regions: readonly Told<string>[];
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
    years: tell(
      sample.map((row) => row.year),
      isExact,
    ),
  };
}

/** Both together; they counted nothing twice. */
export function plus(one: Tally, other: Tally): Tally {
  const add = (a: Count, b: Count): Count => ({
    count: a.count + b.count,
    isExact: a.isExact && b.isExact,
  });
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
    years: lessOf(tally.years),
  };
}

export function facetsOf(
  tally: Tally,
  { sites, regionNames }: { sites: readonly Site[]; regionNames: (code: string) => string | null },
): { total: Count; facets: SearchAnswer["facets"] } {
  const named = new Map(sites.map((site) => [site.id, site]));
  return {
    total: tally.total,
    facets: {
      classes: most(tally.classes),
      sites: most(tally.siteIds).flatMap(({ value, count }) => {
        const site = named.get(value);
        return site ? [{ code: site.code, name: site.name, count }] : [];
      }),
      regions: most(tally.regions).map(({ value, count }) => ({
        code: value,
        name: regionNames(value) ?? value,
        parentCode: parentOf(value),
        count,
      })),
      years: [...tally.years].sort((a, b) => b.value - a.value),
    },
  };
}

/** `330106` → `330100` → `330000` → null. */
export function parentOf(code: string): string | null {
  if (code.endsWith("0000")) return null;
  return code.endsWith("00") ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}
