import { expect, test } from "vitest";
import { withoutSaid } from "#modules/search/domain/question.ts";
import { regionIn } from "#modules/search/domain/regions.ts";

const REGIONS = [
  { code: "990000", name: "云川省" },
  { code: "990100", name: "云州市" },
  { code: "990121", name: "青澜县" },
];

test.each([
  ["云州市公积金提取", { code: "990100", name: "云州市", said: "云州市" }],
  ["青澜的低保", { code: "990121", name: "青澜县", said: "青澜" }],
  ["云川省云州公积金", { code: "990000", name: "云川省", said: "云川省" }],
  ["公积金提取", null],
  ["", null],
])("%s names %j", (question, region) => expect(regionIn(question, REGIONS)).toEqual(region));

test("the name is left out only where something is left to look for", () => {
  expect(withoutSaid("云州市公积金提取", "云州市")).toBe("公积金提取");
  expect(withoutSaid("云州市", "云州市")).toBe("云州市");
  expect(withoutSaid("青澜的低保", "青澜")).toBe("低保");
  expect(withoutSaid("养老金去年的标准", "去年")).toBe("养老金 标准");
});
