import "server-only";
import { sql } from "drizzle-orm";
import { AppError } from "#lib/errors.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { wordKey } from "#modules/search/curation/domain.ts";
import type { SynonymTrialInput } from "#modules/search/curation/schema.ts";
import { plainly } from "#modules/search/domain/asked.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import { canManageSearch } from "#modules/search/policy.ts";
import { postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type { SearchAnswer, SearchIndex } from "#modules/search/schema.ts";

export type Found = { total: string; titles: string[] };
export type Trial = { before: Found; after: Found };

const foundOf = ({ hits, total }: SearchAnswer): Found => ({
  total: `${total.count}${total.isExact ? "" : "+"}`,
  titles: hits
    .slice(0, CURATION.trialTitles)
    .map(({ title }) => title.map(({ text }) => text).join("")),
});

async function askAll(index: SearchIndex, siteId: number, q: string): Promise<Found> {
  const answer = await index.search(plainly(q, siteId, "group"), { deadlineMs: CURATION.trialMs });
  // Half an answer would make a good synonym look useless.
  if (answer.isPartial) throw new AppError("UNAVAILABLE", "search");
  return foundOf(answer);
}

/**
 * What citizens would find with this synonym, and what they find without: the act is done, asked and
 * undone in one transaction, so it is the search itself that answers. @throws FORBIDDEN, UNAVAILABLE
 */
export async function trySynonym(
  ctx: DeskCtx,
  { siteId, word, official }: SynonymTrialInput,
): Promise<Trial> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const key = wordKey(word);
  let trial: Trial | null = null;
  const undone = Symbol("undone");
  try {
    await ctx.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
        set_config('statement_timeout', ${String(CURATION.trialMs)}, true)`);
      const index = postgresIndex(tx);
      await tx.execute(sql`delete from search_synonym where word = ${key}`);
      const before = await askAll(index, siteId, word);
      await tx.execute(sql`
        insert into search_synonym (word, official, updated_by)
        values (${key}, ${sql.param(official)}::text[], 'trial')`);
      trial = { before, after: await askAll(index, siteId, word) };
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  if (!trial) throw new Error("a trial without an answer");
  return trial;
}
