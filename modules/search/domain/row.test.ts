import { expect, test } from "vitest";
import { classOf } from "#modules/search/domain/row.ts";

test("where an article stands tells what it is, its own site's column first", () => {
  expect(classOf({ type: "article", columnTypes: ["办事服务", "互动交流"] })).toBe("service");
  expect(classOf({ type: "article", columnTypes: ["政务动态", "解读回应"] })).toBe(
    "interpretation",
  );
  expect(classOf({ type: "article", columnTypes: ["政务动态"] })).toBe("news");
  expect(classOf({ type: "article", columnTypes: [] })).toBe("news");
  expect(classOf({ type: "article", columnTypes: ["行政处罚"] })).toBe("supervision");
});

test("a type that says what it is stays that wherever it stands", () => {
  expect(classOf({ type: "policy", columnTypes: ["办事服务"] })).toBe("policy");
  expect(classOf({ type: "service", columnTypes: ["政务动态"] })).toBe("service");
});
