/** How a child of the supervisor ends: with it, however it ended. */
import { logger } from "#lib/logger.ts";

const PATIENCE_MS = 5_000;

/**
 * Runs `finish` once when the supervisor says stop or its channel closes (it may have been killed),
 * then exits. The terminal's Ctrl-C is for the supervisor alone.
 */
export function endWithParent(finish: () => Promise<void>): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await finish().catch((error: unknown) => logger.error({ err: error }, "ended untidily"));
    process.exit(0);
  };
  process.on("disconnect", end);
  process.on("SIGTERM", end);
  process.on("SIGINT", () => process.connected || end());
}
