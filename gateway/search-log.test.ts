import { expect, test } from "vitest";
import { cameFrom } from "#gateway/search-log.ts";

const HOST = "www.a.cn";

test.each([
  [
    "results of this site",
    "https://www.a.cn/search?q=社保",
    { host: HOST, query: "q=%E7%A4%BE%E4%BF%9D" },
  ],
  [
    "what is no word of a question is left out",
    "https://www.a.cn/search?q=a&via=list",
    { host: HOST, query: "q=a" },
  ],
  [
    "care results, with their size",
    "https://www.a.cn/care/search?q=a&size=2",
    { host: HOST, query: "q=a" },
  ],
  ["results in another language", "https://www.a.cn/en/search?q=a", { host: HOST, query: "q=a" }],
  [
    "another site, which says its host alone",
    "https://www.b.cn/",
    { host: "www.b.cn", query: null },
  ],
  ["this site's home page", "https://www.a.cn/", null],
  ["a page of this site", "https://www.a.cn/zwdt/1.html", null],
  ["no address", "about:blank", null],
  ["no address at all", "\u0000", null],
])("who comes from %s", (_, referer, from) => {
  expect(cameFrom(referer, HOST)).toEqual(from);
});
