/** How a child of the supervisor ends: with it, however it ended, and not of a connection that was cut. */
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

/** Shutdown, crash and start of the server (57P01 to 57P03), and the driver's own words for a lost connection. */
const LOST_CONNECTION = /^(?:57P0[123]|CONNECTION_(?:CLOSED|ENDED|DESTROYED)|ECONNRESET|EPIPE)$/;

/**
 * postgres 3.4.9 asks for the types of arrays beside the first query of every connection and waits
 * for no answer: a connection cut in that moment is a rejection that nobody handles. It is told, and
 * the process lives; any other ends it, as Node does.
 */
export function outliveCutConnections(): void {
  process.on("unhandledRejection", (error) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!LOST_CONNECTION.test(code)) throw error;
    logger.warn({ code, message: String(error) }, "a connection to the database was cut");
  });
}
