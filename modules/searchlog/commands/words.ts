import "server-only";
import { sql } from "drizzle-orm";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { canManageSearch } from "#modules/search/policy.ts";
import { bare, holdsBlocked } from "#modules/searchlog/domain/blocked.ts";
import { keptText } from "#modules/searchlog/domain/question.ts";
import { canImproveSearch } from "#modules/searchlog/policy.ts";
import { listBlocked } from "#modules/searchlog/queries/popular.ts";
import type { HotChoiceInput } from "#modules/searchlog/schema.ts";

type WordProblem = "word-unfit" | "word-blocked";

/** Pins or hides a hot word of a site, or leaves it to the counting again. @throws FORBIDDEN */
export async function chooseHotWord(
  ctx: Ctx,
  { siteId, text: typed, choice }: HotChoiceInput,
): Promise<Result<null, WordProblem>> {
  if (!canImproveSearch(ctx.actor, siteId)) throw new AppError("FORBIDDEN", "search.improve");
  const text = keptText(typed);
  if (text === null) return { ok: false, problems: ["word-unfit"] };
  return await inTransaction(ctx.db, async (tx) => {
    if (choice === "pin" && holdsBlocked(text, await listBlocked(tx)))
      return { ok: false, problems: ["word-blocked"] };
    if (choice === null)
      await tx.execute(
        sql`delete from search_hot_choice where site_id = ${siteId} and text = ${text}`,
      );
    else
      await tx.execute(sql`
        insert into search_hot_choice (site_id, text, choice, chosen_by)
        values (${siteId}, ${text}, ${choice}, ${actorName(ctx.actor)})
        on conflict (site_id, text) do update set choice = excluded.choice, chosen_by = excluded.chosen_by,
          chosen_at = now()`);
    // Hidden words are gone at once; the rest follows when the list is made anew.
    if (choice === "hide")
      await tx.execute(
        sql`delete from search_popular where site_id = ${siteId} and text = ${text}`,
      );
    await audit(tx, ctx, {
      action: `search-word.${choice ?? "leave"}`,
      subject: ["search-word", `${siteId}:${text}`],
      siteId,
      details: { text },
    });
    return { ok: true, value: null };
  });
}

/**
 * 敏感词: takes words into the list or out of it; what holds one is shown to nobody from now on. Returns how many
 * words were given. @throws FORBIDDEN
 */
export async function changeBlockedWords(
  ctx: Ctx,
  act: "block" | "unblock",
  words: readonly string[],
): Promise<number> {
  // One list for the whole group, as synonyms are.
  if (!canManageSearch(ctx.actor)) throw new AppError("FORBIDDEN", "search.manage");
  const given = [...new Set(words.map(bare))].filter((word) => word !== "");
  await inTransaction(ctx.db, async (tx) => {
    const list = sql.param(given);
    if (act === "unblock")
      await tx.execute(sql`delete from search_blocked_word where word = any(${list}::text[])`);
    else {
      await tx.execute(sql`
        insert into search_blocked_word (word, updated_by)
        select word, ${actorName(ctx.actor)} from unnest(${list}::text[]) as word on conflict (word) do nothing`);
      const rows = await tx.execute<{ text: string }>(
        sql`select distinct text from search_popular`,
      );
      const gone = rows.map(({ text }) => text).filter((text) => holdsBlocked(text, given));
      await tx.execute(
        sql`delete from search_popular where text = any(${sql.param(gone)}::text[])`,
      );
    }
    await audit(tx, ctx, {
      action: `search-word.${act}`,
      subject: ["search", "blocked-words"],
      details: { count: given.length, first: given.slice(0, 20) },
    });
  });
  return given.length;
}
