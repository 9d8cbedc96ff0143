import { expect, test } from "vitest";
import { clientOf, Limiter } from "#gateway/limiter.ts";

const ask = (limiter: Limiter, address: string, times: number, now: number) =>
  Array.from({ length: times }, () => limiter.waitFor(address, now));

test("as many questions as a minute holds, then one for each share of a minute", () => {
  const limiter = new Limiter({ perMinute: 6 });
  expect(ask(limiter, "203.0.113.1", 7, 0)).toEqual([0, 0, 0, 0, 0, 0, 10]);
  expect(limiter.waitFor("203.0.113.1", 4_000)).toBe(6);
  expect(limiter.waitFor("203.0.113.1", 10_000)).toBe(0);
  expect(limiter.waitFor("203.0.113.1", 10_000)).toBe(10);
  expect(ask(limiter, "203.0.113.1", 7, 200_000).filter((wait) => wait === 0)).toHaveLength(6);
});

test("another client is not held up, and a clock that goes back takes nothing", () => {
  const limiter = new Limiter({ perMinute: 1 });
  expect(ask(limiter, "203.0.113.1", 2, 60_000)).toEqual([0, 60]);
  expect(limiter.waitFor("203.0.113.2", 60_000)).toBe(0);
  expect(limiter.waitFor("203.0.113.1", 0)).toBe(60);
});

test("a line's whole IPv6 network is one client, and an IPv4 address is one in either spelling", () => {
  expect(clientOf("2001:db8:0:1::5")).toBe(clientOf("2001:0DB8:0:1:aaaa:bbbb:cccc:dddd"));
  expect(clientOf("2001:db8:0:1::5")).not.toBe(clientOf("2001:db8:0:2::5"));
  expect(clientOf("::1")).toBe("0:0:0:0");
  expect(clientOf("::ffff:203.0.113.1")).toBe("203.0.113.1");
});

test("only so many clients are remembered, the last ones", () => {
  const limiter = new Limiter({ perMinute: 1, mostClients: 2 });
  for (const last of [1, 2, 3]) limiter.waitFor(`203.0.113.${last}`, 0);
  expect(limiter.waitFor("203.0.113.3", 0)).toBe(60);
  expect(limiter.waitFor("203.0.113.1", 0)).toBe(0);
});
