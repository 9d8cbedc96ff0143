import "server-only";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { SearchRemedy, SearchTaskReason, SearchTaskState } from "#db/enums/searchlog.ts";
import { TASKS } from "#modules/searchlog/domain/settings.ts";
import type { Period } from "#modules/searchlog/domain/tasks.ts";
import { today } from "#modules/searchlog/queries/popular.ts";

export type Task = {
  id: number;
  siteId: number;
  text: string;
  reason: SearchTaskReason;
  state: SearchTaskState;
  asked: number;
  ownerId: number | null;
  ownerName: string | null;
  /** YYYY-MM-DD */
  dueOn: string;
  raisedAt: Date;
  closedAt: Date | null;
  remedy: SearchRemedy | null;
  note: string | null;
};

type Row = {
  id: string;
  site_id: string;
  text: string;
  reason: SearchTaskReason;
  state: SearchTaskState;
  asked: number;
  owner_id: string | null;
  owner_name: string | null;
  due_on: string;
  raised_at: string;
  closed_at: string | null;
  remedy: SearchRemedy | null;
  note: string | null;
};

const taskOf = (row: Row): Task => ({
  id: Number(row.id),
  siteId: Number(row.site_id),
  text: row.text,
  reason: row.reason,
  state: row.state,
  asked: row.asked,
  ownerId: row.owner_id === null ? null : Number(row.owner_id),
  ownerName: row.owner_name,
  dueOn: row.due_on,
  raisedAt: new Date(row.raised_at),
  closedAt: row.closed_at === null ? null : new Date(row.closed_at),
  remedy: row.remedy,
  note: row.note,
});

const tasks = (where: SQL, rest: SQL): SQL => sql`
  select t.id, t.site_id, t.text, t.reason, t.state, t.asked, t.owner_id, a.display_name as owner_name,
    t.due_on::text as due_on, t.raised_at::text as raised_at, t.closed_at::text as closed_at, t.remedy, t.note
  from search_task t left join staff_account a on a.id = t.owner_id where ${where} ${rest}`;

/** What the list shows: open ones, those of one person, late ones, or ended ones. */
export const TASK_FILTERS = ["open", "mine", "overdue", "answered", "dismissed"] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];

const OPEN = sql`t.state = 'open'`;
const conditions = (accountId: number): Record<TaskFilter, SQL> => ({
  open: OPEN,
  mine: sql`${OPEN} and t.owner_id = ${accountId}`,
  overdue: sql`${OPEN} and t.due_on < ${today}`,
  answered: sql`t.state = 'answered'`,
  dismissed: sql`t.state = 'dismissed'`,
});

type Asking = { siteId: number; accountId: number };

/** Open ones by their due day and how often they are asked, ended ones newest first; `limit` from `offset` on. */
export async function listTasks(
  db: Db,
  { siteId, accountId }: Asking,
  { filter, offset, limit }: { filter: TaskFilter; offset: number; limit: number },
): Promise<Task[]> {
  const rows = await db.execute<Row>(
    tasks(
      sql`t.site_id = ${siteId} and ${conditions(accountId)[filter]}`,
      sql`order by t.closed_at desc nulls first, t.due_on, t.asked desc, t.id offset ${offset} limit ${limit}`,
    ),
  );
  return rows.map(taskOf);
}

export async function countTasks(
  db: Db,
  { siteId, accountId }: Asking,
): Promise<Record<TaskFilter, number>> {
  const of = conditions(accountId);
  const [row] = await db.execute<Record<TaskFilter, number>>(sql`
    select ${sql.join(
      TASK_FILTERS.map((name) => sql`count(*) filter (where ${of[name]})::int as ${sql.raw(name)}`),
      sql`, `,
    )} from search_task t where t.site_id = ${siteId}`);
  return row ?? { open: 0, mine: 0, overdue: 0, answered: 0, dismissed: 0 };
}

export async function getTask(db: Db | Tx, id: number): Promise<Task | null> {
  const [row] = await db.execute<Row>(tasks(sql`t.id = ${id}`, sql``));
  return row ? taskOf(row) : null;
}

/** The same, held until the transaction ends. */
export async function lockTask(tx: Tx, id: number): Promise<Task | null> {
  const [row] = await tx.execute<Row>(tasks(sql`t.id = ${id}`, sql`for update of t`));
  return row ? taskOf(row) : null;
}

/** YYYY-MM-DD, in Asia/Shanghai. */
export async function getToday(db: Db | Tx): Promise<string> {
  const [row] = await db.execute<{ today: string }>(sql`select ${today}::text as today`);
  return String(row?.today);
}

/** The same words in the days before they were a task and in those after its end; the day of the end is in neither. */
export async function getEffect(
  db: Db,
  { siteId, text, raisedAt, closedAt }: Pick<Task, "siteId" | "text" | "raisedAt" | "closedAt">,
): Promise<{ before: Period; after: Period | null }> {
  const dayOf = (moment: Date) =>
    sql`(${moment.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date`;
  const sums = async (from: SQL, to: SQL): Promise<Period> => {
    const [row] = await db.execute<Period>(sql`
      select coalesce(sum(asked), 0)::int as asked, coalesce(sum(empty), 0)::int as empty,
        coalesce(sum(clicked), 0)::int as clicked
      from search_question where site_id = ${siteId} and text = ${text} and day >= ${from} and day < ${to}`);
    return row ?? { asked: 0, empty: 0, clicked: 0 };
  };
  const end = closedAt ?? raisedAt;
  const days = TASKS.effectDays;
  return {
    before: await sums(
      sql`${dayOf(end)} - ${days}::int`,
      closedAt ? dayOf(end) : sql`${today} + 1`,
    ),
    after: closedAt
      ? await sums(sql`${dayOf(end)} + 1`, sql`${dayOf(end)} + 1 + ${days}::int`)
      : null,
  };
}

export type TaskAudit = { at: Date; act: string; who: string; note: string | null };

/** What people did to a task, newest first. */
export async function listTaskAudit(db: Db, id: number): Promise<TaskAudit[]> {
  const rows = await db.execute<{ at: string; act: string; who: string; note: string | null }>(sql`
    select e.at::text as at, e.action as act, coalesce(a.display_name, e.actor_id) as who, e.details->>'note' as note
    from audit_entry e left join staff_account a on e.actor_id = 'staff:' || a.id
    where e.subject_kind = 'search-task' and e.subject_id = ${String(id)} order by e.at desc, e.id desc limit 100`);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}
