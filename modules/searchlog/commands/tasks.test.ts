import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { fresh, freshLetters, testDatabase } from "#db/testing/scene.ts";
import { listAudit } from "#modules/audit/queries.ts";
import { answerTask, assignTask, dismissTask } from "#modules/searchlog/commands/tasks.ts";
import {
  loadQuestionsFile,
  loadTask,
  loadTasks,
  searchSiteOf,
} from "#modules/searchlog/loaders.ts";
import { getEffect, getTask, getToday } from "#modules/searchlog/queries/tasks.ts";

const base = testDatabase();
let desk: Desk;
let owner = 0;
let id = 0;
const text = freshLetters("没有结果的词");

beforeAll(async () => {
  desk = await openDesk(base);
  const [account] = await base.owner`
    insert into staff_account (login, display_name, password_hash) values (${fresh("owner")}, '审核员', 'x') returning id::int`;
  owner = Number(account?.["id"]);
  await base.owner`insert into staff_grant (account_id, role, scope_kind, site_id, granted_by)
    values (${owner}, 'reviewer', 'site', ${desk.siteId}, 'test')`;
});
afterAll(() => base.close());
beforeEach(async () => {
  await base.owner`delete from search_task where site_id = ${desk.siteId}`;
  const [row] = await base.owner`
    insert into search_task (site_id, text, reason, asked, due_on)
    values (${desk.siteId}, ${text}, 'no-hits', 7, now()::date - 3) returning id::int`;
  id = Number(row?.["id"]);
});

const answer = { act: "answer", remedy: "synonym", note: "加了同义词" } as const;
const dismissal = { act: "dismiss", note: "不属于本站职责" } as const;

test("a task is given to a person of the site until a day, and it is written down", async () => {
  const reviewer = desk.person("reviewer");
  const dueOn = await getToday(base.db);
  const give = (ownerId: number, day: string) =>
    assignTask(reviewer, id, { act: "assign", ownerId, dueOn: day });
  expect(await give(999_999_999, "2020-01-01")).toEqual({
    ok: false,
    problems: ["owner-may-not", "due-past"],
  });
  expect(await give(owner, dueOn)).toEqual({ ok: true, value: null });
  expect(await getTask(base.db, id)).toMatchObject({ ownerId: owner, ownerName: "审核员", dueOn });
  expect(await listAudit(base.db, ["search-task", id])).toMatchObject([
    { action: "search-task.assign", details: { text, ownerId: owner, dueOn }, isGenuine: true },
  ]);
});

test("answered and dismissed are ends, each with its words", async () => {
  const admin = desk.person("site-admin");
  expect(await answerTask(admin, id, answer)).toEqual({ ok: true, value: null });
  expect(await getTask(base.db, id)).toMatchObject({ state: "answered", remedy: "synonym" });
  for (const again of [answerTask(admin, id, answer), dismissTask(admin, id, dismissal)])
    expect(await again).toEqual({ ok: false, problems: ["not-open"] });
});

test("two who end it at once: one does", async () => {
  const acts = [
    answerTask(desk.person("reviewer"), id, answer),
    dismissTask(desk.person("site-admin"), id, dismissal),
  ];
  const done = (await Promise.all(acts)).filter(({ ok }) => ok);
  expect(done).toHaveLength(1);
  expect(await listAudit(base.db, ["search-task", id])).toHaveLength(1);
});

test("a stranger, an author and another site's people are refused at every act and shown nothing", async () => {
  const site = { id: desk.siteId, name: desk.name, origin: "" };
  for (const ctx of [
    desk.stranger,
    desk.person("author"),
    desk.person("reviewer", desk.siteId + 1),
    desk.person("site-admin", desk.siteId + 1),
  ]) {
    for (const act of [
      () => assignTask(ctx, id, { act: "assign", ownerId: owner, dueOn: "2999-01-01" }),
      () => answerTask(ctx, id, answer),
      () => dismissTask(ctx, id, dismissal),
    ])
      await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(searchSiteOf(ctx, [site], site.id)).toBeNull();
    expect(await loadTask(ctx, [site], String(id))).toBe("FORBIDDEN");
    expect(await loadQuestionsFile(ctx, { site: String(site.id), days: "30" })).toBeNull();
  }
  expect(await getTask(base.db, id)).toMatchObject({ state: "open", ownerId: null });
  await expect(answerTask(desk.operator, 999_999_999, answer)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("the list counts by state, says what is late, and reads any address", async () => {
  const admin = desk.person("site-admin");
  const list = (query = {}) => loadTasks(admin, { id: desk.siteId }, query);
  const { counts, rows } = await list({ state: "overdue" });
  expect(counts).toEqual({ open: 1, mine: 0, overdue: 1, answered: 0, dismissed: 0 });
  expect(rows.map((row) => [row.text, row.isLate])).toEqual([[text, true]]);
  expect((await list({ state: "evil", page: "99999999999999999999" })).rows).toHaveLength(1);
  const screen = await loadTask(admin, [{ id: desk.siteId }], String(id));
  if (typeof screen === "string") throw new Error(screen);
  expect(screen.holders.map(({ accountId }) => accountId)).toContain(owner);
});

test("the effect of an answer: the same words before and after it", async () => {
  const ask = (daysAgo: number, asked: number, empty: number, clicked: number) => base.owner`
    insert into search_question (site_id, day, text, scope, class, asked, led, empty, clicked, hits)
    values (${desk.siteId}, (now() at time zone 'Asia/Shanghai')::date - ${daysAgo}::int, ${text}, 'site', '',
      ${asked}, 0, ${empty}, ${clicked}, 0)`;
  await ask(12, 5, 5, 0);
  await ask(10, 50, 50, 0);
  await ask(8, 4, 1, 3);
  await answerTask(desk.person("site-admin"), id, answer);
  await base.owner`update search_task set closed_at = now() - interval '10 days' where id = ${id}`;
  const task = await getTask(base.db, id);
  if (!task) throw new Error("no task");
  expect(await getEffect(base.db, task)).toEqual({
    before: { asked: 5, empty: 5, clicked: 0 },
    after: { asked: 4, empty: 1, clicked: 3 },
  });
  const file = await loadQuestionsFile(desk.person("reviewer"), {
    site: String(desk.siteId),
    days: "30",
  });
  expect(file?.bytes.toString()).toContain(`${text},59,56,3,0`);
});
