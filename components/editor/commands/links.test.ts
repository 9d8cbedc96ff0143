import { expect, test } from "vitest";
import { readAddress } from "./links.ts";

test.each([
  ["https://www.gov.cn/a b", "https://www.gov.cn/a%20b"],
  [" www.gov.cn ", "https://www.gov.cn"],
  ["www.gov.cn/zhengce?x=1", "https://www.gov.cn/zhengce?x=1"],
  ["政务.中国", "https://政务.中国"],
  ["office@example.gov.cn", "mailto:office@example.gov.cn"],
  ["tel:12345", "tel:12345"],
  ["/zwgk/1.html", "/zwgk/1.html"],
  ["#part", "#part"],
  ["javascript:alert(1)", null],
  ["data:text/html,x", null],
  ["//other.example", null],
  ["政策", null],
  ["", null],
])("%s, typed as a link, goes to %s", (typed, address) => {
  expect(readAddress(typed)).toBe(address);
});
