import { describe, expect, test } from "vitest";
import { alike } from "#modules/search/domain/alike.ts";
import { fold, foldWithPlaces } from "#modules/search/domain/fold.ts";
import { highlight, snippet } from "#modules/search/domain/highlight.ts";
import { nearness } from "#modules/search/domain/nearer.ts";
import { askedKeys, ownKeys } from "#modules/search/domain/numbers.ts";
import { countPlanOf, newestYears, planOf, yearsUntil } from "#modules/search/domain/plan.ts";
import { withoutQuestion } from "#modules/search/domain/question.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import { initialsOf, soundOf, splitSyllables } from "#modules/search/domain/sound.ts";
import { questionWords, textWords, titleWords } from "#modules/search/domain/words.ts";

describe("folding", () => {
  test.each([
    ["營業執照", "营业执照"],
    ["ＡＢ１２", "ab12"],
    ["禇某", "褚某"],
    ["若幹規定", "若干规定"],
  ])("%s becomes %s", (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test("places lead back to the text as it is shown", () => {
    const { folded, places } = foldWithPlaces("㈠營業");
    expect(folded).toBe("(一)营业");
    expect(places).toEqual([0, 0, 0, 1, 2]);
  });
});

describe("words", () => {
  test("the domain's words stay whole, stop words go", () => {
    expect(questionWords("住房公积金怎么提取")).toEqual(["住房公积金", "提取"]);
  });

  test("characters that no word holds are found by their pairs", () => {
    expect(textWords("貔貅鹓雏")).toContain("貔貅");
    expect(titleWords("低保条例")).toEqual(["低保", "保条", "条例", "低", "保", "条", "例"]);
  });

  test("a short form is found by its characters in the full name", () => {
    const full = new Set(titleWords("律师事务所设立许可"));
    expect(titleWords("律所").filter((gram) => full.has(gram))).toEqual(["律", "所"]);
  });

  test.each([
    ["请问营业执照怎么办理?", "营业执照"],
    ["居住证需要什么材料", "居住证"],
    ["怎么办理", "怎么办理"],
  ])("%s names %s", (typed, named) => {
    expect(withoutQuestion(fold(typed))).toBe(named);
  });
});

describe("document numbers", () => {
  const own = ownKeys(fold("国办发〔2021〕12号"), null);
  test.each([
    "国办发〔2021〕12号",
    "国办发[2021]12号",
    "国办发（2021）第12号",
    "國辦發【２０２１】１２號",
    "国办发2021 12号",
    "国办发2021 12",
    "关于印发国办发〔2021〕12号文的通知",
  ])("%s is the same number", (spelling) => {
    expect(askedKeys(fold(spelling)).keys).toContain(own[0]);
  });

  test("an order has no year", () => {
    expect(askedKeys("国务院令第481号").keys).toContain(ownKeys("国务院令第481号", null)[0]);
    expect(askedKeys("营业执照").keys).toEqual([]);
  });

  test.each([
    ["云政办发〔2021〕53号", true],
    ["云政办发2021 53", true],
    ["国务院令第481号", true],
    ["云政办发〔2021〕53号 养老保险", false],
    ["关于进一步优化营商环境的通知云政办发〔2021〕53号", false],
    ["营业执照", false],
  ])("%s asks nothing but a number: %s", (question, isNumberOnly) =>
    expect(askedKeys(fold(question)).isNumberOnly).toBe(isNumberOnly),
  );

  test("an index number is the same with and without its marks", () => {
    expect(askedKeys("11330000/2021-00012").keys).toEqual(ownKeys(null, "11330000/2021-00012"));
  });
});

describe("sounds", () => {
  test("near sounds fall together", () => {
    expect(soundOf("保障")).toBe(soundOf("宝赃"));
    expect(initialsOf("公积金")).toBe("gjj");
  });

  test("letters are syllables or nothing", () => {
    expect(splitSyllables("zhufang")).toEqual(["zhu", "fang"]);
    expect(splitSyllables("xyz")).toBeNull();
    // As many ways to be split as 2^39, and none that reaches the end.
    expect(splitSyllables(`${"uai".repeat(13)}b`)).toBeNull();
    expect(splitSyllables("xian")).toEqual(["xian"]);
    expect(splitSyllables("fangan")).toEqual(["fang", "an"]);
  });

  test("a homophone is told from another word", () => {
    expect(alike("生活宝障", "最低生活保障条例")).toMatchObject({
      piece: "生活保障",
      isSameSound: true,
    });
    expect(alike("住房补贴", "租房补助").isSameSound).toBe(false);
  });
});

describe("plans", () => {
  const frequencies = (counts: Record<string, number>) => ({
    total: 1_000_000,
    of: (word: string) => counts[word] ?? 20,
  });

  test("a common word is walked, a rare one is looked up", () => {
    for (const tier of ["title", "document"] as const) {
      expect(planOf(tier, [[["通知"]]], frequencies({ 通知: 900_000 }), SEARCH.window)).toBe(
        "walk",
      );
      expect(planOf(tier, [[["貔貅"]]], frequencies({}), SEARCH.window)).toBe("index");
    }
  });

  test("a rare word beside a common one is looked up", () => {
    const groups = [[["通知"]], [["貔貅"]]];
    expect(planOf("document", groups, frequencies({ 通知: 900_000 }), SEARCH.window)).toBe("index");
  });

  test("a title is looked at for less than a text: a word of one in fifty is walked there only", () => {
    const counts = frequencies({ 意见: 20_000 });
    expect(planOf("title", [[["意见"]]], counts, SEARCH.window)).toBe("walk");
    expect(planOf("document", [[["意见"]]], counts, SEARCH.window)).toBe("index");
  });

  test("of many matches those of the newest years are asked first, as many as should do; of few all", () => {
    const counts = {
      ...{ "@y2026": 50_000, "@y2025": 100_000, "@y2024": 100_000, "@y2010": 300_000 },
      ...{ 公示: 100_000, 项目: 200_000, 变更: 5_000 },
    };
    const years = (words: string[]) =>
      newestYears(
        words.map((word) => [[word]]),
        { ...frequencies(counts), of: (word) => (counts as Record<string, number>)[word] ?? 0 },
        SEARCH.window,
        yearsUntil(2026),
      );
    const until = (last: number) => yearsUntil(2026).filter((year) => year >= last);
    expect(until(2026)).toContain(2030);
    expect(years(["公示", "项目"])).toEqual(until(2026));
    expect(years(["变更"])).toEqual(until(2025));
    expect(years(["变更", "项目"])).toBe(null);
    expect(years(["没有"])).toBe(null);
  });

  test("counting reads no more of the index than it shows: only the commonest words are walked", () => {
    expect(
      countPlanOf("document", [[["通知"]]], frequencies({ 通知: 900_000 }), SEARCH.countCap),
    ).toBe("walk");
    expect(
      countPlanOf("document", [[["意见"]]], frequencies({ 意见: 170_000 }), SEARCH.countCap),
    ).toBe("index");
  });
});

describe("what is shown", () => {
  test("hits are marked in the text as it is written", () => {
    expect(highlight("營業執照辦理", ["营业执照"])).toEqual([
      { text: "營業執照", isHit: true },
      { text: "辦理", isHit: false },
    ]);
  });

  test("a snippet is bounded and keeps its hit", () => {
    const runs = snippet(`${"甲".repeat(500)}公积金${"乙".repeat(500)}`, ["公积金"]);
    expect(runs.some(({ text, isHit }) => isHit && text === "公积金")).toBe(true);
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    expect(length).toBeLessThanOrEqual(SEARCH.snippetCharacters + 2);
  });

  test("the nearest text has all the points", () => {
    const near = nearness(
      "企业房租减免",
      ["企业", "房租", "减免"],
      [
        { id: 1, text: "对承租的企业减免房租" },
        { id: 2, text: "口罩的使用" },
      ],
    );
    expect(near.get(1)).toBe(1);
    expect(near.get(2)).toBe(0);
  });

  test("a rare part tells more than common ones, and saying a part often tells little more", () => {
    const common = Array.from({ length: 8 }, (_, at) => ({ id: 10 + at, text: "企业复工的通知" }));
    const near = nearness(
      "企业通行证",
      ["企业", "通行证"],
      [{ id: 1, text: "运输车辆申领通行证" }, { id: 2, text: "企业".repeat(40) }, ...common],
    );
    expect(near.get(1)).toBe(1);
    expect(near.get(2)).toBeLessThan(0.5);
  });

  test("of equal texts the shorter is nearer", () => {
    const near = nearness(
      "退税",
      ["退税"],
      [
        { id: 1, text: `退税${"的办理流程".repeat(30)}` },
        { id: 2, text: "退税的办理" },
      ],
    );
    expect(near.get(2)).toBeGreaterThan(near.get(1) ?? 1);
  });
});
