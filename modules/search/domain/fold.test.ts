import { describe, expect, test } from "vitest";
import { fold, foldWithPlaces } from "#modules/search/domain/fold.ts";

describe("fold", () => {
  test("takes stretches as character by character would", () => {
    const texts = [
      "",
      "关于做好供暖工作的通知",
      "關於做好供暖工作的通知 ＡＢＣ① ﬁ",
      "禇时健、郞咸平 Ⅷ 章 𠮷野家 \u{2F800}",
      "lone \ud842 half \udfb7",
      "A甲B乙C",
    ];
    for (const text of texts) expect(fold(text)).toBe(foldWithPlaces(text).folded);
  });

  test("the same, asked twice, for the whole first plane", () => {
    const all = Array.from({ length: 0x1_00_00 }, (_, unit) => String.fromCharCode(unit)).join(" ");
    expect(fold(all)).toBe(foldWithPlaces(all).folded);
    expect(fold(all)).toBe(foldWithPlaces(all).folded);
  });

  test("traditional, full-width and variant characters become the usual ones", () => {
    expect(fold("關於Ａ禇")).toBe("关于a褚");
  });
});
