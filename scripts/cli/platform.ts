import { existsSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { Db } from "#db/client.ts";
import { connect, databaseUrl } from "#db/client.ts";
import { startPostgres } from "#db/embedded/launcher.ts";
import { dataPath, env } from "#lib/env.ts";
import { originOf } from "#lib/routing/decide.ts";
import { secrets } from "#lib/secrets.ts";
import type { Ctx } from "#modules/access/context.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";

export type Platform = {
  ctx: Ctx;
  db: Db;
  addressOf: (host: string, path: string) => string;
  close: () => Promise<void>;
};

function runningPort(): number | null {
  const path = dataPath("running.json");
  if (!existsSync(path)) return null;
  const { url } = JSON.parse(readFileSync(path, "utf8")) as { url: string };
  return Number(new URL(url).port);
}

/** The running database; when the platform is down, its embedded database for the length of one command. */
async function findDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const isUp = env.DATABASE_URL !== undefined || existsSync(dataPath("postgres.json"));
  if (isUp) return { url: databaseUrl(), stop: async () => {} };
  if (!existsSync(dataPath("pg", "PG_VERSION"))) {
    throw new Error(
      `${dataPath()} 里还没有数据：请先运行 npm start。no data there yet: run npm start first`,
    );
  }
  return await startPostgres({
    dataDir: dataPath("pg"),
    password: secrets().databasePassword,
    logFile: dataPath("logs", "postgres.log"),
  });
}

export async function openPlatform(): Promise<Platform> {
  const database = await findDatabase();
  const { sql, db } = connect({
    role: "zs_app",
    max: 3,
    name: "cli",
    url: database.url,
    statementMs: 60_000,
  });
  await sql`select 1`;
  installReactions(REACTIONS, sql);
  const port = runningPort() ?? env.PORT;
  return {
    ctx: { actor: { kind: "operator", name: userInfo().username }, db },
    db,
    addressOf: (host, path) => `${originOf(host, port)}${path}`,
    close: async () => {
      await sql.end({ timeout: 3 });
      await database.stop();
    },
  };
}
