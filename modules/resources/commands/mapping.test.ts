import { expect, test } from "vitest";
import { oldPath } from "#modules/resources/commands/mapping.ts";

test.each([
  ["http://old.cn/a/1.html", "/a/1.html"],
  ["http://old.cn/a/index.html", "/a"],
  ["http://old.cn/show.jsp?ID=7&from=timeline", "/show.jsp?id=7"],
  ["http://old.cn/?p=7", "/?p=7"],
])("%s was at %s", (url, path) => {
  expect(oldPath(url)).toBe(path);
});

test.each([
  ["the home page", "http://old.cn/"],
  ["the home page with words", "http://old.cn/?id=7"],
  ["a path of ours", "http://old.cn/search?q=x"],
  ["a path of ours with words", "http://old.cn/admin?x=1"],
  ["files of ours", "http://old.cn/files?id=7"],
  ["the map of a site with words", "http://old.cn/sitemap.html?x=1"],
  ["a care page", "http://old.cn/care/a.html"],
  ["no address", "nowhere"],
  ["no page", "ftp://old.cn/a.html"],
  ["a path that holds what looks like a query", "http://old.cn/a%3Fid=7"],
])("%s is kept for nobody", (_, url) => {
  expect(oldPath(url)).toBeNull();
});

test("only addresses of the hosts that are named are kept", () => {
  expect(oldPath("http://a.cn/1.html", ["a.cn"])).toBe("/1.html");
  expect(oldPath("http://b.cn/1.html", ["a.cn"])).toBeNull();
});
