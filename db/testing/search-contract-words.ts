/** However it is written, however it is spelt; and what was done with the words is said. */
import { expect, test } from "vitest";
import { fresh } from "#db/testing/scene.ts";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { joined, titlesOf } from "#db/testing/search-contract-tools.ts";

export function contractOfWords(tools: Tools): void {
  const { publish, publishAll, search, settle, titles } = tools;

  test("traditional and full-width letters find the same", async () => {
    const title = "居民ＡＢ类营业执照办理须知";
    await publish({ title });
    expect(await titles("營業執照辦理")).toContain(title);
    expect(await titles("ab类营业执照")).toContain(title);
  });

  test("a document number is found in any spelling, in the question and in its own field", async () => {
    const title = "关于进一步优化地方政务服务便民热线的指导意见";
    await publish({ type: "policy", title, docNo: "云政办发〔2021〕53号" });
    for (const spelling of [
      "云政办发〔2021〕53号",
      "云政办发[2021]53号",
      "云政办发(2021)53号",
      "云政办发【２０２１】５３号",
      "云政办发2021 53号",
      "云政办发2021年第53号",
      "雲政辦發2021 53",
    ]) {
      expect([spelling, (await titles(spelling))[0]]).toEqual([spelling, title]);
      expect([spelling, await titles("", { documentNumber: spelling })]).toEqual([
        spelling,
        [title],
      ]);
    }
    expect(await titles("", { documentNumber: "云政办发〔2021〕54号" })).toEqual([]);
    expect(await titles("云政办发〔2021〕54号")).toEqual([]);
    expect((await search("云政办发2021 53")).understood.documentNumber).toBe(
      "云政办发〔2021〕53号",
    );
  });

  test("an index number is found with and without its marks", async () => {
    const title = "云州市粮食储备管理细则";
    await publish({ type: "policy", title, meta: { index: "11990000/2021-00421" } });
    expect(await titles("", { documentNumber: "11990000/2021-00421" })).toEqual([title]);
    expect((await titles("11990000-2021-00421"))[0]).toBe(title);
    for (const documentNumber of ["11990000202100421", "1199 0000 / 2021 - 00421"])
      expect([documentNumber, await titles("", { documentNumber })]).toEqual([
        documentNumber,
        [title],
      ]);
  });

  test("a homophone is searched as it was meant, and said; literally it is not", async () => {
    await publish({ title: "云州市城市居民最低生活保障条例" });
    await settle();
    const found = await search("最低生活宝障条例");
    expect(titlesOf(found)[0]).toBe("云州市城市居民最低生活保障条例");
    expect(found.understood.corrected?.from).toBe("最低生活宝障条例");
    expect(await titles("最低生活宝障条例", { literal: true })).toEqual([]);
  });

  test("how many hold all the words is said, where others that hold some stand with them", async () => {
    const [word, other] = [fresh("zw"), fresh("zo")];
    const whole = [`编号${word}和${other}甲`, `编号${word}和${other}乙`];
    await publishAll([...whole, `单有${word}`, `单有${other}`].map((title) => ({ title })));
    await settle();
    const found = await search(`${word} ${other}`);
    expect([...titlesOf(found).slice(0, 2)].sort()).toEqual([...whole].sort());
    expect(titlesOf(found)).toContain(`单有${word}`);
    expect(found.understood).toMatchObject({ whole: 2, relaxed: [] });
    const literally = await search(`${word} ${other}`, { literal: true });
    expect([literally.understood.whole, literally.total.count]).toEqual([null, 2]);
  });

  test("words that no item holds together are let go, and said; literally they are not", async () => {
    const title = "锦屏关隘口换乘指引";
    await publish({ title });
    const found = await search("锦屏关隘口换乘饕餮");
    expect(titlesOf(found)[0]).toBe(title);
    expect(found.understood.relaxed.join("")).toContain("饕餮");
    expect(await titles("锦屏关隘口换乘饕餮", { literal: true })).toEqual([]);
  });
}

/** Words that were typed by sound, by looks or in short. */
export function contractOfSlips({ publish, search, settle, titles }: Tools): void {
  test("letters are read as pinyin or as initials, and said", async () => {
    const title = "云州市鹅卵石开采须知";
    await publish({ title, body_html: "<p>鹅卵石不得私采。</p>" });
    await settle();
    for (const letters of ["eluanshi", "e luan shi", "els"]) {
      const found = await search(letters);
      expect([letters, titlesOf(found)[0]]).toEqual([letters, title]);
      expect(found.understood.corrected).toEqual({ from: letters, to: "鹅卵石" });
    }
  });

  test("a word copied by eye is searched as it was meant, and said", async () => {
    await publish({ title: "云州市期末考试安排" });
    await settle();
    const found = await search("期未考试安排");
    expect(titlesOf(found)[0]).toBe("云州市期末考试安排");
    expect(found.understood.corrected).toEqual({
      from: "期未考试安排",
      to: "期末考试安排",
    });
  });

  test("a period that is named is told, and nothing is left out for it", async () => {
    const title = "关于2019年红谷滩龙舟赛的通告";
    await publish({ title, date: "2018-12-20" });
    const found = await search("2019年红谷滩龙舟赛");
    expect(titlesOf(found)).toContain(title);
    expect(found.understood.periods).toMatchObject([
      { from: "2019-01-01", to: "2019-12-31", said: "2019年" },
    ]);
  });

  test("a period counted from today is no word to look for; literally it is", async () => {
    const title = "鸬鹚洲渡口检修通告";
    await publish({ title });
    const found = await search("去年的鸬鹚洲渡口检修");
    expect(titlesOf(found)).toContain(title);
    expect(found.understood.relaxed).toEqual([]);
    expect(found.understood.periods).toMatchObject([{ said: "去年", isRelative: true }]);
    expect(await titles("去年的鸬鹚洲渡口检修", { literal: true })).toEqual([]);
  });

  test("a short form whose characters stand apart in a title finds it", async () => {
    await publish({ title: "律师事务所设立许可" });
    await settle();
    expect(await titles("设律所")).toContain("律师事务所设立许可");
  });
}

export function contractOfTitles(tools: Tools): void {
  const { publish, search, titles } = tools;

  test("a field is searched alone when it is asked for", async () => {
    const title = "雪落青衣古镇";
    await publish({ title, body_html: "<p>昨夜初雪，鹓雏湖封冻。</p>" });
    expect(await titles("鹓雏湖", { field: "body" })).toEqual([title]);
    expect(await titles("青衣古镇", { field: "body", literal: true })).toEqual([]);
    expect(await titles("鹓雏湖", { field: "title", literal: true })).toEqual([]);
    expect(await titles("青衣古镇", { field: "title" })).toContain(title);
  });

  test("an exact title holds the words in one piece and in order", async () => {
    await publish({ title: "霁月台观星活动预告" });
    await publish({ title: "观星活动在霁月台举行" });
    expect(await titles("霁月台观星活动", { exactTitle: true })).toEqual(["霁月台观星活动预告"]);
    await publish({ title: "去年霁月台账目公示" });
    await publish({ title: "霁月台账目公示" });
    expect(await titles("去年霁月台账目", { exactTitle: true })).toEqual(["去年霁月台账目公示"]);
    const { total, facets } = await search("霁月台观星活动", { exactTitle: true });
    expect(total).toEqual({ count: 1, isExact: true });
    expect(facets.classes).toEqual([{ value: "news", count: { count: 1, isExact: true } }]);
  });

  test("any part of a title of two characters and more is found", async () => {
    const title = "鸂鶒洲生态岸线修复工程";
    await publish({ title });
    for (const part of ["鸂鶒", "鶒洲", "洲生", "态岸线修", title])
      expect([part, (await titles(part)).includes(title)]).toEqual([part, true]);
  });

  test("runs of a title join to the title, those of a snippet to a stretch of the text", async () => {
    const title = "涵碧楼ＡＢ座消防演练（第２期）通告";
    const body = `${"参演单位应当提前到场。".repeat(30)}演练集合点设在涵碧楼北侧广场。${"散场后请有序离开。".repeat(30)}`;
    await publish({ title, body_html: `<p>${body}</p>` });
    const [hit] = (await search("涵碧楼消防演练")).hits;
    expect(joined(hit?.title ?? [])).toBe(title);
    const shown = (hit?.snippet ?? []).filter(({ text }) => text !== "…");
    expect(body).toContain(joined(shown));
    const marked = [...(hit?.title ?? []), ...shown].filter(({ isHit }) => isHit);
    expect(marked.map(({ text }) => text)).toContain("涵碧楼");
    for (const { text } of marked) expect("涵碧楼消防演练").toContain(text);
    expect(shown.some(({ isHit }) => isHit)).toBe(true);
  });
}
