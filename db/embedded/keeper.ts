/**
 * Keeps the embedded PostgreSQL while the supervisor lives: starts or adopts it, tells where it is,
 * and stops it when the channel closes, however the supervisor ended.
 */
import { mkdirSync, rmSync } from "node:fs";
import { startPostgres } from "#db/embedded/launcher.ts";
import { dataPath } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { secrets, writePrivateFile } from "#lib/secrets.ts";

mkdirSync(dataPath("logs"), { recursive: true });
// The terminal's Ctrl-C is for the supervisor; the end of the channel is this process's signal.
process.on("SIGINT", () => {});

const server = await startPostgres({
  dataDir: dataPath("pg"),
  password: secrets().databasePassword,
  logFile: dataPath("logs", "postgres.log"),
});
const address = dataPath("postgres.json");
writePrivateFile(address, JSON.stringify({ url: server.url, pid: server.pid }));
process.send?.({ kind: "ready", pid: server.pid, url: server.url });

const watch = setInterval(() => {
  try {
    process.kill(server.pid, 0);
  } catch {
    logger.error({ pid: server.pid }, "postgres ended by itself");
    process.exit(1);
  }
}, 250);

async function stop(): Promise<void> {
  clearInterval(watch);
  await server.stop();
  rmSync(address, { force: true });
  process.exit(0);
}
process.on("disconnect", stop);
process.on("SIGTERM", stop);
