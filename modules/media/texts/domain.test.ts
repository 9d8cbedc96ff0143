import { expect, test } from "vitest";
import { PAPER_FAILURES } from "#lib/papers/reading.ts";
import { outcomeOf } from "#modules/media/texts/domain.ts";

const failed = (reason: (typeof PAPER_FAILURES)[number]) =>
  ({ state: "failed", reason, detail: "" }) as const;

test("what was read stays as it is", () => {
  expect(outcomeOf({ state: "done", text: "预算" }, 1, 3)).toEqual({ state: "done", text: "预算" });
  expect(outcomeOf({ state: "nothing" }, 3, 3)).toEqual({ state: "nothing" });
});

test.each(PAPER_FAILURES.map((reason) => [reason]))(
  "%s is tried again, or is how the file is",
  (reason) => {
    const mayPass = ["time", "memory", "crashed", "missing"].includes(reason);
    expect(outcomeOf(failed(reason), 1, 3).state).toBe(mayPass ? "waiting" : "failed");
    expect(outcomeOf(failed(reason), 3, 3)).toEqual(failed(reason));
  },
);

test("pauses grow", () => {
  const pauses = [1, 2, 3].map((attempt) => outcomeOf(failed("time"), attempt, 9));
  expect(pauses).toMatchObject([
    { pauseSeconds: 60 },
    { pauseSeconds: 240 },
    { pauseSeconds: 960 },
  ]);
});
