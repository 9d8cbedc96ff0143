/** Only what is live on an online site, at every moment; and a reader is never left without an honest answer. */
import { expect, test } from "vitest";
import { openTestSite, putOnline } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { fresh } from "#db/testing/scene.ts";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { questionFor, titlesOf } from "#db/testing/search-contract-tools.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { changeSiteState } from "#modules/sites/commands.ts";
import { siteStateInput } from "#modules/sites/schema.ts";

export function contractOfLife(tools: Tools): void {
  const { desk, follow, index, publish, search, titles } = tools;

  test("what is published is found, and says where its words stand", async () => {
    await publish({
      title: "云州市住房公积金提取管理办法",
      body_html: "<p>职工购买自住住房，可以提取住房公积金账户内的存储余额。</p>",
    });
    const found = await search("公积金提取");
    expect(titlesOf(found)).toContain("云州市住房公积金提取管理办法");
    expect(found.hits[0]?.title.some(({ isHit }) => isHit)).toBe(true);
    expect(found.hits[0]?.path).toMatch(/^\/zwdt\/tzgg\//);
    expect(found.total).toEqual({ count: found.hits.length, isExact: true });
  });

  test("a withdrawn item is gone with its act, whether the engine has followed or not; and comes back", async () => {
    const { resourceId } = await publish({ title: "关于青衣江水库泄洪的紧急通告" });
    expect(await titles("青衣江水库泄洪")).toHaveLength(1);
    await withdrawResource(desk().operator, { resourceId, reason: "有误" });
    expect(await titles("青衣江水库泄洪", { literal: true })).toEqual([]);
    await follow();
    const after = await search("青衣江水库泄洪", { literal: true });
    expect([titlesOf(after), after.total]).toEqual([[], { count: 0, isExact: true }]);
    await publishResource(desk().operator, { resourceId });
    await follow();
    expect(await titles("青衣江水库泄洪")).toHaveLength(1);
  });

  test("a count that a withdrawal has overtaken does not say that it is exact", async () => {
    const word = fresh("zl");
    await tools.publishAll(
      Array.from({ length: 120 }, (_, n) => ({ title: `编号${word}第${n}件` })),
    );
    const { resourceId } = await publish({ title: `编号${word}末件`, date: "2026-11-21" });
    expect((await search(word, { sort: "time" })).total).toEqual({ count: 121, isExact: true });
    await withdrawResource(desk().operator, { resourceId, reason: "有误" });
    const { total } = await search(word, { sort: "time" });
    expect(total.isExact ? total.count : 0).not.toBe(121);
    expect(total.count).toBeLessThanOrEqual(120);
    await follow();
    expect((await search(word, { sort: "time" })).total).toEqual({ count: 120, isExact: true });
  });

  test("a draft is never found", async () => {
    await bringOne(desk().operator, targetOf(desk(), "zwdt/tzgg", { as: "draft" }), {
      title: "绝密草稿貔貅计划",
    });
    await follow();
    expect(await titles("貔貅计划", { scope: "group" })).toEqual([]);
  });

  test("a site that goes offline takes its items along at once, and brings them back", async () => {
    const word = fresh("zs");
    await publish({ title: `编号${word}的开园公告` });
    const input = { code: desk().code, state: "suspended", notice: "维护" };
    await changeSiteState(desk().operator, siteStateInput.parse(input));
    expect(await titles(word, { scope: "group" })).toEqual([]);
    await follow();
    expect(await titles(word, { scope: "group" })).toEqual([]);
    await putOnline(desk().operator, desk().code);
    await follow();
    expect(await titles(word, { scope: "group" })).toHaveLength(1);
  });

  test("a site that is not yet open is never found", async () => {
    const closed = await openTestSite(desk().operator);
    await bringOne(desk().operator, targetOf(closed), { title: "未开通站点的朏明公告" });
    await follow();
    expect(await titles("朏明公告", { scope: "group", literal: true })).toEqual([]);
    const there = await index().search(questionFor(closed.siteId, "朏明公告", { literal: true }));
    expect(there.hits).toEqual([]);
  });
}

export function contractOfReaders(tools: Tools): void {
  const { desk, publish, search, stalled, titles } = tools;

  test("when time is up the answer says that it is not all", async () => {
    await publish({ title: "汛期巡查值守轮值安排" });
    await stalled(async () => {
      const late = await search("汛期巡查值守", {}, { deadlineMs: 100 });
      expect([late.isPartial, late.hits, late.total.isExact]).toEqual([true, [], false]);
    });
    expect((await search("汛期巡查值守")).isPartial).toBe(false);
  });

  test("whatever is typed is answered", async () => {
    const odd = ["'", "\\", "' or 1=1 --", "&|!:*()<->", "\u0000", "的", "法", "a", "😀", "\ud800"];
    const long = ["通".repeat(500), "a".repeat(500), "a-b.c ".repeat(50), "〔2021〕".repeat(20)];
    for (const q of [...odd, ...long, "@s1", "#i1", '{"match_all":{}}', "title:*", "通知 OR 1"]) {
      const found = await search(q, { scope: "group" });
      expect([q, found.isPartial, found.hits.length <= 10]).toEqual([q, false, true]);
    }
  });

  test("filters cannot be typed", async () => {
    const title = "貂蝉岭护林公告";
    await publish({ title });
    for (const q of [`@s${desk().siteId}`, "@cnews", "@v1", "@y2026"])
      expect([q, (await titles(q)).includes(title)]).toEqual([q, false]);
  });

  test("nothing asked is nothing found, and no error", async () => {
    for (const q of ["", " ", "\u3000", "\u0000"]) {
      const { hits, total, pages, isPartial } = await search(q);
      const none = { hits: [], total: { count: 0, isExact: true }, pages: 0, isPartial: false };
      expect({ hits, total, pages, isPartial }).toEqual(none);
    }
  });
}
