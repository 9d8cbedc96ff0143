import { describe, expect, test } from "vitest";
import { isLocked, isSessionGood } from "#modules/access/domain.ts";

const limits = { accountFailures: 5, addressFailures: 20, windowMinutes: 15, lockMinutes: 30 };
const minute = 60_000;
const now = 1_000 * minute;
/** Failures that many minutes ago, newest first. */
const ago = (...minutes: number[]) => minutes.map((n) => now - n * minute);

describe("lock", () => {
  test.each([
    ["four failures do not lock", ago(1, 2, 3, 4), [], false],
    ["five within a quarter of an hour do", ago(1, 2, 3, 4, 15), [], true],
    ["five spread over more time do not", ago(1, 2, 3, 4, 17), [], false],
    ["the lock ends after half an hour", ago(30, 31, 32, 33, 34), [], false],
    ["and holds a minute before", ago(29, 30, 31, 32, 33), [], true],
    [
      "twenty from one address lock it whatever the account",
      [],
      ago(...Array.from({ length: 20 }, (_, n) => n / 2)),
      true,
    ],
  ])("%s", (_, account, address, expected) => {
    expect(isLocked({ account, address }, limits, now)).toBe(expected);
  });
});

describe("session", () => {
  const good = {
    lastSeenAt: now - 14 * minute,
    expiresAt: now + minute,
    revokedAt: null,
    isEnabled: true,
  };
  test.each([
    ["a fresh one carries", good, true],
    ["an idle one does not", { ...good, lastSeenAt: now - 15 * minute }, false],
    ["nor one past its end", { ...good, expiresAt: now }, false],
    ["nor a revoked one", { ...good, revokedAt: now - minute }, false],
    ["nor one of a disabled account", { ...good, isEnabled: false }, false],
  ])("%s", (_, session, expected) => {
    expect(isSessionGood(session, 15, now)).toBe(expected);
  });
});
