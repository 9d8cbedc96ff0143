/**
 * Gives a command a database of its own: an embedded PostgreSQL in DATA_DIR (a temporary folder of the
 * caller), migrated, its address in DATABASE_URL; stopped when the command ends.
 *   node scripts/test/database.ts FILE [ARGS…]
 */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { startPostgres } from "#db/embedded/launcher.ts";
import { migrate } from "#db/migrate.ts";
import { dataPath } from "#lib/env.ts";
import { secrets } from "#lib/secrets.ts";

/** A test's database may forget everything when the machine loses power. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Asked to end: this process is the one that stops the server, so it ends last, however early it is asked. */
let isAsked = false;
let command: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    isAsked = true;
    command?.kill(signal);
  });
}

function run(args: string[], url: string): Promise<number> {
  return new Promise((done) => {
    command = spawn(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: url },
      stdio: ["ignore", "inherit", "inherit"],
    });
    command.on("exit", (code) => done(code ?? 1));
  });
}

mkdirSync(dataPath(), { recursive: true });
const server = await startPostgres({
  dataDir: dataPath("pg"),
  password: secrets().databasePassword,
  logFile: dataPath("postgres.log"),
  settings: SETTINGS,
});
try {
  const ran = await migrate(server.url);
  console.log(`PostgreSQL is up, ${ran.length} migrations ran`);
  process.exitCode = isAsked ? 1 : await run(process.argv.slice(2), server.url);
} finally {
  await server.stop();
}
