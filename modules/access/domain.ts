/** Rules of signing in, without clock or database: moments come in as milliseconds. */

export type SignInLimits = {
  accountFailures: number;
  addressFailures: number;
  windowMinutes: number;
  lockMinutes: number;
};

/** Moments of failed tries, newest first, of the account and of the address. */
export type Failures = { account: readonly number[]; address: readonly number[] };

const MINUTE_MS = 60_000;

/** True when the newest `count` failures lie within a window and the lock that followed still holds. */
function isLockedBy(
  failures: readonly number[],
  count: number,
  limits: SignInLimits,
  now: number,
): boolean {
  const [newest] = failures;
  const oldest = failures[count - 1];
  if (newest === undefined || oldest === undefined) return false;
  const wasBurst = newest - oldest <= limits.windowMinutes * MINUTE_MS;
  return wasBurst && now - newest < limits.lockMinutes * MINUTE_MS;
}

/** Whether a try may be made at all. A locked try checks no password. @rule DJ-ID-5 */
export function isLocked(failures: Failures, limits: SignInLimits, now: number): boolean {
  return (
    isLockedBy(failures.account, limits.accountFailures, limits, now) ||
    isLockedBy(failures.address, limits.addressFailures, limits, now)
  );
}

export type SessionFacts = {
  lastSeenAt: number;
  expiresAt: number;
  revokedAt: number | null;
  isEnabled: boolean;
};

/** Whether a session still carries its person. @rule DJ-ID-6 */
export function isSessionGood(session: SessionFacts, idleMinutes: number, now: number): boolean {
  return (
    session.isEnabled &&
    session.revokedAt === null &&
    now < session.expiresAt &&
    now - session.lastSeenAt < idleMinutes * MINUTE_MS
  );
}
