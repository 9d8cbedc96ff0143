import { expect, test } from "vitest";
import { SITE_MESSAGES } from "#themes/examples/translate.ts";

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

const origin = SITE_MESSAGES["zh-CN"];

test.each(["zh-Hant", "en"] as const)("%s has every word of the frame", (locale) => {
  expect(keys(SITE_MESSAGES[locale])).toEqual(keys(origin));
  expect(slots(SITE_MESSAGES[locale])).toEqual(slots(origin));
});
