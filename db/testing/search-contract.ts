/** What every search index must do, whatever engine it stands on; documents come in by the platform's own commands. */
import { expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { putOnline } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh } from "#db/testing/scene.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import type { SearchAnswer, SearchIndex, SearchQuery } from "#modules/search/schema.ts";
import { changeSiteState } from "#modules/sites/commands.ts";
import { siteStateInput } from "#modules/sites/schema.ts";

/** Nothing chosen, the asked site alone. */
export const questionFor = (
  siteId: number,
  q: string,
  more: Partial<SearchQuery> = {},
): SearchQuery => ({
  q,
  siteId,
  scope: "site",
  class: null,
  sort: "relevance",
  from: null,
  to: null,
  validity: null,
  regionCode: null,
  siteCode: null,
  organisationId: null,
  documentNumber: null,
  field: "all",
  exactTitle: false,
  literal: false,
  page: 1,
  ...more,
});

export type Given = {
  index: () => SearchIndex;
  desk: () => Desk;
  /** Makes what was brought countable, where an engine counts words apart. */
  settle: () => Promise<void>;
};

const titles = ({ hits }: SearchAnswer) =>
  hits.map(({ title }) => title.map(({ text }) => text).join(""));

export function searchContract(given: Given): void {
  const { desk, index } = given;
  const bring = (more: Record<string, unknown>) =>
    bringOne(desk().operator, targetOf(desk()), more);
  const search = (q: string, more: Partial<SearchQuery> = {}) =>
    index().search(questionFor(desk().siteId, q, more));

  test("what is published is found when the act has committed, and says where its words stand", async () => {
    await bring({
      title: "云州市住房公积金提取管理办法",
      body_html: "<p>职工购买自住住房，可以提取住房公积金账户内的存储余额。</p>",
    });
    const found = await search("公积金提取");
    expect(titles(found)).toContain("云州市住房公积金提取管理办法");
    expect(found.hits[0]?.title.some(({ isHit }) => isHit)).toBe(true);
    expect(found.hits[0]?.path).toMatch(/^\/zwdt\/tzgg\//);
    expect(found.total).toEqual({ count: found.hits.length, isExact: true });
  });

  test("a withdrawn item is gone, and found again when it comes back", async () => {
    const { resourceId } = await bring({ title: "关于青衣江水库泄洪的紧急通告" });
    expect(titles(await search("青衣江水库泄洪"))).toHaveLength(1);
    await withdrawResource(desk().operator, { resourceId, reason: "有误" });
    expect(titles(await search("青衣江水库泄洪", { literal: true }))).toEqual([]);
    await publishResource(desk().operator, { resourceId });
    expect(titles(await search("青衣江水库泄洪"))).toHaveLength(1);
  });

  test("a draft is never found", async () => {
    await bringOne(desk().operator, targetOf(desk(), "zwdt/tzgg", { as: "draft" }), {
      title: "绝密草稿貔貅计划",
    });
    expect(titles(await search("貔貅计划", { scope: "group" }))).toEqual([]);
  });

  test("a site that goes offline takes its items along, and brings them back", async () => {
    await bring({ title: "鹿鸣湖湿地公园开园公告" });
    const state = (to: string) =>
      changeSiteState(
        desk().operator,
        siteStateInput.parse({ code: desk().code, state: to, notice: "维护" }),
      );
    await state("suspended");
    expect(titles(await search("鹿鸣湖湿地", { scope: "group" }))).toEqual([]);
    await putOnline(desk().operator, desk().code);
    expect(titles(await search("鹿鸣湖湿地", { scope: "group" }))).toHaveLength(1);
  });

  contractOfWords(given, { bring, search });
  contractOfChoices(given, { bring, search });

  test("another site's items are found by the group only", async () => {
    const word = fresh("zq");
    await bring({ title: `编号${word}的公告` });
    const elsewhere = { siteId: desk().siteId + 100_000 };
    expect(titles(await search(word, elsewhere))).toEqual([]);
    expect(titles(await search(word, { ...elsewhere, scope: "group" }))).toHaveLength(1);
  });

  test("class, date and order are kept", async () => {
    await bring({ title: "乌篷船检验公告甲", date: "2020-03-01" });
    await bring({ title: "乌篷船检验公告乙", date: "2024-03-01", type: "policy" });
    expect(titles(await search("乌篷船检验", { sort: "time" }))).toEqual([
      "乌篷船检验公告乙",
      "乌篷船检验公告甲",
    ]);
    expect(titles(await search("乌篷船检验", { class: "policy" }))).toEqual(["乌篷船检验公告乙"]);
    const early = { from: "2020-01-01", to: "2020-03-01" };
    expect(titles(await search("乌篷船检验", early))).toEqual(["乌篷船检验公告甲"]);
    expect((await search("乌篷船检验")).facets.years.map(({ value }) => value)).toEqual([
      2024, 2020,
    ]);
  });

  test("a field is searched alone when it is asked for", async () => {
    const title = "雪落青衣古镇";
    await bring({ title, body_html: "<p>昨夜初雪，鹓雏湖封冻。</p>" });
    expect(titles(await search("鹓雏湖", { field: "body" }))).toEqual([title]);
    expect(titles(await search("鹓雏湖", { field: "title", literal: true }))).toEqual([]);
    expect(titles(await search("青衣古镇", { field: "title" }))).toContain(title);
    expect(titles(await search("青衣古镇", { exactTitle: true }))).toEqual([title]);
  });

  test("whatever is typed is answered", async () => {
    const odd = ["", " ", "'", "\\", "' or 1=1 --", "&|!:*()<->", "\u0000", "的", "法", "a", "😀"];
    for (const q of [...odd, "\ud800", "@s1", "通".repeat(500)])
      expect([q, (await search(q)).isPartial]).toEqual([q, false]);
  });
}

type Tools = {
  bring: (more: Record<string, unknown>) => Promise<unknown>;
  search: (q: string, more?: Partial<SearchQuery>) => Promise<SearchAnswer>;
};

function contractOfWords({ settle }: Given, { bring, search }: Tools): void {
  test("traditional and full-width letters find the same", async () => {
    await bring({ title: "居民ＡＢ类营业执照办理须知" });
    expect(titles(await search("營業執照辦理"))).toContain("居民ＡＢ类营业执照办理须知");
    expect(titles(await search("ab类营业执照"))).toContain("居民ＡＢ类营业执照办理须知");
  });

  test("a document number is found in any spelling", async () => {
    const title = "关于进一步优化地方政务服务便民热线的指导意见";
    await bring({ type: "policy", title, docNo: "云政办发〔2021〕53号" });
    for (const spelling of [
      "云政办发〔2021〕53号",
      "云政办发[2021]53号",
      "云政办发(2021)53号",
      "云政办发【２０２１】５３号",
      "云政办发2021 53号",
      "云政办发2021年第53号",
      "雲政辦發2021 53",
    ])
      expect([spelling, titles(await search(spelling))[0]]).toEqual([spelling, title]);
  });

  test("a homophone is searched as it was meant, and said", async () => {
    await bring({ title: "云州市城市居民最低生活保障条例" });
    await settle();
    const found = await search("最低生活宝障条例");
    expect(titles(found)[0]).toBe("云州市城市居民最低生活保障条例");
    expect(found.understood.corrected?.from).toBe("最低生活宝障条例");
    expect(titles(await search("最低生活宝障条例", { literal: true }))).toEqual([]);
  });
}

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

function contractOfChoices({ desk }: Given, { bring, search }: Tools): void {
  test("a service is found by its fields, and answers straight in the result", async () => {
    await bring({ ...GUIDE, title: "特困人员供养申请" });
    const found = await search("麂皮申领表");
    expect(titles(found)).toEqual(["特困人员供养申请"]);
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
    await bring({ type: "organisation", title: "试验县骢马管理局", body_html: null, meta });
    await bring({ title: "骢马管理局召开会议" });
    const found = await search("骢马管理局");
    const cards = Object.fromEntries(
      found.hits.map(({ card }, at) => [titles(found)[at], card?.fields.map(({ value }) => value)]),
    );
    expect(cards).toEqual({
      试验县骢马管理局: ["骢马街1号", "0889-82350102"],
      骢马管理局召开会议: undefined,
    });
  });

  test("who items come from can be chosen, and is named even where nothing is left", async () => {
    const word = fresh("zo");
    for (const org of ["试验县民政局", "试验县民政局", "试验县教育局"])
      await bring({ title: `${word}的通告`, org });
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
  });

  test("places are counted with what lies below them, and chosen as a whole", async () => {
    const word = fresh("zr");
    await bring({ title: `${word}的公告` });
    const codes = [desk().regionCode, `${desk().regionCode.slice(0, 4)}00`];
    for (const regionCode of [null, ...codes]) {
      const found = await search(word, { scope: "group", regionCode });
      expect([regionCode, titles(found)]).toEqual([regionCode, [`${word}的公告`]]);
      expect(found.facets.regions.map(({ name, count }) => [name, count.count])).toEqual([
        ["试验省", 1],
        ["试验市", 1],
        ["试验县", 1],
      ]);
      expect(found.hits[0]?.place).toEqual(["试验省", "试验市", "试验县"]);
    }
    const city = await search(word, { scope: "group", regionCode: codes[1] ?? null });
    expect(city.chosen.regions.map(({ name }) => name)).toEqual(["试验省", "试验市"]);
    const elsewhere = { scope: "group", regionCode: "110000", literal: true } as const;
    expect(titles(await search(word, elsewhere))).toEqual([]);
  });
}
