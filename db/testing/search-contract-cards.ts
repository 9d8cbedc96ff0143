/** What a result says by itself, and from where and whom it comes. */
import { expect, test } from "vitest";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh } from "#db/testing/scene.ts";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { titlesOf } from "#db/testing/search-contract-tools.ts";

const GUIDE = {
  type: "guide",
  org: "试验县民政局",
  body_html: null,
  meta: {
    division: "低保科",
    phone: "0889-82350101",
    complaint: "12345",
    place: "城关镇石桥路2号3号窗口",
    materials: ["麂皮申领表"],
  },
};

export function contractOfCards({ publish, search }: Tools): void {
  test("a service is found by its fields, and answers straight in the result", async () => {
    await publish({ ...GUIDE, title: "特困人员供养申请" });
    const found = await search("麂皮申领表");
    expect(titlesOf(found)).toEqual(["特困人员供养申请"]);
    expect(found.hits[0]).toMatchObject({ class: "service", organisation: "试验县民政局" });
    expect(found.hits[0]?.card).toMatchObject({ type: "service" });
    expect(found.hits[0]?.card?.fields.map(({ field, value }) => [field, value])).toEqual([
      ["agency", "试验县民政局"],
      ["division", "低保科"],
      ["phone", "0889-82350101"],
      ["supervision-phone", "12345"],
      ["place", "城关镇石桥路2号3号窗口"],
    ]);
  });

  test("a body shows where it is; an article has no card", async () => {
    const meta = { address: "骢马街1号", phone: "0889-82350102" };
    await publish({ type: "organisation", title: "试验县骢马管理局", body_html: null, meta });
    await publish({ title: "骢马管理局召开会议" });
    const found = await search("骢马管理局");
    const titles = titlesOf(found);
    const cards = Object.fromEntries(
      found.hits.map(({ card }, at) => [titles[at], card?.fields.map(({ value }) => value)]),
    );
    expect(cards).toEqual({
      试验县骢马管理局: ["骢马街1号", "0889-82350102"],
      骢马管理局召开会议: undefined,
    });
  });
}

export function contractOfOrigins(tools: Tools): void {
  const { desk, follow, neighbour, publish, search } = tools;

  test("who items come from can be chosen, and is named even where nothing is left", async () => {
    const word = fresh("zo");
    for (const org of ["试验县民政局", "试验县民政局", "试验县教育局"])
      await publish({ title: `${word}的通告`, org });
    const all = await search(word);
    expect(all.facets.organisations.map(({ name, count }) => [name, count.count])).toEqual([
      ["试验县民政局", 2],
      ["试验县教育局", 1],
    ]);
    const organisationId = all.facets.organisations[1]?.id ?? 0;
    const one = await search(word, { organisationId });
    expect(one.hits.map(({ organisation }) => organisation)).toEqual(["试验县教育局"]);
    expect(one.chosen.organisation).toEqual({ id: organisationId, name: "试验县教育局" });
    const none = await search(fresh("zn"), { organisationId, literal: true });
    expect([none.hits.length, none.chosen.organisation?.name]).toEqual([0, "试验县教育局"]);
    expect((await search(word, { organisationId: 2 ** 40 })).hits).toEqual([]);
  });

  test("places are counted with what lies below them, and chosen as a whole", async () => {
    const word = fresh("zr");
    await publish({ title: `全省${word}` });
    await bringOne(desk().operator, targetOf(neighbour()), { title: `一区${word}` });
    await follow();
    const asked = (regionCode: string | null) =>
      search(word, { scope: "group", regionCode, literal: true });
    const below = [`一区${word}`];
    for (const [code, titles] of [
      ["990102", below],
      ["990100", below],
      ["990000", [...below, `全省${word}`]],
      ["980000", []],
    ] as const)
      expect([code, titlesOf(await asked(code)).sort()]).toEqual([code, [...titles].sort()]);
    const all = await asked(null);
    expect(all.facets.regions.map(({ name, count }) => [name, count.count])).toEqual([
      ["试验省", 2],
      ["试验市", 1],
      ["试验县", 1],
    ]);
    const [hit] = (await asked("990100")).hits;
    expect(hit?.place).toEqual(["试验省", "试验市", "试验县"]);
    expect((await asked("990100")).chosen.regions.map(({ name }) => name)).toEqual([
      "试验省",
      "试验市",
    ]);
  });
}
