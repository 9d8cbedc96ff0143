import "server-only";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { keepIndexed } from "#modules/search/commands/keep.ts";
import { countTermsAnew } from "#modules/search/commands/terms.ts";
import { canManageSearch } from "#modules/search/policy.ts";
import { listNextIds } from "#modules/search/queries/verify.ts";

const CHUNK = 100;

/**
 * Makes every row anew in place, a hundred at a time: searches go on meanwhile and nothing is missing
 * at any moment. May be stopped and run again. @throws FORBIDDEN
 */
export async function rebuildIndex(ctx: Ctx, told: (done: number) => void): Promise<number> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  let done = 0;
  for (let after = 0; ; ) {
    const ids = await listNextIds(ctx.db, after, CHUNK);
    const last = ids.at(-1);
    if (last === undefined) break;
    await inTransaction(ctx.db, (tx) => keepIndexed(tx, ids));
    done += ids.length;
    after = last;
    told(done);
  }
  await countTermsAnew(ctx.db);
  await inTransaction(ctx.db, (tx) =>
    audit(tx, ctx, { action: "search.rebuild", subject: ["search", "index"], details: { done } }),
  );
  return done;
}
