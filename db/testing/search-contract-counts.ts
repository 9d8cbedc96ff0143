/** Counts are true or say that they are a beginning; pages hold what the counts promise. */
import { expect, test } from "vitest";
import { fresh } from "#db/testing/scene.ts";
import type { Tools } from "#db/testing/search-contract-tools.ts";
import { titlesOf } from "#db/testing/search-contract-tools.ts";
import type { Count } from "#modules/search/schema.ts";

const sumOf = (all: readonly { count: Count }[]) =>
  all.reduce((sum, { count }) => sum + count.count, 0);

/** More than are ranked at once. */
const MANY = 230;

export function contractOfCounts({ publishAll, search, titles }: Tools): void {
  test("pages hold each item once, to the last, and nothing after it", async () => {
    const word = fresh("zp");
    const all = Array.from({ length: 23 }, (_, n) => `编号${word}第${n}件`);
    await publishAll(all.map((title) => ({ title })));
    const first = await search(word);
    expect([first.total, first.pages]).toEqual([{ count: 23, isExact: true }, 3]);
    const pages = [first, await search(word, { page: 2 }), await search(word, { page: 3 })];
    expect(pages.map(({ hits }) => hits.length)).toEqual([10, 10, 3]);
    expect(pages.flatMap(titlesOf).sort()).toEqual([...all].sort());
    expect(await titles(word, { page: 4 })).toEqual([]);
    expect(await titles(word, { page: 2 })).toEqual(titlesOf(pages[1] ?? first));
  });

  test("titles come first and texts after the last of them; from page to page nothing is twice and nothing is left out", async () => {
    const word = fresh("zt");
    const titled = Array.from({ length: 34 }, (_, n) => `编号${word}第${n}件`);
    const told = Array.from({ length: 31 }, (_, n) => `另外的事项${n}`);
    await publishAll(titled.map((title) => ({ title })));
    await publishAll(told.map((title) => ({ title, body_html: `<p>编号${word}。</p>` })));
    const first = await search(word);
    expect([first.total, first.pages]).toEqual([{ count: 65, isExact: true }, 7]);
    const all: string[] = [];
    for (let page = 1; page <= first.pages; page += 1) all.push(...(await titles(word, { page })));
    expect([...all.slice(0, titled.length)].sort()).toEqual([...titled].sort());
    expect([...all.slice(titled.length)].sort()).toEqual([...told].sort());
  });

  test("the choices beside a result add up to it, and each leads to as many as it says", async () => {
    const word = fresh("zf");
    const types = ["news", "policy", "news", "policy", "policy"];
    await publishAll(
      types.map((type, n) => ({ title: `编号${word}第${n}件`, type, date: `20${20 + n}-05-01` })),
    );
    const { total, facets } = await search(word);
    expect(total).toEqual({ count: 5, isExact: true });
    expect([facets.classes, facets.years, facets.regions, facets.sites].map(sumOf)).toEqual([
      ...[5, 5, 5, 5],
    ]);
    expect(facets.years.map(({ value }) => value)).toEqual([2024, 2023, 2022, 2021, 2020]);
    expect(facets.classes.map(({ value }) => value)).toEqual(["policy", "news"]);
    for (const { value, count } of facets.classes)
      expect([value, (await search(word, { class: value })).total]).toEqual([value, count]);
    for (const { value, count } of facets.years) {
      const period = { from: `${value}-01-01`, to: `${value}-12-31` };
      expect([value, (await search(word, period)).total]).toEqual([value, count]);
    }
  });

  test("more than can be ranked are counted all the same, and pages stop where ranking does", async () => {
    const word = fresh("zm");
    await publishAll(
      Array.from({ length: MANY }, (_, n) => ({
        title: `第${n}件`,
        body_html: `<p>编号${word}。</p>`,
        date: `${2000 + (n % 10)}-05-01`,
      })),
    );
    const found = await search(word);
    expect(found.total).toEqual({ count: MANY, isExact: true });
    expect(found.pages).toBe(20);
    expect(sumOf(found.facets.years)).toBe(MANY);
    expect(found.facets.years.map(({ count }) => count.count)).toEqual(Array(10).fill(MANY / 10));
    expect((await search(word, { page: found.pages })).hits).toHaveLength(10);
    const newest = (await search(word, { sort: "time" })).hits;
    expect(new Set(newest.map(({ publishedAt }) => publishedAt.getUTCFullYear()))).toEqual(
      new Set([2009]),
    );
  });

  test("without counts the hits are the same, and the total does not claim more than it knows", async () => {
    const word = fresh("zn");
    await publishAll(Array.from({ length: 3 }, (_, n) => ({ title: `编号${word}第${n}件` })));
    const [full, bare] = [await search(word), await search(word, {}, { hasCounts: false })];
    expect(titlesOf(bare)).toEqual(titlesOf(full));
    expect(bare.total).toEqual({ count: 3, isExact: true });
    expect(bare.facets.classes).toEqual([]);
  });
}
