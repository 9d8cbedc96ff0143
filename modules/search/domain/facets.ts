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

function tally<Value>(
  values: readonly Value[],
  isExact: boolean,
): { value: Value; count: Count }[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count: { count, isExact } }))
    .sort((a, b) => b.count.count - a.count.count);
}

const isAll = (sample: readonly unknown[]): boolean => sample.length <= SEARCH.countCap;

/** Each region with what lies below it, in the order of the register. */
function regionsOf(
  sample: readonly Facts[],
  names: RegionNames,
): SearchAnswer["facets"]["regions"] {
  const parents = new Map<string, string | null>();
  const lines = sample.map(({ regionCode }) => regionLine(regionCode, names));
  for (const line of lines)
    for (const [at, { code }] of line.entries()) parents.set(code, line[at - 1]?.code ?? null);
  return tally(
    lines.flatMap((line) => line.map(({ code }) => code)),
    isAll(sample),
  )
    .map(({ value, count }) => ({
      code: value,
      name: names.get(value) ?? "",
      parentCode: parents.get(value) ?? null,
      count,
    }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** Those that most of the sample comes from: as many as are offered. */
export const frequentOrganisations = (sample: readonly Facts[]): number[] =>
  tally(
    sample.flatMap(({ organisationId }) => organisationId ?? []),
    isAll(sample),
  )
    .slice(0, SEARCH.offeredOrganisations)
    .map(({ value }) => value);

export function facetsOf(
  sample: readonly Facts[],
  names: Names,
): { total: Count; facets: SearchAnswer["facets"] } {
  const isExact = isAll(sample);
  const total = { count: Math.min(sample.length, SEARCH.countCap), isExact };
  const sites = new Map(names.sites.map((site) => [site.id, site]));
  return {
    total,
    facets: {
      classes: tally(
        sample.map((row) => row.class),
        isExact,
      ),
      sites: tally(
        sample.flatMap((row) => row.siteIds),
        isExact,
      ).flatMap(({ value, count }) => {
        const site = sites.get(value);
        return site ? [{ code: site.code, name: site.name, count }] : [];
      }),
      regions: regionsOf(sample, names.regions),
      organisations: tally(
        sample.flatMap(({ organisationId }) => organisationId ?? []),
        isExact,
      ).flatMap(({ value, count }) => {
        const name = names.organisations.get(value);
        return name === undefined ? [] : [{ id: value, name, count }];
      }),
      years: tally(
        sample.map((row) => row.year),
        isExact,
      ).sort((a, b) => b.value - a.value),
    },
  };
}
