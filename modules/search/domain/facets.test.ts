import { expect, test } from "vitest";
import { facetsOf, frequentOrganisations, tallyOf } from "#modules/search/domain/facets.ts";
import { regionCodes, regionLine } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";

const names = new Map([
  ["990000", "云川省"],
  ["990100", "云州市"],
  ["990121", "青石县"],
  ["990200", "青澜市"],
  // The city level of a municipality is only of the register: it has no name here.
  ["980000", "川都市"],
  ["980105", "望江区"],
]);
const row = (regionCode: string, organisationId: number | null = null) => ({
  ...{ class: "news" as const, siteIds: [1], year: 2026 },
  ...{ regionCode, organisationId },
});
const given = { sites: [], regions: names, organisations: new Map([[7, "云川省教育厅"]]) };

test("a region lies in a city and a province", () => {
  expect(regionCodes("990121")).toEqual(["990121", "990100", "990000"]);
  expect(regionCodes("990000")).toEqual(["990000"]);
  expect(regionLine("990121", names).map(({ name }) => name)).toEqual([
    "云川省",
    "云州市",
    "青石县",
  ]);
  expect(regionLine("980105", names).map(({ name }) => name)).toEqual(["川都市", "望江区"]);
  expect(regionLine("970101", names)).toEqual([]);
});

test("a region counts what lies below it, in the order of the register", () => {
  const sample = ["990121", "990100", "990121", "990200", "980105", "970101"].map((code) =>
    row(code),
  );
  const regions = facetsOf(tallyOf(sample), given).facets.regions;
  expect(regions.map(({ code, parentCode, count }) => [code, parentCode, count.count])).toEqual([
    ["980000", null, 1],
    ["980105", "980000", 1],
    ["990000", null, 4],
    ["990100", "990000", 3],
    ["990121", "990100", 2],
    ["990200", "990000", 1],
  ]);
});

test("those that most items come from are offered, and named ones only", () => {
  const sample = [row("990000", 7), row("990000", 7), row("990000", 8), row("990000")];
  expect(frequentOrganisations(tallyOf(sample))).toEqual([7, 8]);
  expect(facetsOf(tallyOf(sample), given).facets.organisations).toEqual([
    { id: 7, name: "云川省教育厅", count: { count: 2, isExact: true } },
  ]);
  const many = Array.from({ length: 40 }, (_, id) => row("990000", id));
  expect(frequentOrganisations(tallyOf(many))).toHaveLength(SEARCH.offeredOrganisations);
});

test("counts that reached the cap say so", () => {
  const sample = Array.from({ length: SEARCH.countCap + 1 }, () => row("990121", 7));
  const { total, facets } = facetsOf(tallyOf(sample), given);
  expect(total).toEqual({ count: SEARCH.countCap, isExact: false });
  expect(facets.regions.every(({ count }) => !count.isExact)).toBe(true);
});
