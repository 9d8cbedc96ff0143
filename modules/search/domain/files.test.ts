import { expect, test } from "vitest";
import { indexedParts, whereFound } from "#modules/search/domain/files.ts";
import { rowOf } from "#modules/search/domain/row.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";

const most = SEARCH.fileCharacters;
const lengths = (texts: readonly string[]) => indexedParts(texts).map(({ length }) => length);

test("files share the room, and what short ones leave long ones have", () => {
  expect(lengths([])).toEqual([]);
  expect(lengths(["长".repeat(most * 2)])).toEqual([most]);
  expect(lengths(["长".repeat(most), "短", "长".repeat(most)])).toEqual([
    Math.floor((most - 1) / 2),
    1,
    Math.ceil((most - 1) / 2),
  ]);
  expect(indexedParts(["甲", "乙"])).toEqual(["甲", "乙"]);
});

const plan = { name: "防汛预案.docx", text: "值班员启闭青衣江闸门" };
const list = { name: "名单.docx", text: "无" };
const article = { title: "关于防汛的通知", body: "请各单位做好防汛工作。" };
const asked = (...groups: string[][][]) => whereFound(article, [plan, list], groups);

test.each<[string, string[][][], boolean, number | null]>([
  ["a word of the file alone", [[["闸门"]]], true, 0],
  ["one of two words, the other in the text", [[["防汛"]], [["闸门"]]], true, 0],
  ["a word of the text and of the file's name", [[["防汛"]]], true, null],
  ["a word of the text, and one that is nowhere", [[["工作"]], [["火星"]]], false, null],
  ["a word by its synonym", [[["水门"], ["闸门", "启闭"]]], true, 0],
  ["nothing", [], false, null],
])("%s", (_, groups, isWhereFound, shown) => {
  expect(asked(...groups)).toEqual({ isWhereFound: [isWhereFound, false], shown });
});

test("of two files that with more of what is missing is shown", () => {
  const files = [plan, { name: "附件", text: "青衣江闸门与火星" }];
  expect(whereFound(article, files, [[["闸门"]], [["火星"]]]).shown).toBe(1);
});

const source: Parameters<typeof rowOf>[0] = {
  ...{ resourceId: 1, type: "article", columnTypes: [], title: "防汛通知", text: "各单位防汛" },
  ...{ fileNames: [], fileTexts: [], documentNumber: null, indexNumber: null, keywords: [] },
  ...{ organisation: null, organisationId: null, originSiteId: 1, siteIds: [1] },
  ...{ regionCode: "990000", validity: "current", publishedAt: new Date("2026-11-20") },
};

test("of a file's words those are indexed that stand nowhere else, each once, below the title", () => {
  const { words, body, length } = rowOf({ ...source, fileTexts: ["防汛闸门", "闸门闸门"] });
  expect(words.match(/ 闸门:\d+C /g)).toHaveLength(1);
  const told = (vector: string) => vector.split(" ").find((word) => /^防汛(?::|$)/.test(word));
  expect(told(words)).toBeDefined();
  expect(told(words)).toBe(told(rowOf(source).words));
  expect([body, length]).toEqual([source.text, rowOf(source).length]);
});
