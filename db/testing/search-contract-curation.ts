/** What editors manage holds whichever engine finds: best bets stand first, other names are asked too. */
import { expect, test } from "vitest";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { titlesOf } from "#db/testing/search-contract-tools.ts";
import { saveBestBet } from "#modules/search/curation/commands/best-bets.ts";
import { saveSynonyms } from "#modules/search/curation/commands/synonyms.ts";

export function contractOfCuration(tools: Tools): void {
  const { desk, publish, search, titles } = tools;

  test("what editors put first stands first, found by the words or not, and is counted", async () => {
    await publish({ title: "蒲公英采摘节安排" });
    const { resourceId } = await publish({ title: "乡村旅游年票" });
    const saved = await saveBestBet(desk().operator, {
      ...{ id: null, revision: 0, siteId: desk().siteId, from: null, until: null },
      ...{ questions: ["蒲公英采摘"], resourceIds: [resourceId], reason: "试验" },
    });
    expect(saved.ok).toBe(true);
    const found = await search("蒲公英采摘");
    expect(titlesOf(found)).toEqual(["乡村旅游年票", "蒲公英采摘节安排"]);
    expect(found.hits.map(({ isBestBet }) => isBestBet)).toEqual([true, false]);
    expect(found.total).toEqual({ count: 2, isExact: true });
    expect(await titles("蒲公英采摘", { class: "policy" })).toEqual([]);
  });

  test("a name inside a longer question is asked by its other names, and said; literally it is not", async () => {
    await publish({ title: "鳜鱼养殖补助申领" });
    await saveSynonyms(desk().operator, [{ word: "桃花鱼", official: ["鳜鱼"] }]);
    const found = await search("桃花鱼养殖补助");
    expect(titlesOf(found)[0]).toBe("鳜鱼养殖补助申领");
    expect(found.understood.expanded).toEqual([{ from: "桃花鱼", to: ["鳜鱼"] }]);
    expect(await titles("桃花鱼养殖补助", { literal: true })).toEqual([]);
  });
}
