/** Each choice of the page narrows to what it says, alone and together. */
import { expect, test } from "vitest";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { fresh } from "#db/testing/scene.ts";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { questionFor, titlesOf } from "#db/testing/search-contract-tools.ts";

export function contractOfChoices(tools: Tools): void {
  const { desk, follow, index, neighbour, publish, titles } = tools;
  const publishNextDoor = async (more: Record<string, unknown>) => {
    const brought = await bringOne(desk().operator, targetOf(neighbour()), more);
    await follow();
    return brought;
  };

  test("another site's items are found by the group only, and by naming the site", async () => {
    const word = fresh("zq");
    await publish({ title: `编号${word}的公告` });
    await publishNextDoor({ title: `邻站编号${word}的公告` });
    expect(await titles(word)).toEqual([`编号${word}的公告`]);
    expect((await titles(word, { scope: "group" })).sort()).toEqual(
      [`编号${word}的公告`, `邻站编号${word}的公告`].sort(),
    );
    const there = { scope: "group", siteCode: neighbour().code } as const;
    expect(await titles(word, there)).toEqual([`邻站编号${word}的公告`]);
    expect(await titles(word, { scope: "group", siteCode: "no-such-site" })).toEqual([]);
    const nowhere = await index().search(questionFor(desk().siteId + 100_000, word));
    expect(nowhere.hits).toEqual([]);
  });

  test("classes, days on both ends and order are kept", async () => {
    await publish({ title: "乌篷船检验公告甲", date: "2020-03-01" });
    await publish({ title: "乌篷船检验公告乙", date: "2024-03-01", type: "policy" });
    await publish({ title: "乌篷船检验公告丙", date: "2024-03-02T23:59:59+08:00" });
    const all = ["丙", "乙", "甲"].map((one) => `乌篷船检验公告${one}`);
    expect(await titles("乌篷船检验", { sort: "time" })).toEqual(all);
    expect(await titles("乌篷船检验", { class: "policy" })).toEqual(["乌篷船检验公告乙"]);
    const asked = (from: string | null, to: string | null) =>
      titles("乌篷船检验", { from, to, sort: "time" });
    expect(await asked("2020-01-01", "2020-03-01")).toEqual(["乌篷船检验公告甲"]);
    expect(await asked("2024-03-01", null)).toEqual(all.slice(0, 2));
    expect(await asked(null, "2024-03-01")).toEqual(all.slice(1));
    expect(await asked("2024-03-02", "2024-03-02")).toEqual(["乌篷船检验公告丙"]);
    expect(await asked("2024-03-03", "2034-01-01")).toEqual([]);
  });

  test("what is in force and what is not are told apart", async () => {
    const asPolicy = (title: string, status: string) =>
      publish({ type: "policy", title, meta: { status, statusDate: "2024-01-01" } });
    await asPolicy("骈罗溪捕捞管理规定", "有效");
    await asPolicy("骈罗溪捕捞管理规定（旧）", "废止");
    expect(await titles("骈罗溪捕捞", { validity: "current" })).toEqual(["骈罗溪捕捞管理规定"]);
    expect(await titles("骈罗溪捕捞", { validity: "invalid" })).toEqual([
      "骈罗溪捕捞管理规定（旧）",
    ]);
    expect(await titles("骈罗溪捕捞")).toHaveLength(2);
  });
}

export function contractOfPlaces(tools: Tools): void {
  const { desk, follow, index, neighbour, publish, titles } = tools;

  test("choices together are all kept", async () => {
    await publish({ title: "槿篱巷改造公示甲", date: "2022-06-01" });
    await publish({ title: "槿篱巷改造公示乙", date: "2022-06-01", type: "policy" });
    await publish({ title: "槿篱巷改造公示丙", date: "2023-06-01", type: "policy" });
    const both = { class: "policy", from: "2022-01-01", to: "2022-12-31" } as const;
    expect(await titles("槿篱巷改造", both)).toEqual(["槿篱巷改造公示乙"]);
    expect(await titles("槿篱巷改造", { ...both, class: "service" })).toEqual([]);
  });

  test("what several sites carry is one hit: the asked site's, the others folded under it", async () => {
    const word = fresh("zc");
    const given = record({ title: `编号${word}的开通公告` });
    await publish(given);
    const [receipt] = await bring(desk().operator, targetOf(neighbour()), given);
    expect(receipt?.reason).toBe("placed");
    await follow();
    const [here, ...more] = (await tools.search(word, { scope: "group" })).hits;
    expect(more).toEqual([]);
    expect([here?.siteId, here?.reprints.map(({ siteId }) => siteId)]).toEqual([
      desk().siteId,
      [neighbour().siteId],
    ]);
    const asked = questionFor(neighbour().siteId, word, { scope: "group" });
    const there = await index().search(asked);
    expect(titlesOf(there)).toHaveLength(1);
    expect(there.hits[0]?.siteId).toBe(neighbour().siteId);
    expect(there.total).toEqual({ count: 1, isExact: true });
  });
}
