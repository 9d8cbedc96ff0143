/** A question as a task: what may be done to it, and whether it is late. Pure. */
import type { SearchTaskState } from "#db/enums/searchlog.ts";

export const TASK_PROBLEMS = ["not-open", "owner-may-not", "due-past"] as const;
export type TaskProblem = (typeof TASK_PROBLEMS)[number];

type Task = { state: SearchTaskState };

/** Answered and dismissed are ends; the question comes back by itself when it is asked in vain again. */
export const isOpen = ({ state }: Task): boolean => state === "open";

/** Days as YYYY-MM-DD, in Asia/Shanghai. */
export const isOverdue = (task: Task & { dueOn: string }, today: string): boolean =>
  isOpen(task) && task.dueOn < today;

/** Why a task cannot go to this person until this day; empty means it can. */
export function assignProblems(
  task: Task,
  given: { ownerId: number; dueOn: string },
  facts: { holderIds: readonly number[]; today: string },
): TaskProblem[] {
  const problems: TaskProblem[] = [];
  if (!isOpen(task)) problems.push("not-open");
  if (!facts.holderIds.includes(given.ownerId)) problems.push("owner-may-not");
  if (given.dueOn < facts.today) problems.push("due-past");
  return problems;
}

/** Sums before and after an answer. */
export type Period = { asked: number; empty: number; clicked: number };

/** Whole percent of the askings; null when there were none. */
export const percent = (part: number, asked: number): number | null =>
  asked === 0 ? null : Math.round((100 * part) / asked);
