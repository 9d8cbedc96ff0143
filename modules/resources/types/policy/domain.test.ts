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
