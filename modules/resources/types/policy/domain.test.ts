import { describe, expect, test } from "vitest";
import { importDocument } from "#modules/resources/schema.ts";
import { daySaid, typeSaid, validitySaid } from "#modules/resources/types/domain.ts";
import { genreOf, policyFromRecord, policyIndex } from "#modules/resources/types/policy/domain.ts";
import { policyMetadata } from "#modules/resources/types/policy/schema.ts";

const record = (fields: Record<string, unknown>) =>
  importDocument.parse({ id: "1", type: "policy", title: "关于某事的通知", ...fields });

test.each([
  ["国务院办公厅关于印发某某规划的通知", "通知"],
  ["国务院关于同意某事的批复", "批复"],
  ["中华人民共和国国务院令", "令"],
  ["关于促进某事的意见（试行）", "意见"],
  ["关于某事的复函", "函"],
  ["某某会议纪要", "纪要"],
  ["个人所得税法实施条例", null],
])("the kind of %s is %s", (title, genre) => {
  expect(genreOf(title)).toBe(genre);
});

test.each([
  ["2019-01-27", "2019-01-27"],
  ["2019年1月27日", "2019-01-27"],
  ["2019.1.7", "2019-01-07"],
  ["去年", "去年"],
  ["", null],
  [null, null],
])("the day %s is read as %s", (said, day) => {
  expect(daySaid(said)).toBe(day);
});

test("a date that is none is refused, with the field's name", () => {
  const read = policyMetadata.safeParse(policyFromRecord(record({ meta: { written: "去年" } })));
  expect(read.error?.issues[0]?.path).toEqual(["writtenOn"]);
});

test("keywords that are none, or too many, are left out, and the document is not refused for them", () => {
  const keywords = ["长".repeat(31), ...Array.from({ length: 30 }, (_, at) => `词${at}`)];
  const said = policyMetadata.parse(policyFromRecord(record({ meta: { keywords } })));
  expect(said.keywords).toEqual(keywords.slice(1, 21));
});

test.each([
  ["2019-04-25T09:32:09", "2019-04-25T09:32:09+08:00"],
  ["2019-04-25 09:32", "2019-04-25T09:32:00+08:00"],
  ["2019-04-25T09:32:09Z", "2019-04-25T09:32:09Z"],
  ["2019-04-25T09:32:09-05:00", "2019-04-25T09:32:09-05:00"],
  ["2019-04-25", "2019-04-25"],
  ["", null],
  [null, null],
])("the date %s of a record is read as %s", (date, read) => {
  expect(record({ date }).date).toBe(read);
});

describe("validity", () => {
  test.each([
    ["有效", "current"],
    ["失效", "expired"],
    ["废止", "repealed"],
    ["已修改", "amended"],
    ["部分失效", "partly-void"],
  ])("%s is %s", (status, validity) => {
    expect(validitySaid(record({ meta: { status } })).validity).toBe(validity);
  });

  test("a word nobody knows is not taken for valid", () => {
    expect(() => validitySaid(record({ meta: { status: "存疑" } }))).toThrow("存疑");
  });

  test.each(["2024-13-45", "2024-02-30", "0000-01-01"])("%s is no day it changed on", (day) => {
    const meta = { status: "废止", statusDate: day };
    expect(() => validitySaid(record({ meta }))).toThrow("meta.statusDate: not a day");
  });

  test("says since when and what stands in its place", () => {
    const meta = { status: "废止", statusDate: "2024年3月1日", replacedBy: "law-2" };
    expect(validitySaid(record({ meta }))).toEqual({
      validity: "repealed",
      on: "2024-03-01",
      replacedBy: "law-2",
    });
  });
});

test("a law is an official document, a case among the laws is not", () => {
  expect(typeSaid(record({ type: "law", category: "行政法规" }))).toBe("policy");
  expect(typeSaid(record({ type: "law", category: "案例/民法典" }))).toBe("article");
  expect(typeSaid(record({ type: "news" }))).toBe("article");
});

test("the index keeps its order and says what the source did not give", () => {
  const rows = policyIndex({
    title: "关于某事的通知",
    publishedAt: new Date("2026-11-20T01:30:00Z"),
    metadata: policyMetadata.parse({ docNo: "某政发〔2026〕1号", writtenOn: "2026-11-18" }),
  });
  expect(rows.map(({ field }) => field)).toEqual([
    "index-no",
    "theme",
    "genre",
    "issuer",
    "written",
    "title",
    "doc-no",
    "published",
  ]);
  expect(rows.find(({ field }) => field === "index-no")?.value).toBeNull();
  expect(rows.find(({ field }) => field === "published")?.value).toBe("2026-11-20");
});
