import { describe, expect, test } from "vitest";
import { parseAddress } from "#lib/routing/address.ts";
import { splitColumnPage } from "#lib/routing/column-page.ts";
import { decide } from "#lib/routing/decide.ts";
import { hostFromWords, normalizeHost } from "#lib/routing/host.ts";
import type { RoutingSite, RoutingState, Snapshot } from "#lib/routing/snapshot.ts";

const site = (id: number, state: RoutingState, successor: string | null = null): RoutingSite => ({
  id,
  code: `s${id}`,
  name: `第${id}市人民政府`,
  primaryHost: `www.s${id}.localhost`,
  locales: ["zh-CN"],
  state,
  stateNotice: null,
  successor,
  stateUntil: null,
  theme: "zhongzhou-red",
  sponsor: "办公室",
  phone: "12345",
  address: "人民路1号",
  idCode: "9901000001",
  icp: null,
  police: null,
});

const snapshot: Snapshot = {
  hosts: {
    "www.s1.localhost": 1,
    "s1.localhost": 1,
    "www.s2.localhost": 2,
    "www.s3.localhost": 3,
    "www.s4.localhost": 4,
    "www.s5.localhost": 5,
  },
  sites: {
    1: site(1, "online"),
    2: site(2, "preparing"),
    3: site(3, "suspended"),
    4: site(4, "closed"),
    5: site(5, "moved", "https://www.new.gov.cn"),
  },
};
const ask = (host: string, target = "/") =>
  decide(snapshot, { host: normalizeHost(host), target }, 3000);

describe("hosts", () => {
  test.each([
    ["WWW.S1.Localhost:3000", "www.s1.localhost"],
    ["www.s1.localhost.", "www.s1.localhost"],
    ["xn--5nr.xn--zfr164b", "xn--5nr.xn--zfr164b"],
    ["[::1]:3000", "[::1]"],
    ["a b", null],
    ["a,b", null],
    ["", null],
    [undefined, null],
    ["evil.com/@www.s1.localhost", null],
    ["www.s1.localhost/zwdt", null],
    ["www.s1.localhost:99999999", null],
    ["x".repeat(300), null],
    // What Unicode or URL rules would fold into the host of a site.
    ["%77ww.s1.localhost", null],
    ["ｗww.s1.localhost", null],
    ["www.s1.local\u00adhost", null],
    ["0x7f.1", "0x7f.1"],
    ["127.000.1", "127.000.1"],
  ])("%j is read as %j", (header, expected) => {
    expect(normalizeHost(header)).toBe(expected);
  });

  test.each([
    ["县.政务", "xn--5nr.xn--zfr164b"],
    ["WWW.Yunchuan.gov.cn", "www.yunchuan.gov.cn"],
    ["www.yunchuan.gov.cn:8080", null],
    ["%77ww.yunchuan.gov.cn", null],
    ["县 政务", null],
  ])("an operator's %j is kept as %j", (words, expected) => {
    expect(hostFromWords(words)).toBe(expected);
  });

  test("an unknown host is told nothing", () => {
    expect(ask("other.example")).toEqual({ kind: "refuse", status: 421, reason: "unknown-host" });
    expect(ask("__proto__")).toMatchObject({ status: 421 });
  });

  test("an alias is sent to the primary host with its path and care options", () => {
    expect(ask("s1.localhost", "/care/zwgk?size=2&utm=x")).toMatchObject({
      status: 301,
      location: "http://www.s1.localhost:3000/care/zwgk?size=2",
    });
  });

  test("the words that told an old address apart are not lost on the way", () => {
    expect(ask("s1.localhost", "/show.jsp?ID=7&utm_source=x")).toMatchObject({
      location: "http://www.s1.localhost:3000/show.jsp?id=7",
    });
    expect(ask("www.s1.localhost", "/show/?id=7")).toMatchObject({ location: "/show?id=7" });
    expect(ask("www.s5.localhost", "/show.jsp?id=7")).toMatchObject({
      location: "https://www.new.gov.cn/show.jsp?id=7",
    });
  });
});

describe("states of a site", () => {
  test.each([
    ["www.s2.localhost", 503],
    ["www.s3.localhost", 503],
    ["www.s4.localhost", 410],
  ])("%s answers %i", (host, status) => {
    expect(ask(host)).toMatchObject({ kind: "state", status });
  });

  test("a moved site sends to the same path of its successor", () => {
    expect(ask("www.s5.localhost", "/zwgk/")).toMatchObject({
      status: 301,
      location: "https://www.new.gov.cn/zwgk",
    });
  });
});

describe("addresses", () => {
  test.each([
    "/%ff",
    "//",
    "//evil.com",
    "/a//b",
    "/../etc/passwd",
    "/a/../b",
    "/.",
    "/%2e%2e/x",
    "/a%2fb",
    "/a%5cb",
    "/search%3Fq=a",
    "/%3fp=7",
    "/a\\b",
    "/%00",
    "/a%0d%0ab",
    "/%c0%af",
    "/%",
    "*",
    "http://other/",
    "/a#b",
  ])("%s is refused", (target) => {
    expect(ask("www.s1.localhost", target)).toMatchObject({ kind: "refuse", status: 400 });
  });

  test("a very long target is refused as such", () => {
    expect(ask("www.s1.localhost", `/${"a".repeat(65_536)}`)).toMatchObject({ status: 414 });
  });

  test.each([
    ["/zwgk/", "/zwgk"],
    ["/index.html", "/"],
    ["/zwgk/index.html", "/zwgk"],
    ["/zwgk/index_1.html", "/zwgk"],
    ["/care/", "/care"],
  ])("%s is another spelling of %s", (target, location) => {
    expect(ask("www.s1.localhost", target)).toMatchObject({ kind: "redirect", location });
  });

  test("care and its options are part of the address; other query words are not", () => {
    const parsed = parseAddress("/care/zwgk/index_2.html?utm=1&scheme=by&size=3&size=9");
    expect(parsed).toMatchObject({
      isCanonical: true,
      address: { path: "/zwgk/index_2.html", variant: { mode: "care", size: 3, scheme: "by" } },
    });
  });

  test("a locale is read only where the site has it", () => {
    expect(parseAddress("/en/zwgk", ["zh-CN", "en"])).toMatchObject({
      address: { locale: "en", path: "/zwgk" },
    });
    expect(parseAddress("/en/zwgk", ["zh-CN"])).toMatchObject({
      address: { locale: "zh-CN", path: "/en/zwgk" },
    });
  });

  test("numbered pages belong to their column", () => {
    expect(splitColumnPage("/zwgk/tzgg/index_3.html")).toEqual({
      columnPath: "zwgk/tzgg",
      page: 3,
    });
    expect(splitColumnPage("/zwgk")).toEqual({ columnPath: "zwgk", page: 1 });
  });
});
