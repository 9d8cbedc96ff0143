import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { searchBestBet } from "#db/schema/search.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { areReversed, questionKey, shareDays } from "#modules/search/curation/domain.ts";
import type { BestBetInput } from "#modules/search/curation/schema.ts";
import { canCurateSearch } from "#modules/search/policy.ts";

export type BestBetProblem =
  /** Nothing is left of a question without marks and "how do I". */
  | "question-empty"
  /** Another row of the same range answers one of the questions on the same days. */
  | "question-taken"
  /** One of them is not live where it would be shown. */
  | "resource-gone"
  | "days-reversed"
  /** Somebody else saved the row, or deleted it, meanwhile. */
  | "bet-changed";

type Known = typeof searchBestBet.$inferSelect;

function factsOf(row: Pick<Known, "questions" | "resourceIds" | "reason"> & Partial<Known>) {
  const { questions, resourceIds, validFrom = null, validUntil = null, reason } = row;
  return { questions, resourceIds, from: validFrom, until: validUntil, reason };
}

async function findForUpdate(tx: Tx, id: number): Promise<Known | null> {
  const [row] = await tx.select().from(searchBestBet).where(eq(searchBestBet.id, id)).for("update");
  return row ?? null;
}

async function isTaken(tx: Tx, input: BestBetInput, keys: readonly string[]): Promise<boolean> {
  const range = input.siteId === null ? sql`site_id is null` : sql`site_id = ${input.siteId}`;
  const rows = await tx.execute<{ from: string | null; until: string | null }>(sql`
    select valid_from::text as from, valid_until::text as until from search_best_bet
    where keys && ${sql.param(keys)}::text[] and ${range} and id <> ${input.id ?? 0}`);
  return [...rows].some((row) => shareDays(row, input));
}

/** Live on the site, or anywhere when it is for the group: what is not in the index is not live. */
async function areLive(tx: Tx, { siteId, resourceIds }: BestBetInput): Promise<boolean> {
  const [row] = await tx.execute<{ live: number }>(sql`
    select count(*)::int as live from search_document
    where resource_id = any(${sql.param(resourceIds)}::bigint[])
      and (${siteId}::bigint is null or ${siteId}::bigint = any(site_ids))`);
  return row?.live === new Set(resourceIds).size;
}

async function problemsOf(
  tx: Tx,
  input: BestBetInput,
  { keys, known }: { keys: readonly string[]; known: Known | null },
): Promise<BestBetProblem[]> {
  const isChanged = input.id !== null && known?.revision !== input.revision;
  const checks: [BestBetProblem, boolean][] = [
    ["bet-changed", isChanged],
    ["question-empty", keys.includes("")],
    ["question-taken", await isTaken(tx, input, keys)],
    ["resource-gone", !(await areLive(tx, input))],
    ["days-reversed", areReversed(input)],
  ];
  return checks.flatMap(([problem, isSo]) => (isSo ? [problem] : []));
}

function valuesOf({ actor }: Ctx, input: BestBetInput, keys: string[]) {
  return {
    siteId: input.siteId,
    questions: input.questions,
    keys,
    resourceIds: [...new Set(input.resourceIds)],
    validFrom: input.from,
    validUntil: input.until,
    reason: input.reason,
    updatedBy: actorName(actor),
  };
}

type Values = ReturnType<typeof valuesOf>;

async function add(tx: Tx, values: Values): Promise<number> {
  const [saved] = await tx.insert(searchBestBet).values(values).returning({ id: searchBestBet.id });
  if (!saved) throw new Error("insert returned nothing");
  return saved.id;
}

async function change(tx: Tx, { id, revision }: Known, values: Values): Promise<number> {
  await tx
    .update(searchBestBet)
    .set({ ...values, revision: revision + 1, updatedAt: sql`now()` })
    .where(eq(searchBestBet.id, id));
  return id;
}

/**
 * Puts results first for a question, or changes that. Whoever changes a row needs the right where it
 * holds and where it will hold. @throws FORBIDDEN
 */
export async function saveBestBet(
  ctx: Ctx,
  input: BestBetInput,
): Promise<Result<{ id: number }, BestBetProblem>> {
  const mayCurate = (siteId: number | null) => canCurateSearch(ctx.actor, siteId);
  if (!mayCurate(input.siteId)) throw new AppError("FORBIDDEN", "search.manage");
  const keys = [...new Set(input.questions.map(questionKey))];
  return await inTransaction(ctx.db, async (tx) => {
    // Two editors with the same question at the same moment: the second sees the first one's row.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search.best-bets'))`);
    const known = input.id === null ? null : await findForUpdate(tx, input.id);
    if (known && !mayCurate(known.siteId)) throw new AppError("FORBIDDEN", "search.manage");
    const problems = await problemsOf(tx, input, { keys, known });
    if (problems.length > 0) return { ok: false, problems };
    const values = valuesOf(ctx, input, keys);
    const id = known ? await change(tx, known, values) : await add(tx, values);
    await audit(tx, ctx, {
      action: "search.best-bet-save",
      subject: ["search-best-bet", id],
      ...(input.siteId === null ? {} : { siteId: input.siteId }),
      details: { ...factsOf(values), before: known && factsOf(known) },
    });
    return { ok: true, value: { id } };
  });
}

/** Takes a row away for good; the audit keeps what it held. @throws NOT_FOUND, FORBIDDEN */
export async function deleteBestBet(ctx: Ctx, id: number): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const known = await findForUpdate(tx, id);
    if (!known) throw new AppError("NOT_FOUND", `best bet ${id}`);
    if (!canCurateSearch(ctx.actor, known.siteId)) throw new AppError("FORBIDDEN", "search.manage");
    await tx.delete(searchBestBet).where(eq(searchBestBet.id, known.id));
    await audit(tx, ctx, {
      action: "search.best-bet-delete",
      subject: ["search-best-bet", known.id],
      ...(known.siteId === null ? {} : { siteId: known.siteId }),
      details: factsOf(known),
    });
  });
}
