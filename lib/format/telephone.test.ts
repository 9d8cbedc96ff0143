import { expect, test } from "vitest";
import { telephoneParts } from "#lib/format/telephone.ts";

const numbers = (text: string) =>
  telephoneParts(text).flatMap(({ number }) => (number === null ? [] : [number]));

test.each([
  ["12345", ["12345"]],
  ["0889-86112333", ["088986112333"]],
  ["（020）38486800", ["02038486800"]],
  ["020 12316", ["02012316"]],
  ["0889-83133426、0889-83133456", ["088983133426", "088983133456"]],
  ["省厅：0889-86351219；云州：0889-83100130", ["088986351219", "088983100130"]],
  ["拨打12348或0889-86350683", ["12348", "088986350683"]],
  ["37288260/37288891", ["37288260", "37288891"]],
  ["4000390208", ["4000390208"]],
  ["400-039-0208", ["4000390208"]],
  ["13900000000", ["13900000000"]],
  ["0889-86112333转8001", ["088986112333"]],
  ["周一至周五 08：30-12:00，邮编510405", []],
  ["0000swjw", []],
  ["", []],
])("of %s these can be called: %j", (text, expected) => {
  expect(numbers(text)).toEqual(expected);
});

test("no letter is lost", () => {
  const text = "本科 0889-37626821，专科 0889-37627439（高职）。";
  expect(
    telephoneParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
