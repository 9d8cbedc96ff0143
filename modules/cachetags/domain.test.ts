import { expect, test } from "vitest";
import { payloadsOf } from "#modules/cachetags/domain.ts";

test("a change of thousands of tags is told in payloads that NOTIFY can carry, none lost", () => {
  const names = Array.from({ length: 3_000 }, (_, id) => `column:${id}`);
  const payloads = payloadsOf({ kind: "refresh", tags: names, at: 1_795_000_000_000 });
  expect(payloads.every((text) => text.length <= 8_000)).toBe(true);
  expect(payloads.flatMap((text) => (JSON.parse(text) as { tags: string[] }).tags)).toEqual(names);
});

test("no tags, no payload", () => {
  expect(payloadsOf({ kind: "drop", tags: [], at: 0 })).toEqual([]);
});
