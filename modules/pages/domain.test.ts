import { expect, test } from "vitest";
import { lineage, metaTags, pageNumbers } from "#modules/pages/domain.ts";

const site = { name: "云州市人民政府", domain: "www.yunzhou.gov.cn", idCode: "9901000001" };

test("an article page carries the site's, the column's and its own tags, none empty", () => {
  const tags = metaTags({
    site,
    column: { name: "通知公告", description: "通知", keywords: "公告", columnType: "政务动态" },
    article: {
      title: "题",
      publishedAt: new Date("2026-11-25T01:30:00Z"),
      source: "市政府办公室",
      keywords: [],
      author: null,
      description: null,
    },
    url: "https://www.yunzhou.gov.cn/a/1.html",
  });
  expect(tags.map(({ name }) => name)).toEqual([
    "SiteName",
    "SiteDomain",
    "SiteIDCode",
    "ColumnName",
    "ColumnDescription",
    "ColumnKeywords",
    "ColumnType",
    "ArticleTitle",
    "PubDate",
    "ContentSource",
    "Url",
  ]);
  expect(tags.find(({ name }) => name === "PubDate")?.content).toBe("2026-11-25 09:30");
});

test("the home page calls itself so", () => {
  const tags = metaTags({ site, column: null, article: null, url: "https://www.yunzhou.gov.cn/" });
  expect(tags).toContainEqual({ name: "ColumnType", content: "首页" });
});

test.each([
  [1, 1, [1]],
  [1, 9, [1, 2, 3, 9]],
  [5, 9, [1, 3, 4, 5, 6, 7, 9]],
  [9, 9, [1, 7, 8, 9]],
])("page %i of %i prints %j", (current, count, numbers) => {
  expect(pageNumbers(current, count)).toEqual(numbers);
});

test("a lineage runs from the top down, and a stranger has none", () => {
  const columns = [
    { id: 1, parentId: null },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 2 },
  ];
  expect(lineage(columns, 3).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(lineage(columns, 9)).toEqual([]);
});
