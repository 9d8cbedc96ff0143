import { expect, test } from "vitest";
import { makePalette, mergeFound, PALETTE } from "#modules/palette/domain.ts";
import type { PaletteEntry, PaletteKind } from "#modules/palette/schema.ts";
import { typedSounds } from "#modules/search/domain/sound.ts";

const entry = (text: string, kind: PaletteKind, href = `/${kind}/${text}`): PaletteEntry => ({
  ...{ kind, text, hint: "", target: { href }, folded: text },
  sounds: typedSounds(text, PALETTE.soundCharacters),
});

const find = makePalette([
  entry("关于公布工作时间的通知", "content"),
  entry("工作台", "screen"),
  entry("通知公告", "column"),
  entry("云州市人民政府", "site"),
]);
const texts = (typed: string) => find(typed).map(({ text }) => text);

test("found by a part of the name, by pinyin and by initials; what begins so and screens come first", () => {
  expect(texts("工作")).toEqual(["工作台", "关于公布工作时间的通知"]);
  expect(texts("gzt")).toEqual(["工作台"]);
  expect(texts("tongzhig")).toEqual(["通知公告"]);
  expect(texts("YZS")).toEqual(["云州市人民政府"]);
  expect(texts("ＹＺＳ")).toEqual(["云州市人民政府"]);
});

test("nothing typed and nothing that fits find nothing", () => {
  expect([texts(""), texts("  "), texts("zzz")]).toEqual([[], [], []]);
});

test("what the desk answers has its room, and no place is offered twice", () => {
  const known = Array.from({ length: 30 }, (_, at) => entry(`甲${at}`, "content"));
  const asked = [entry("旧稿", "content"), entry("甲0", "content")];
  const merged = mergeFound(known, asked);
  expect(merged).toHaveLength(PALETTE.shown);
  expect(merged.map(({ text }) => text)).toContain("旧稿");
  expect(merged.filter(({ text }) => text === "甲0")).toHaveLength(1);
});
