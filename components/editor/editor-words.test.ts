import { describe, expect, test } from "vitest";
import en from "#lib/i18n/messages/en/editor.json" with { type: "json" };
import zhCn from "#lib/i18n/messages/zh-CN/editor.json" with { type: "json" };
import zhHant from "#lib/i18n/messages/zh-Hant/editor.json" with { type: "json" };
import { EDITOR_WORDS } from "./editor-words.ts";
import { MAIN_GROUPS, TABLE_GROUP } from "./toolbar/toolbar-items.ts";

function keysOf(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}

describe("the words of the editor", () => {
  test.each([
    ["zh-CN", zhCn],
    ["zh-Hant", zhHant],
    ["en", en],
  ])("are all there in %s, and no others", (_, messages) => {
    expect(keysOf(messages).sort()).toEqual([...EDITOR_WORDS].sort());
  });

  test("name every button", () => {
    const names = [...MAIN_GROUPS.flat(), ...TABLE_GROUP].map(({ name }) => name);
    expect(names.filter((name) => !EDITOR_WORDS.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
