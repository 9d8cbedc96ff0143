import type { Db } from "#db/client.ts";
import { connect } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { rebuildIndex } from "#modules/search/commands/rebuild.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { isIndexEmpty } from "#modules/search/queries/verify.ts";

const COUNT_EVERY_MS = 10 * 60_000;

/** Makes next months' audit partitions; as owner, because only the owner may make tables. */
export async function makeAuditPartitions(url: string): Promise<void> {
  const { sql } = connect({ role: "owner", max: 1, name: "chores", url });
  await sql`select make_audit_partition((now() + n * interval '1 month')::date) from generate_series(0, 2) as n`;
  await sql.end();
}

/**
 * Fills the search index of a platform that had content before it had a search, then counts words now
 * and again: plans and corrections live on the counts, finding does not. Returns how to stop.
 */
export function keepSearch(db: Db): () => void {
  const chore = async (): Promise<void> => {
    try {
      if (await isIndexEmpty(db))
        await rebuildIndex({ actor: { kind: "operator", name: "worker" }, db }, () => {});
      else await countTermsAnew(db);
    } catch (error) {
      logger.warn({ message: (error as Error).message }, "search chore");
    }
  };
  void chore();
  const timer = setInterval(() => void chore(), COUNT_EVERY_MS);
  return () => clearInterval(timer);
}
