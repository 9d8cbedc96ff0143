import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { testDatabase } from "#db/testing/scene.ts";

const base = testDatabase();
afterAll(() => base.close());

type WithDeadline = typeof import("#db/deadline.ts")["withDeadline"];
let withDeadline: WithDeadline;

beforeEach(async () => {
  // The breaker is one for the process: each test has a process of its own, as it were.
  vi.resetModules();
  ({ withDeadline } = await import("#db/deadline.ts"));
});
afterEach(() => vi.useRealTimers());

const down = () => Promise.reject(new Error("connection refused"));
const codeOf = (tried: Promise<unknown>) =>
  tried.then(
    (value) => value,
    (error: Error & { code?: string }) => error.code ?? error.message,
  );

async function fail(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1)
    expect(await codeOf(withDeadline(down))).toBe("connection refused");
}

test("a read in time gives its value, and its own failure is passed on as it is", async () => {
  expect(await withDeadline(async () => [...(await base.sql`select 7 as n`)])).toEqual([{ n: 7 }]);
  expect(await codeOf(withDeadline(async () => await base.sql`select 1 / 0`))).toBe("22012");
});

test("a read that never answers is given up when its deadline passes", async () => {
  const began = performance.now();
  const never = withDeadline(() => new Promise(() => {}), 60);
  expect(await codeOf(never)).toBe("UNAVAILABLE");
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("a server that answers too late is given up too", async () => {
  const late = withDeadline(async () => await base.sql`select pg_sleep(0.3)`, 40);
  expect(await codeOf(late)).toBe("UNAVAILABLE");
});

test("after five failures the breaker opens: nothing is asked any more", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  await fail(5);
  // The first one afterwards is the probe of this second.
  vi.advanceTimersByTime(1_001);
  await fail(1);
  let asked = 0;
  const ask = async () => {
    asked += 1;
  };
  for (let at = 0; at < 10; at += 1) expect(await codeOf(withDeadline(ask))).toBe("UNAVAILABLE");
  expect(asked).toBe(0);
});

test("an open breaker lets one probe a second through, and closes when it succeeds", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  await fail(5);
  vi.advanceTimersByTime(1_001);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return "here";
  };
  const all = await Promise.all([1, 2, 3].map(() => codeOf(withDeadline(ask))));
  expect(all).toEqual(["here", "UNAVAILABLE", "UNAVAILABLE"]);
  expect(asked).toBe(1);
  expect(await codeOf(withDeadline(ask))).toBe("here");
  expect(await codeOf(withDeadline(ask))).toBe("here");
});

test("four failures open nothing, nor do five that are far apart", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  await fail(4);
  expect(await codeOf(withDeadline(async () => "here"))).toBe("here");
  for (let at = 0; at < 8; at += 1) {
    await fail(1);
    vi.advanceTimersByTime(2_000);
  }
  expect(await codeOf(withDeadline(async () => "here"))).toBe("here");
});
