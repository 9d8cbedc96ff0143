import { expect, test } from "vitest";
import { byteRange } from "#gateway/byte-range.ts";

test.each([
  [undefined, null],
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-1000", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=100-", "outside"],
  ["bytes=-0", "outside"],
  // Not understood, so the whole file, as RFC 9110 has it.
  ["bytes=20-10", null],
  ["bytes=-", null],
  ["bytes=0-1,5-6", null],
  ["lines=0-1", null],
  ["bytes=a-b", null],
])("of a hundred bytes, %s is %o", (header, expected) => {
  expect(byteRange(header, 100)).toEqual(expected);
});

test("of an empty file there is no part", () => {
  expect(byteRange("bytes=0-", 0)).toBe("outside");
});
