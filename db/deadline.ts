import { AppError } from "#lib/errors.ts";

const FAILURES_TO_OPEN = 5;
const WINDOW_MS = 5_000;
const PROBE_EVERY_MS = 1_000;

let failures: number[] = [];
let lastProbe = 0;

/**
 * Runs a read with a deadline, behind a breaker: five failures in five seconds and for the next
 * ones the answer is "unavailable" at once, with one probe a second. The driver's own time-outs
 * do not cover every way a server can vanish (RELIABILITY K8).
 * @throws {AppError} UNAVAILABLE
 */
export async function withDeadline<Value>(
  read: () => Promise<Value>,
  timeoutMs = 3_000,
): Promise<Value> {
  const now = performance.now();
  failures = failures.filter((at) => now - at < WINDOW_MS);
  if (failures.length >= FAILURES_TO_OPEN && now - lastProbe < PROBE_EVERY_MS) {
    throw new AppError("UNAVAILABLE", "database breaker is open");
  }
  lastProbe = now;
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new AppError("UNAVAILABLE", "database deadline passed")),
        timeoutMs,
      );
    });
    const value = await Promise.race([read(), late]);
    failures = [];
    return value;
  } catch (error) {
    failures.push(performance.now());
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
