import { describe, expect, test } from "vitest";
import { oldAddress, parseAddress, wholeHref } from "#lib/routing/address.ts";
import { isHomeQuery, tidyOldQuery } from "#lib/routing/old-query.ts";

describe("the words behind an old path have one spelling", () => {
  test.each([
    ["id=7", "id=7"],
    ["b=2&a=1", "a=1&b=2"],
    ["ID=7&Lang=ZH", "id=7&lang=ZH"],
    ["id=7&from=timeline&isappinstalled=0&utm_source=x", "id=7"],
    ["from=2019", "from=2019"],
    ["a=1&a=2&&=&a=1", "a=1&a=1&a=2"],
    ["7", "7"],
    ["name=%b9%ab", "name=%B9%AB"],
    ["utm_source=x", ""],
    ["a=b=c", "a=b=c"],
    ["", ""],
    ["a=\u0000", ""],
    ["a=中", ""],
  ])("%j", (raw, tidy) => {
    expect(tidyOldQuery(raw)).toBe(tidy);
    expect(tidyOldQuery(tidy)).toBe(tidy);
  });
});

const addressOf = (target: string) => {
  const parsed = parseAddress(target, ["zh-CN", "en"]);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.address;
};

test("they stand beside the address of a page, which does not change by them", () => {
  const address = addressOf("/zwgk/show.jsp?id=7&spm=1");
  expect(address).toMatchObject({ path: "/zwgk/show.jsp", canonical: "/zwgk/show.jsp" });
  expect(wholeHref(address)).toBe("/zwgk/show.jsp?id=7");
  expect(oldAddress(address)).toMatchObject({
    path: "/zwgk/show.jsp?id=7",
    canonical: "/zwgk/show.jsp?id=7",
  });
});

test.each([
  ["nothing was said", "/zwgk"],
  ["what was said was added on the way", "/zwgk?utm_source=a"],
  ["it is a question", "/search?q=a&id=7"],
  ["it is a form or language of ours", "/care/show.jsp?id=7"],
  ["it is a language of ours", "/en/show.jsp?id=7"],
])("there are none where %s", (_, target) => {
  expect(oldAddress(addressOf(target))).toBeNull();
});

test("WordPress tells its pages apart at the home page's path", () => {
  expect([isHomeQuery("/", "p=7"), isHomeQuery("/", "page_id=7")]).toEqual([true, true]);
  expect([isHomeQuery("/", "q=7"), isHomeQuery("/a", "p=7"), isHomeQuery("/", "p=x")]).toEqual([
    false,
    false,
    false,
  ]);
});
