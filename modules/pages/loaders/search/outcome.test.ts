import { expect, test } from "vitest";
import { converterFor } from "#lib/i18n/convert.ts";
import { STANDARD } from "#lib/routing/variant.ts";
import { clearLink } from "#modules/pages/loaders/search/conditions.ts";
import type { Found } from "#modules/pages/loaders/search/find.ts";
import type { Reader } from "#modules/pages/loaders/search/links.ts";
import { packNoted } from "#modules/pages/loaders/search/noted.ts";
import { notesOf } from "#modules/pages/loaders/search/notes.ts";
import { detourOf, stateOf } from "#modules/pages/loaders/search/outcome.ts";
import { readAsked } from "#modules/search/domain/asked.ts";
import type { SearchAnswer, Understood } from "#modules/search/schema.ts";

const readerOf = (locale: Reader["locale"], variant: Reader["variant"] = STANDARD): Reader => ({
  ...{ locale, variant, convert: converterFor(locale) },
});
const standard = readerOf("zh-CN");
const care = readerOf("zh-CN", { mode: "care", size: 1, scheme: null });

const read = (query: string) => readAsked(new URLSearchParams(query));
const askedBy = (query: string) => read(query).asked;

const UNDERSTOOD: Understood = {
  ...{ searched: "", suggestion: null, corrected: null, expanded: [], whole: null, relaxed: [] },
  ...{ documentNumber: null, region: null, periods: [] },
};

const answerOf = (said: Partial<SearchAnswer>): SearchAnswer => ({
  understood: UNDERSTOOD,
  ...{ hits: [], total: { count: 0, isExact: true }, pages: 0, related: [], tookMs: 1 },
  facets: { classes: [], sites: [], regions: [], organisations: [], years: [] },
  chosen: { regions: [], organisation: null },
  isPartial: false,
  ...said,
});

test.each([
  ["start", "q=", null, 0],
  ["found", "q=a", { pages: 3, isPartial: true }, 1],
  ["empty", "q=a", { pages: 0, isPartial: false }, 0],
  ["beyond", "q=a&page=15", { pages: 3, isPartial: false }, 0],
  ["unfinished", "q=a&page=15", { pages: 3, isPartial: true }, 0],
  // What was counted has just been withdrawn: there is no page before the first to go back to.
  ["empty", "q=a", { pages: 1, isPartial: false }, 0],
] as const)("a page without results says why: %s", (state, query, answer, shown) => {
  expect(stateOf(askedBy(query), answer, shown)).toBe(state);
});

test.each([
  [15, 3, 3, ["/search?q=a&class=policy", "/search?q=a&class=policy&page=3"]],
  [3, 3, 2, ["/search?q=a&class=policy", "/search?q=a&class=policy&page=2"]],
  [2, 1, 1, ["/search?q=a&class=policy"]],
])(
  "page %i of %i leads to the first and to the last one with the same question",
  (page, pages, last, hrefs) => {
    const asked = askedBy(`q=a&class=policy&page=${page}`);
    const detour = detourOf(standard, asked, { pages, isPartial: false }, "beyond");
    expect(detour?.text).toContain(`${last} 页`);
    expect(detour?.links.map(({ href }) => href)).toEqual(hrefs);
  },
);

test("time that ran out leads to the same address again", () => {
  const asked = askedBy("q=a&from=2020-01-01&page=2");
  const detour = detourOf(care, asked, { pages: 0, isPartial: true }, "unfinished");
  expect(detour?.links.map(({ href }) => href)).toEqual([
    "/care/search?q=a&from=2020-01-01&page=2",
  ]);
});

const KEPT = "q=a&scope=group&sort=time&number=1&literal=1";

test.each([
  "class=policy",
  "from=2020-01-01",
  "to=2020-01-01",
  "validity=current",
  "region=990000",
  "site=yunchuan",
  "org=7",
  "field=title",
  "exact=1",
])(
  "a zero under %s is explained, and one link drops every condition and nothing else",
  (condition) => {
    const empty = answerOf({});
    const detour = detourOf(standard, askedBy(`${KEPT}&${condition}`), empty, "empty");
    const [link, ...others] = detour?.links ?? [];
    expect(others).toEqual([]);
    const { searchParams } = new URL(link?.href ?? "", "http://a");
    expect([...searchParams].sort()).toEqual([...new URLSearchParams(KEPT)].sort());
  },
);

test("a zero of the words alone has no condition to drop", () => {
  expect(detourOf(standard, askedBy(KEPT), answerOf({}), "empty")).toBeNull();
  expect(clearLink(standard, askedBy(KEPT))).toBeNull();
});

test("in the care form, which lists no order, the order goes with the conditions", () => {
  const asked = askedBy("q=a&sort=time&validity=current&site=yunchuan");
  expect(clearLink(standard, asked)?.href).toBe("/search?q=a&sort=time");
  expect(clearLink(care, asked)?.href).toBe("/care/search?q=a");
  expect(clearLink(care, askedBy("q=a&sort=time"))?.href).toBe("/care/search?q=a");
  expect(clearLink(care, askedBy("q=a"))).toBeNull();
});

const textsOf = (reader: Reader, query: string, understood: Partial<Understood>) =>
  notesOf(reader, read(query), answerOf({ understood: { ...UNDERSTOOD, ...understood } }), "found");

test("what was made of the question is shown in the reader's script and asked as it is", () => {
  const notes = textsOf(readerOf("zh-Hant"), "q=養老", {
    corrected: { from: "养老宝险", to: "养老保险" },
    expanded: [{ from: "五险", to: ["社会保险"] }],
    relaxed: ["办理"],
    suggestion: "养老保险",
  });
  const said = notes.map(({ text, link }) => `${text}${link?.name ?? ""}`).join();
  for (const words of ["養老寶險", "養老保險", "五險", "社會保險", "辦理"])
    expect(said).toContain(words);
  expect(said).not.toMatch(/[养险会办]/);
  const link = notes.at(-1)?.link;
  expect(link?.name).toBe("養老保險");
  expect(new URL(link?.href ?? "", "http://a").searchParams.get("q")).toBe("养老保险");
});

test("how many hold all the words is said, with the literal search beside it", () => {
  const [note] = textsOf(standard, "q=a b", { whole: 2 });
  expect(note?.text).toBe("其中 2 条包含全部词语，其余只包含一部分。");
  expect(note?.link?.href).toContain("literal=1");
  expect(textsOf(standard, "q=a b", {})).toEqual([]);
});

test("no sentence about results, or about none, stands on a page that does not exist or was not finished", () => {
  const understood = { ...UNDERSTOOD, corrected: { from: "a", to: "b" }, whole: 2 };
  const beyond = answerOf({ understood, pages: 3 });
  expect(notesOf(standard, read("q=a&page=15"), beyond, "beyond")).toEqual([]);
  const unfinished = answerOf({ understood, isPartial: true });
  expect(notesOf(standard, read("q=a"), unfinished, "unfinished")).toEqual([]);
  const empty = notesOf(standard, read("q=a"), answerOf({}), "empty");
  expect(empty.map(({ link }) => link?.href)).toEqual(["/search?q=a&scope=group"]);
});

test("where some hold only a part, those that hold all the words are what was found", () => {
  const answer = answerOf({ total: { count: 9, isExact: true } });
  const hitsOf = (whole: number | null) => {
    const found: Found = { answer, counted: { ...answer, whole } };
    const noted = packNoted(askedBy("q=a b"), found, null) ?? "";
    return (JSON.parse(Buffer.from(noted, "base64url").toString()) as { hits: number }).hits;
  };
  expect(hitsOf(2)).toBe(2);
  expect(hitsOf(null)).toBe(9);
});
