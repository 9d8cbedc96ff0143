import { describe, expect, test } from "vitest";
import { parseAddress } from "#lib/routing/address.ts";
import { decide } from "#lib/routing/decide.ts";
import { isForeign, isSignedLeave, leaveQuery, signLeave } from "#lib/routing/leave.ts";
import type { Snapshot } from "#lib/routing/snapshot.ts";

const KEY = "a key for tests";
const url = "https://www.example.com/a b?x=1&y=2#三";
const leave = { url, signature: signLeave(url, KEY) };

const snapshot: Snapshot = {
  hosts: { "www.s1.localhost": 1 },
  sites: {
    1: {
      id: 1,
      code: "s1",
      name: "第一市人民政府",
      primaryHost: "www.s1.localhost",
      locales: ["zh-CN", "zh-Hant"],
      state: "online",
      stateNotice: null,
      successor: null,
      stateUntil: null,
      theme: "zhongzhou-red",
      sponsor: "办公室",
      phone: "12345",
      address: "人民路1号",
      idCode: "9901000001",
      icp: null,
      police: null,
    },
  },
};
const ask = (target: string) => decide(snapshot, { host: "www.s1.localhost", target }, 3000, KEY);

test("an address that we signed is a page of its own, in every form and language", () => {
  for (const prefix of ["", "/care", "/zh-hant", "/zh-hant/care"]) {
    const action = ask(`${prefix}/go?${leaveQuery(leave)}`);
    expect(action).toMatchObject({ kind: "page", address: { leave } });
    const again =
      action.kind === "page" ? parseAddress(action.address.canonical, ["zh-CN", "zh-Hant"]) : null;
    expect(again).toMatchObject({ ok: true, isCanonical: true, address: { leave } });
  }
});

test("care options go along, and other words of the query do not", () => {
  const parsed = parseAddress(`/care/go?${leaveQuery(leave)}&scheme=by&utm=1`);
  expect(parsed.ok && parsed.address.canonical).toBe(`/care/go?scheme=by&${leaveQuery(leave)}`);
});

test("two addresses outside are two pages", () => {
  const one = ask(`/go?${leaveQuery(leave)}`);
  const url2 = "https://www.example.com/b";
  const other = ask(`/go?${leaveQuery({ url: url2, signature: signLeave(url2, KEY) })}`);
  if (one.kind !== "page" || other.kind !== "page") throw new Error("refused");
  expect(one.address.path).not.toBe(other.address.path);
});

test.each([
  ["no signature", `/go?u=${encodeURIComponent(url)}`],
  [
    "another address under the same signature",
    `/go?u=https%3A%2F%2Fevil.example&s=${leave.signature}`,
  ],
  ["an altered signature", `/go?u=${encodeURIComponent(url)}&s=${"A".repeat(22)}`],
  ["a shorter signature", `/go?u=${encodeURIComponent(url)}&s=A`],
  ["a script", `/go?${leaveQuery({ url: "javascript:alert(1)", signature: "x" })}`],
  ["the address twice", `/go?${leaveQuery(leave)}&u=https%3A%2F%2Fevil.example`],
  ["nothing at all", "/go"],
])("%s is refused", (_, target) => {
  expect(ask(target)).toMatchObject({ kind: "refuse", status: 400 });
});

test("another installation's signature is none here", () => {
  expect(isSignedLeave(leave, "another key")).toBe(false);
});

describe("who is foreign", () => {
  const isOwn = (host: string) => host === "www.s1.localhost";
  test.each([
    ["https://www.example.com/", true],
    ["http://gov.cn.example.com/", true],
    ["https://evilgov.cn/", true],
    ["https://www.gov.cn/", false],
    ["http://czt.yunchuan.gov.cn/a", false],
    ["https://某某.政务/", false],
    ["http://www.s1.localhost:3000/a", false],
    ["/zwgk/1.html", false],
    ["#top", false],
    ["mailto:a@example.com", false],
    ["tel:12345", false],
  ])("%s: %s", (address, expected) => {
    expect(isForeign(address, isOwn)).toBe(expected);
  });
});
