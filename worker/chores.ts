import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { syncPublicFiles } from "#modules/media/commands.ts";
import { closeInterrupted } from "#modules/resources/commands/interrupted.ts";
import { listWithFiles } from "#modules/resources/queries/imports.ts";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { searchPublic } from "#modules/search/queries/public.ts";
import { isIndexEmpty } from "#modules/search/queries/verify.ts";
import { renewWords } from "#modules/searchlog/commands/popular.ts";
import { pruneSearchLog } from "#modules/searchlog/commands/prune.ts";
import { raiseTasks } from "#modules/searchlog/commands/raise.ts";
import { POPULAR } from "#modules/searchlog/domain/settings.ts";

const COUNT_EVERY_MS = 10 * 60_000;
const SWEEP_EVERY_MS = 60_000;
const FOLLOW_UP_EVERY_MS = 60 * 60_000;

/** Makes next months' audit partitions; as owner, because only the owner may make tables. */
export async function makeAuditPartitions(url: string): Promise<void> {
  const { sql } = connect({ role: "owner", max: 1, name: "chores", url });
  await sql`select make_audit_partition((now() + n * interval '1 month')::date) from generate_series(0, 2) as n`;
  await sql.end();
}

/** Runs a chore now and again, the next when one is done; what fails is logged and tried again. */
function keepDoing(name: string, everyMs: number, chore: () => Promise<void>): () => void {
  let isBusy = false;
  const once = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      await chore();
    } catch (error) {
      logger.warn({ message: (error as Error).message }, name);
    }
    isBusy = false;
  };
  void once();
  const timer = setInterval(() => void once(), everyMs);
  return () => clearInterval(timer);
}

/**
 * Fills the search index of a platform that had content before it had a search, then counts words now
 * and again: plans and corrections live on the counts, finding does not. Returns how to stop.
 */
export const keepSearch = (db: Db): (() => void) =>
  keepDoing("search chore", COUNT_EVERY_MS, async () => {
    if (await isIndexEmpty(db))
      await rebuildIndex({ actor: { kind: "operator", name: "worker" }, db }, () => {});
    else await countTermsAnew(db);
  });

/** What imports that were killed left undone: readers are told, and the files of what they published go out. */
export async function sweepImports(db: Db, quietMinutes: number): Promise<number[]> {
  const closed = await closeInterrupted(
    { actor: { kind: "system", job: "imports" }, db },
    quietMinutes,
  );
  for (const batchId of closed)
    for (const resourceId of await listWithFiles(db, batchId))
      await syncPublicFiles(db, resourceId);
  return closed;
}

/** Sweeps now and again; returns how to stop. */
export const keepImports = (db: Db): (() => void) =>
  keepDoing("import chore", SWEEP_EVERY_MS, async () => {
    const closed = await sweepImports(db, env.ZS_IMPORT_QUIET_MINUTES);
    if (closed.length > 0) logger.info({ batches: closed }, "imports were interrupted");
  });

/** Words that others are shown, and what clicks say: made anew now and again. */
export const keepWords = (db: Db): (() => void) =>
  keepDoing("words chore", POPULAR.renewEveryMs, async () => {
    await renewWords(db, searchPublic);
  });

/** Questions that sites do not answer become tasks; what is old is forgotten. */
export const keepQuestions = (db: Db): (() => void) =>
  keepDoing("questions chore", FOLLOW_UP_EVERY_MS, async () => {
    await raiseTasks(
      { actor: { kind: "system", job: "search-tasks" }, db },
      env.ZS_SEARCH_TASK_FROM,
    );
    await pruneSearchLog(db, env.ZS_SEARCH_LOG_DAYS);
  });
