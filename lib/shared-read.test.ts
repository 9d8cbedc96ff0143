import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { SharedRead } from "#lib/shared-read.ts";

/** A reading that ends when told to, with what was there when it began. */
function slowly() {
  const source = { value: "old", begun: 0, isBroken: false };
  const ends: (() => void)[] = [];
  const shared = new SharedRead(async () => {
    const { value, isBroken } = source;
    source.begun += 1;
    await new Promise<void>((resolve) => ends.push(resolve));
    if (isBroken) throw new Error("away");
    return value;
  });
  const end = async () => {
    while (ends.length === 0) await wait(1);
    ends.shift()?.();
  };
  return { source, shared, end };
}

test("all who ask meanwhile share one reading", async () => {
  const { source, shared, end } = slowly();
  const moment = performance.now();
  const asked = [shared.begunSince(moment), shared.begunSince(moment)];
  await end();
  expect(await Promise.all(asked)).toEqual(["old", "old"]);
  expect(source.begun).toBe(1);
});

test("a reading that began before the moment does not answer for it", async () => {
  const { source, shared, end } = slowly();
  const early = shared.begunSince(0);
  source.value = "new";
  await wait(2);
  const moment = performance.now();
  const late = [shared.begunSince(moment), shared.begunSince(moment)];
  await end();
  expect(await early).toBe("old");
  await end();
  expect(await Promise.all(late)).toEqual(["new", "new"]);
  expect(source.begun).toBe(2);
  expect(await shared.begunSince(moment)).toBe("new");
});

test("what is held answers until a newer one is asked for, and where reading fails", async () => {
  const { source, shared, end } = slowly();
  const first = shared.begunSince(0);
  await end();
  await first;
  expect(await shared.begunSince(0)).toBe("old");
  source.isBroken = true;
  const later = shared.begunSince(performance.now());
  await end();
  expect(await later).toBe("old");
});

test("with nothing held, a failure is told", async () => {
  const { source, shared, end } = slowly();
  source.isBroken = true;
  const asked = shared.begunSince(0);
  const outcome = expect(asked).rejects.toThrow("away");
  await end();
  await outcome;
});
