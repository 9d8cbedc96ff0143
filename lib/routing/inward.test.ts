import { expect, test } from "vitest";
import type { Reader } from "#lib/routing/inward.ts";
import { inwardHref } from "#lib/routing/inward.ts";
import { STANDARD } from "#lib/routing/variant.ts";

const isOwnHost = (host: string) => host === "www.a.localhost" || host === "www.b.localhost";
const standard: Reader = { host: "www.a.localhost", locale: "zh-CN", variant: STANDARD };
const care: Reader = {
  ...standard,
  variant: { mode: "care", size: 2, scheme: "yb" },
};

test.each([
  ["/bsfw/bszn", "/bsfw/bszn", "/care/bsfw/bszn?scheme=yb&size=2"],
  ["/", "/", "/care?scheme=yb&size=2"],
  [
    "/zwgk/202611/3.html#fj",
    "/zwgk/202611/3.html#fj",
    "/care/zwgk/202611/3.html?scheme=yb&size=2#fj",
  ],
  ["/care/zwgk", "/zwgk", "/care/zwgk?scheme=yb&size=2"],
  ["http://www.a.localhost/zwgk", "/zwgk", "/care/zwgk?scheme=yb&size=2"],
  [
    "https://www.b.localhost:4700/zwgk?from=wx",
    "https://www.b.localhost:4700/zwgk",
    "https://www.b.localhost:4700/care/zwgk?scheme=yb&size=2",
  ],
])("%s is a page of the group", (href, there, inCare) => {
  expect(inwardHref(href, isOwnHost, standard)).toBe(there);
  expect(inwardHref(href, isOwnHost, care)).toBe(inCare);
});

test("on the site itself the language is kept, on another site only the form", () => {
  const reader: Reader = { ...care, locale: "zh-Hant" };
  expect(inwardHref("/zwgk", isOwnHost, reader)).toBe("/zh-hant/care/zwgk?scheme=yb&size=2");
  expect(inwardHref("http://www.b.localhost/zwgk", isOwnHost, reader)).toBe(
    "http://www.b.localhost/care/zwgk?scheme=yb&size=2",
  );
});

test.each([
  "https://www.other.example/a",
  "//www.b.localhost/zwgk",
  "/files/abc.pdf",
  "/zwdt/yw/rss.xml",
  "/go?u=x&s=y",
  "/admin",
  "mailto:a@b.cn",
  "tel:12345",
  "#fj",
  "",
  "http://[",
  "/%ff",
])("%j is left as it is", (href) => {
  expect(inwardHref(href, isOwnHost, care)).toBeNull();
});
