import "server-only";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { listHolders } from "#modules/access/queries/accounts.ts";
import { audit } from "#modules/audit/commands.ts";
import type { TaskProblem } from "#modules/searchlog/domain/tasks.ts";
import { assignProblems, isOpen } from "#modules/searchlog/domain/tasks.ts";
import { canImproveSearch } from "#modules/searchlog/policy.ts";
import type { Task } from "#modules/searchlog/queries/tasks.ts";
import { getToday, lockTask } from "#modules/searchlog/queries/tasks.ts";
import type { TaskAct } from "#modules/searchlog/schema.ts";

type Outcome = Result<null, TaskProblem>;
type Act<Name extends TaskAct["act"]> = Extract<TaskAct, { act: Name }>;

/** The task, held, for who may. @throws NOT_FOUND, FORBIDDEN */
async function requireTask(tx: Tx, { actor }: Ctx, id: number): Promise<Task> {
  const task = await lockTask(tx, id);
  if (!task) throw new AppError("NOT_FOUND", "search task");
  if (!canImproveSearch(actor, task.siteId)) throw new AppError("FORBIDDEN", "search.improve");
  return task;
}

async function change(
  tx: Tx,
  ctx: Ctx,
  task: Task,
  { act, ...details }: TaskAct,
  changes: SQL,
): Promise<Outcome> {
  await tx.execute(sql`update search_task set ${changes} where id = ${task.id}`);
  await audit(tx, ctx, {
    action: `search-task.${act}`,
    subject: ["search-task", task.id],
    siteId: task.siteId,
    details: { text: task.text, ...details },
  });
  return { ok: true, value: null };
}

/** Gives the task to a person until a day. */
export const assignTask = (ctx: Ctx, id: number, given: Act<"assign">): Promise<Outcome> =>
  inTransaction(ctx.db, async (tx) => {
    const task = await requireTask(tx, ctx, id);
    const holders = await listHolders(tx, "search.improve", task.siteId);
    const problems = assignProblems(task, given, {
      holderIds: holders.map(({ accountId }) => accountId),
      today: await getToday(tx),
    });
    if (problems.length > 0) return { ok: false, problems };
    const { ownerId, dueOn } = given;
    return await change(tx, ctx, task, given, sql`owner_id = ${ownerId}, due_on = ${dueOn}`);
  });

/** Says how the question is answered now. */
export const answerTask = (ctx: Ctx, id: number, given: Act<"answer">): Promise<Outcome> =>
  inTransaction(ctx.db, async (tx) => {
    const task = await requireTask(tx, ctx, id);
    if (!isOpen(task)) return { ok: false, problems: ["not-open"] };
    const { remedy, note } = given;
    const changes = sql`state = 'answered', closed_at = now(), remedy = ${remedy}, note = ${note}`;
    return await change(tx, ctx, task, given, changes);
  });

/** Says why the question needs no answer. */
export const dismissTask = (ctx: Ctx, id: number, given: Act<"dismiss">): Promise<Outcome> =>
  inTransaction(ctx.db, async (tx) => {
    const task = await requireTask(tx, ctx, id);
    if (!isOpen(task)) return { ok: false, problems: ["not-open"] };
    const changes = sql`state = 'dismissed', closed_at = now(), note = ${given.note}`;
    return await change(tx, ctx, task, given, changes);
  });
