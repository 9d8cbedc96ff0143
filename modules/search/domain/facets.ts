/** Choices beside the result, counted honestly: a count that reached the cap says that it is no more than a beginning. */
import type { SearchClass } from "#db/enums/search.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Count, SearchAnswer } from "#modules/search/schema.ts";

type Facts = { class: SearchClass; siteIds: readonly number[]; regionCode: string; year: number };
type Site = { id: number; code: string; name: string };

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

export function facetsOf(
  sample: readonly Facts[],
  { sites, regionNames }: { sites: readonly Site[]; regionNames: (code: string) => string | null },
): { total: Count; facets: SearchAnswer["facets"] } {
  const isExact = sample.length <= SEARCH.countCap;
  const total = { count: Math.min(sample.length, SEARCH.countCap), isExact };
  const named = new Map(sites.map((site) => [site.id, site]));
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
        const site = named.get(value);
        return site ? [{ code: site.code, name: site.name, count }] : [];
      }),
      regions: tally(
        sample.map((row) => row.regionCode),
        isExact,
      ).map(({ value, count }) => ({
        code: value,
        name: regionNames(value) ?? value,
        parentCode: parentOf(value),
        count,
      })),
      years: tally(
        sample.map((row) => row.year),
        isExact,
      ).sort((a, b) => b.value - a.value),
    },
  };
}

/** `330106` → `330100` → `330000` → null. */
export function parentOf(code: string): string | null {
  if (code.endsWith("0000")) return null;
  return code.endsWith("00") ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}
