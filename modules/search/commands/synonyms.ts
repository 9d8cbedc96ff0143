import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { fold } from "#modules/search/domain/fold.ts";
import { canManageSearch } from "#modules/search/policy.ts";

export type Synonym = { word: string; official: readonly string[] };

const CHUNK = 2_000;

/**
 * Keeps other names for words: who asks for `word` is also answered with `official`. A word whose
 * official name is itself is protected: it is never taken for a slip. @throws FORBIDDEN
 */
export async function saveSynonyms(ctx: Ctx, synonyms: readonly Synonym[]): Promise<void> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const rows = [...new Map(synonyms.map((row) => [fold(row.word).trim(), row])).entries()];
  await inTransaction(ctx.db, async (tx) => {
    for (let from = 0; from < rows.length; from += CHUNK) {
      const given = rows
        .slice(from, from + CHUNK)
        .map(([word, { official }]) => ({ word, official }));
      await tx.execute(sql`
        insert into search_synonym (word, official, updated_by)
        select word, official, ${actorName(ctx.actor)}
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(word text, official text[])
        on conflict (word) do update set official = excluded.official, updated_by = excluded.updated_by,
          updated_at = now()`);
    }
    await audit(tx, ctx, {
      action: "search.synonyms",
      subject: ["search", "synonyms"],
      details: { count: rows.length, first: rows.slice(0, 20).map(([word]) => word) },
    });
  });
}
