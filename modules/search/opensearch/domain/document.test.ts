import { expect, test } from "vitest";
import { rowOf } from "#modules/search/domain/row.ts";
import { documentOf } from "#modules/search/opensearch/domain/document.ts";
import { INDEX } from "#modules/search/opensearch/domain/mapping.ts";

const row = rowOf({
  ...{ resourceId: 7, type: "policy", columnTypes: [], originSiteId: 3, siteIds: [5, 3] },
  title: "云州市供水条例",
  text: "供水单位应当保证水质。供水单位应当公布电话。",
  fileNames: ["水质报告.pdf"],
  fileTexts: [],
  documentNumber: "云政发〔2024〕8号",
  indexNumber: null,
  keywords: ["自来水"],
  ...{ organisation: "水务局", organisationId: 9, regionCode: "990102", validity: "repealed" },
  publishedAt: new Date("2023-12-31T16:00:00Z"),
});

test("a document holds the words of its row by tier, and every filter", () => {
  const document = documentOf(row);
  expect(document.a).toContain("供水");
  expect(document.b).toEqual(["#云政发2024-8"]);
  expect(document.c).toEqual(expect.arrayContaining(["自来水", "水质"]));
  expect(document.d).toEqual(expect.arrayContaining(["供水", "水质", "电话"]));
  expect(document.d).not.toContain("自来水");
  expect(document.titleWords).toEqual(expect.arrayContaining(["云州", "水条", "#云政发2024-8"]));
  expect([...document.filters].sort()).toEqual(
    ["@s3", "@s5", "@r990102", "@r990100", "@r990000", "@cpolicy", "@v0", "@y2024", "@o9"].sort(),
  );
  expect([document.year, document.publishedAt]).toEqual([2024, "2023-12-31T16:00:00.000Z"]);
  expect(document.brevity).toBeLessThan(1);
});

test("the mapping tells of every field of a document, and of none but those and their copies", () => {
  const fields = Object.keys(documentOf(row));
  const copies = Object.values(INDEX.mappings.properties).flatMap((field) =>
    "copy_to" in field ? [field.copy_to] : [],
  );
  expect(Object.keys(INDEX.mappings.properties).sort()).toEqual(
    [...new Set([...fields, ...copies])].sort(),
  );
});
