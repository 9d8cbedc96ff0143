import { expect, test } from "vitest";
import en from "#lib/i18n/messages/en/site.json" with { type: "json" };
import origin from "#lib/i18n/messages/zh-CN/site.json" with { type: "json" };
import zhHant from "#lib/i18n/messages/zh-Hant/site.json" with { type: "json" };

function keys(messages: object, prefix = ""): string[] {
  return Object.entries(messages)
    .flatMap(([key, value]) =>
      typeof value === "object" ? keys(value, `${prefix}${key}.`) : [`${prefix}${key}`],
    )
    .sort();
}

function slots(messages: object): string[] {
  return [...JSON.stringify(messages).matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1] ?? "")
    .sort();
}

test.each([
  ["zh-Hant", zhHant],
  ["en", en],
])("%s has every word of the frame", (_, messages) => {
  expect(keys(messages)).toEqual(keys(origin));
  expect(slots(messages)).toEqual(slots(origin));
});
