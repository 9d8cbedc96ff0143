import "server-only";
import { eq, sql } from "drizzle-orm";
import { searchProtected } from "#db/schema/search.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { wordKey } from "#modules/search/curation/domain.ts";
import { canManageSearch } from "#modules/search/policy.ts";

const NAMED = 20;

/** Words that are never taken for slips; those that are known stay as they are. Returns how many are new. @throws FORBIDDEN */
export async function protectWords(ctx: Ctx, words: readonly string[]): Promise<number> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const keys = [...new Set(words.map(wordKey))];
  return await inTransaction(ctx.db, async (tx) => {
    const added = await tx.execute<{ word: string }>(sql`
      insert into search_protected (word, updated_by)
      select word, ${actorName(ctx.actor)} from unnest(${sql.param(keys)}::text[]) as given(word)
      on conflict (word) do nothing returning word`);
    if (added.length === 0) return 0;
    await audit(tx, ctx, {
      action: "search.protect",
      subject: ["search", "protected"],
      details: { count: added.length, first: [...added].slice(0, NAMED).map(({ word }) => word) },
    });
    return added.length;
  });
}

/** Such a word may be corrected again. @throws FORBIDDEN, NOT_FOUND */
export async function releaseWord(ctx: Ctx, word: string): Promise<void> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  await inTransaction(ctx.db, async (tx) => {
    const [gone] = await tx
      .delete(searchProtected)
      .where(eq(searchProtected.word, wordKey(word)))
      .returning();
    if (!gone) throw new AppError("NOT_FOUND", "protected word");
    await audit(tx, ctx, {
      action: "search.release-word",
      subject: ["search-protected", gone.word],
      details: {},
    });
  });
}
