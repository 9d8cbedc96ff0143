import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { searchSynonym } from "#db/schema/search.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import type { Synonym } from "#modules/search/curation/domain.ts";
import { wordKey } from "#modules/search/curation/domain.ts";
import type { SynonymInput } from "#modules/search/curation/schema.ts";
import { canManageSearch } from "#modules/search/policy.ts";

const CHUNK = 2_000;
const NAMED = 20;

/** Two editors with the same word at the same moment: the second sees what the first one did. */
const lockSynonyms = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.synonyms'))`);

/** Keeps other names for words: who asks for `word` is also answered with `official`. @throws FORBIDDEN */
export async function saveSynonyms(ctx: Ctx, synonyms: readonly Synonym[]): Promise<number> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const rows = [...new Map(synonyms.map((row) => [wordKey(row.word), row])).entries()];
  await inTransaction(ctx.db, async (tx) => {
    await lockSynonyms(tx);
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
      details: { count: rows.length, first: rows.slice(0, NAMED).map(([word]) => word) },
    });
  });
  return rows.length;
}

/** `word-known`: a row of this word stands already. `word-gone`: the row that was to be changed is gone. */
export type SynonymProblem = "word-known" | "word-gone";

/** Adds one word, or changes one (its spelling too); never another one's row. @throws FORBIDDEN */
export async function saveSynonym(
  ctx: Ctx,
  { before, word, official }: SynonymInput,
): Promise<Result<{ word: string }, SynonymProblem>> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const [key, replaced] = [wordKey(word), before === null ? null : wordKey(before)];
  return await inTransaction(ctx.db, async (tx) => {
    await lockSynonyms(tx);
    const rows = await tx
      .select({ word: searchSynonym.word, official: searchSynonym.official })
      .from(searchSynonym)
      .where(inArray(searchSynonym.word, [key, replaced ?? key]));
    const known = rows.find((row) => row.word === replaced) ?? null;
    if (replaced !== null && !known) return { ok: false, problems: ["word-gone"] };
    if (rows.some((row) => row.word === key && row !== known))
      return { ok: false, problems: ["word-known"] };
    const values = { word: key, official: [...new Set(official)], updatedBy: actorName(ctx.actor) };
    if (known)
      await tx
        .update(searchSynonym)
        .set({ ...values, updatedAt: sql`now()` })
        .where(eq(searchSynonym.word, known.word));
    else await tx.insert(searchSynonym).values(values);
    await audit(tx, ctx, {
      action: "search.synonym-save",
      subject: ["search-synonym", key],
      details: { official: values.official, before: known },
    });
    return { ok: true, value: { word: key } };
  });
}

/** Takes one word away. @throws FORBIDDEN, NOT_FOUND */
export async function deleteSynonym(ctx: Ctx, word: string): Promise<void> {
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  await inTransaction(ctx.db, async (tx) => {
    const [gone] = await tx
      .delete(searchSynonym)
      .where(eq(searchSynonym.word, wordKey(word)))
      .returning();
    if (!gone) throw new AppError("NOT_FOUND", "synonym");
    await audit(tx, ctx, {
      action: "search.synonym-delete",
      subject: ["search-synonym", gone.word],
      details: { official: gone.official },
    });
  });
}
