import { expect, test } from "vitest";
import { searchQuery } from "#lib/routing/search.ts";
import { asksAnything, readAsked, writeAsked } from "#modules/search/domain/asked.ts";

const read = (query: string) => readAsked(new URLSearchParams(query));
/** As an address carries it: known words, one order. */
const through = (query: string) =>
  writeAsked(
    readAsked(new URLSearchParams(searchQuery(new URLSearchParams(query)))).asked,
  ).toString();

test.each([
  ["q=%E7%A4%BE%E4%BF%9D", "q=%E7%A4%BE%E4%BF%9D"],
  ["page=2&q=a&class=policy&x=1&q=b", "q=a&class=policy&page=2"],
  ["q=a&scope=site&sort=relevance&field=all&page=1", "q=a"],
  [
    "scope=group&site=rst&org=12&region=990100&q=a",
    "q=a&scope=group&region=990100&site=rst&org=12",
  ],
  ["q=a&from=2026-12-01&to=2026-01-01", "q=a&from=2026-01-01&to=2026-12-01"],
  ["q=a%00b%01%EF%BF%BEc", "q=a+b+c"],
  ["q=%00", ""],
  ["q=++a++&exact=1&literal=1&number=%E4%BA%91", "q=a&number=%E4%BA%91&exact=1&literal=1"],
])("%s is written %s", (given, expected) => expect(through(given)).toBe(expected));

test("what does not fit is named and left out", () => {
  const { asked, ignored } = read(
    "q=a&class=x&sort=1&from=2026-13-01&to=yesterday&region=1&site=..%2F&org=-1&field=*&exact=yes&page=0",
  );
  expect(ignored).toEqual([
    "class",
    "sort",
    "from",
    "to",
    "region",
    "site",
    "org",
    "field",
    "exact",
    "page",
  ]);
  expect(writeAsked(asked).toString()).toBe("q=a");
});

test.each([
  ["from=0000-01-01", ["from"]],
  ["to=0000-02-29", ["to"]],
  ["from=0001-01-01&to=9999-12-31", []],
])("of %s no database need be told that there is no such year", (query, ignored) =>
  expect(read(`q=a&${query}`).ignored).toEqual(ignored),
);

test("a question longer than may be asked is cut between characters and says so", () => {
  const { asked, isCut } = read(`q=${encodeURIComponent("𠮷".repeat(150))}`);
  expect([...asked.q]).toHaveLength(100);
  expect(asked.q.isWellFormed()).toBe(true);
  expect(isCut).toBe(true);
  expect(read("q=short").isCut).toBe(false);
});

test("pages beyond the last are the last", () => expect(read("q=a&page=9999").asked.page).toBe(20));

test("a number alone is a question, filters alone are none", () => {
  expect(asksAnything(read("number=%E4%BA%91").asked)).toBe(true);
  expect(asksAnything(read("class=policy").asked)).toBe(false);
});

test.each(["q=%00%FF", "q=%F0%9F", "q=\ud800", "from=__proto__&q=constructor", "q[]=a"])(
  "%s is read without an error",
  (query) => expect(() => writeAsked(read(query).asked)).not.toThrow(),
);
