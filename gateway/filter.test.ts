import { expect, test } from "vitest";
import { filterRequest, readHeaders } from "#gateway/filter.ts";

const ask = (raw: string[], method = "GET", target = "/", isDesk = false) =>
  filterRequest({ method, target, seen: readHeaders(raw), isDesk });
const host = ["Host", "www.s1.localhost"];

test("an ordinary request goes on", () => {
  expect(
    ask([
      ...host,
      "Accept-Encoding",
      "gzip",
      "Cookie",
      "a=b",
      "X-Forwarded-Host",
      "www.s1.localhost",
    ]),
  ).toBeNull();
  expect(ask(host, "HEAD")).toBeNull();
});

test.each([
  [[], "host-count"],
  [[...host, "host", "evil.example"], "host-count"],
  [[...host, "x-middleware-subrequest", "middleware"], "forged-x-middleware-subrequest"],
  [[...host, "X-Middleware-Rewrite", "/"], "forged-x-middleware-rewrite"],
  [[...host, "Next-Action", "abc"], "forged-next-action"],
  [[...host, "x-zs-gate", "guess"], "forged-x-zs-gate"],
  [[...host, "x-forwarded-host", "evil.example"], "forged-x-forwarded-host"],
] as const)("%j is refused: %s", (raw, reason) => {
  expect(ask([...raw])).toMatchObject({ status: 400, reason });
});

test.each(["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])(
  "%s to a page is refused",
  (method) => {
    expect(ask(host, method)).toMatchObject({ status: 405 });
  },
);

test("the desk may post and act, and nothing more", () => {
  expect(ask([...host, "next-action", "x"], "POST", "/admin", true)).toBeNull();
  expect(ask(host, "PUT", "/admin", true)).toMatchObject({ status: 405 });
  expect(
    ask([...host, "x-middleware-next", "1", "next-action", "x"], "POST", "/admin", true),
  ).toMatchObject({ status: 400 });
});

test("absolute form and endless targets are refused", () => {
  expect(ask(host, "GET", "http://other/")).toMatchObject({ status: 400 });
  expect(ask(host, "GET", `/${"a".repeat(3_000)}`)).toMatchObject({ status: 414 });
});
