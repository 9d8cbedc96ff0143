/** The worker process: jobs that follow events, and the chores of the calendar. A crash here never touches reading. */
import { PgBoss } from "pg-boss";
import { connect, databaseUrl } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { endWithParent } from "#lib/process.ts";
import { installReactions } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { configuredEngine } from "#modules/search/opensearch/queries/client.ts";
import {
  keepImports,
  keepQuestions,
  keepSearch,
  keepWords,
  makeAuditPartitions,
} from "#worker/chores.ts";
import { keepEngine } from "#worker/engine.ts";
import { keepTexts } from "#worker/texts.ts";
import { visitor } from "#worker/visit.ts";

const POLL_SECONDS = 0.5;

const { sql, db } = connect({ role: "zs_app", max: 4, name: "worker" });
installReactions(REACTIONS, sql);
const tools = { db, visit: visitor(db, env.ZS_GATEWAY_PORT ?? env.PORT) };

const boss = new PgBoss({
  connectionString: databaseUrl(),
  migrate: false,
  max: 3,
  application_name: "zhengshu-jobs",
});
boss.on("error", (error) => logger.warn({ message: error.message }, "pg-boss"));
await boss.start();
for (const { queue, run } of REACTIONS.afterCommit) {
  await boss.work(queue, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 20 }, async (jobs) => {
    for (const job of jobs) await run(job.data, tools);
  });
}
await makeAuditPartitions(databaseUrl());
const engine = await keepEngine(db, configuredEngine());
const chores = [keepSearch(db), keepImports(db), keepTexts(db), keepWords(db), keepQuestions(db)];
const stops = [...chores, engine];

endWithParent(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await boss.stop({ graceful: true, timeout: 3_000 });
  await sql.end({ timeout: 2 });
});
process.send?.({ kind: "ready" });
