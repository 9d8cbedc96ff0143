import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { EditionState, ReviewAct } from "#db/enums/resources.ts";
import { edition, review } from "#db/schema/resources.ts";
import { inTransaction, isUniqueViolation } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { maxReviewSteps } from "#modules/columns/queries.ts";
import type { SubmitProblem } from "#modules/resources/domain.ts";
import { EDITION_MOVES, pinnedHash, submitProblems } from "#modules/resources/domain.ts";
import type { LockedEdition } from "#modules/resources/drafts/commands/locking.ts";
import { lockEdition } from "#modules/resources/drafts/commands/locking.ts";
import { getDraftFacts } from "#modules/resources/drafts/queries/edition.ts";
import { canEdit, canReview } from "#modules/resources/policy.ts";

const pinOf = (found: LockedEdition): Buffer =>
  pinnedHash(
    found.contentHash,
    found.places.map(({ columnId }) => columnId),
  );

type Move = { act: ReviewAct; to: EditionState; round: number; step: number; reason?: string };

async function move(
  tx: Tx,
  ctx: Ctx,
  found: LockedEdition,
  { act, to, round, step, reason }: Move,
): Promise<void> {
  const hash = pinOf(found);
  await tx
    .update(edition)
    .set({
      state: to,
      reviewRound: round,
      reviewStep: step,
      ...(to === "approved" ? { approvedHash: hash } : {}),
    })
    .where(eq(edition.id, found.id));
  await tx.insert(review).values({
    editionId: found.id,
    round,
    step: found.step,
    act,
    reason: reason ?? null,
    actor: actorName(ctx.actor),
    contentHash: hash,
  });
  await audit(tx, ctx, {
    action: `edition.${act}`,
    subject: ["resource", found.resourceId],
    details: { editionId: found.id, round, step, reason },
  });
}

export type MoveProblem = "wrong-state" | "own-work" | "changed";

const allowed = (found: LockedEdition, to: EditionState): boolean =>
  EDITION_MOVES[found.state].includes(to);

/** Sends a draft to review with everything it needs. @throws NOT_FOUND, FORBIDDEN */
export async function submitEdition(
  ctx: Ctx,
  editionId: number,
): Promise<Result<{ state: EditionState }, SubmitProblem | MoveProblem>> {
  return await inTransaction(ctx.db, async (tx) => {
    const found = await lockEdition(tx, editionId);
    if (!canEdit(ctx.actor, found.places)) throw new AppError("FORBIDDEN", "submit");
    if (!allowed(found, "in_review")) return { ok: false, problems: ["wrong-state"] };
    const problems = submitProblems(await getDraftFacts(tx, editionId));
    if (problems.length > 0) return { ok: false, problems };
    await move(
      tx,
      ctx,
      { ...found, step: 1 },
      { act: "submit", to: "in_review", round: found.round + 1, step: 1 },
    );
    return { ok: true, value: { state: "in_review" } };
  });
}

/** Takes one's own piece back out of review. */
export async function recallEdition(
  ctx: Ctx,
  editionId: number,
): Promise<Result<{ state: EditionState }, MoveProblem>> {
  return await inTransaction(ctx.db, async (tx) => {
    const found = await lockEdition(tx, editionId);
    const isOwn = found.writers.includes(actorName(ctx.actor));
    if (!canEdit(ctx.actor, found.places) || !isOwn) throw new AppError("FORBIDDEN", "recall");
    if (found.state !== "in_review") return { ok: false, problems: ["wrong-state"] };
    await move(tx, ctx, found, { act: "recall", to: "draft", round: found.round, step: 0 });
    return { ok: true, value: { state: "draft" } };
  });
}

/** Sends a piece back with what is to be done; a reason is owed (C15). */
export async function returnEdition(
  ctx: Ctx,
  editionId: number,
  { reason }: { reason: string },
): Promise<Result<{ state: EditionState }, MoveProblem>> {
  return await inTransaction(ctx.db, async (tx) => {
    const found = await lockEdition(tx, editionId);
    if (!canReview(ctx.actor, found.places)) throw new AppError("FORBIDDEN", "return");
    if (!allowed(found, "returned")) return { ok: false, problems: ["wrong-state"] };
    await move(tx, ctx, found, {
      act: "return",
      to: "returned",
      round: found.round,
      step: 0,
      reason,
    });
    return { ok: true, value: { state: "returned" } };
  });
}

/** Why this reviewer may not agree to it now; null when they may. @rule DJ-AC-7 */
async function approvalProblem(
  tx: Tx,
  found: LockedEdition,
  me: string,
  seen: { revision: number },
): Promise<MoveProblem | null> {
  if (found.state !== "in_review") return "wrong-state";
  if (found.revision !== seen.revision) return "changed";
  const earlier = await tx
    .select({ actor: review.actor })
    .from(review)
    .where(
      and(eq(review.editionId, found.id), eq(review.round, found.round), eq(review.act, "approve")),
    );
  return found.writers.includes(me) || earlier.some(({ actor }) => actor === me)
    ? "own-work"
    : null;
}

/**
 * Agrees to what the reviewer saw. The last step of the column with the most steps makes it approved;
 * whoever wrote it, or agreed in an earlier step, cannot agree.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function approveEdition(
  ctx: Ctx,
  editionId: number,
  seen: { revision: number },
): Promise<Result<{ state: EditionState; step: number }, MoveProblem>> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const found = await lockEdition(tx, editionId);
      if (!canReview(ctx.actor, found.places)) throw new AppError("FORBIDDEN", "approve");
      const problem = await approvalProblem(tx, found, actorName(ctx.actor), seen);
      if (problem) return { ok: false, problems: [problem] };
      const columns = found.places.map(({ columnId }) => columnId);
      const isLast = found.step >= (await maxReviewSteps(tx, columns));
      const to: EditionState = isLast ? "approved" : "in_review";
      const step = isLast ? found.step : found.step + 1;
      await move(tx, ctx, found, { act: "approve", to, round: found.round, step });
      return { ok: true, value: { state: to, step: found.step } };
    });
  } catch (error) {
    // Two reviewers in the same step: the first one's decision stands.
    if (isUniqueViolation(error)) return { ok: false, problems: ["wrong-state"] };
    throw error;
  }
}
