/** From sums to words that others see, to rates for the ranking, to tasks, and to nothing. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, putOnline } from "#db/testing/desk.ts";
import { fresh, freshLetters, testDatabase } from "#db/testing/scene.ts";
import { listAudit } from "#modules/audit/queries.ts";
import type { SearchAnswer, SearchIndex } from "#modules/search/schema.ts";
import { renewClickRates } from "#modules/searchlog/commands/clicks.ts";
import { renewPopular } from "#modules/searchlog/commands/popular.ts";
import { pruneSearchLog } from "#modules/searchlog/commands/prune.ts";
import { raiseTasks } from "#modules/searchlog/commands/raise.ts";
import { changeBlockedWords, chooseHotWord } from "#modules/searchlog/commands/words.ts";
import { CLICKS, POPULAR, RARE_DAYS, TASKS } from "#modules/searchlog/domain/settings.ts";
import { listSitesToRenew } from "#modules/searchlog/queries/popular.ts";
import { listHotWords, listRelated } from "#modules/searchlog/queries/public.ts";
import { listQuestions, listTotals } from "#modules/searchlog/queries/statistics.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(base);
  await putOnline(desk.operator, desk.code);
});
afterAll(() => base.close());
beforeEach(async () => {
  for (const table of ["question", "click", "popular", "hot_choice", "task", "day"])
    await base.owner.unsafe(`delete from search_${table} where site_id = ${desk.siteId}`);
});

type Row = Partial<Record<"asked" | "led" | "empty" | "clicked" | "hits" | "daysAgo", number>>;

const ask = (text: string, row: Row = {}) => base.owner`
  insert into search_question (site_id, day, text, scope, class, asked, led, empty, clicked, hits)
  values (${desk.siteId}, (now() at time zone 'Asia/Shanghai')::date - ${row.daysAgo ?? 0}::int, ${text}, 'site', '',
    ${row.asked ?? POPULAR.leastHot}, ${row.led ?? 0}, ${row.empty ?? 0}, ${row.clicked ?? 0}, ${row.hits ?? 3})`;

async function open(text: string, resourceId: number, clicks: number): Promise<void> {
  await base.owner`insert into search_click (site_id, day, text, resource_id, clicks, weight)
    values (${desk.siteId}, (now() at time zone 'Asia/Shanghai')::date, ${text}, ${resourceId}, ${clicks}, ${clicks})`;
}

async function makeResource(): Promise<number> {
  const [row] = await base.owner`
    insert into resource (type, origin_site_id, created_by) values ('article', ${desk.siteId}, 'test') returning id::int`;
  return Number(row?.["id"]);
}

/** An index that finds everything but these. */
const indexWithout =
  (...gone: string[]): SearchIndex["search"] =>
  async ({ q }) =>
    ({
      hits: gone.includes(q) ? [] : [{}],
      understood: { corrected: null, relaxed: [] },
    }) as unknown as SearchAnswer;

const hot = () => listHotWords(base.citizen, desk.siteId);
const renew = (...gone: string[]) => renewPopular(base.db, indexWithout(...gone), desk.siteId);

describe("hot words", () => {
  test("are what enough people asked of their own accord and what finds something now", async () => {
    await ask("公积金提取", { asked: 30 });
    await ask("社保缴费", { asked: 20 });
    await ask("点出来的词", { asked: 40, led: 40 - POPULAR.leastHot + 1 });
    await ask("已经撤下的事", { asked: 25 });
    await ask("去年的事", { asked: 90, daysAgo: POPULAR.hotDays });
    await renew("已经撤下的事");
    expect(await hot()).toEqual(["公积金提取", "社保缴费"]);
  });

  test("pinned first, hidden at once, blocked for ever; each choice in the audit", async () => {
    await ask("社保缴费", { asked: 20 });
    await ask("网上赌博", { asked: 99 });
    const reviewer = desk.person("reviewer");
    const choose = (text: string, choice: "pin" | "hide" | null) =>
      chooseHotWord(reviewer, { siteId: desk.siteId, text, choice });
    expect(await choose("居住證", "pin")).toEqual({ ok: true, value: null });
    expect(await choose("赌 博", "pin")).toEqual({ ok: false, problems: ["word-blocked"] });
    expect(await choose("13800138000", "pin")).toEqual({ ok: false, problems: ["word-unfit"] });
    await renew();
    expect(await hot()).toEqual(["居住证", "社保缴费"]);
    await choose("社保缴费", "hide");
    expect(await hot()).toEqual(["居住证"]);
    await renew();
    expect(await hot()).toEqual(["居住证"]);
    const [row] = await listAudit(base.db, ["search-word", `${desk.siteId}:居住证`]);
    expect(row).toMatchObject({ action: "search-word.pin", details: { text: "居住证" } });
    const word = freshLetters("屏蔽");
    await ask(`关于${word}的事`, { asked: 50 });
    await renew();
    expect(await hot()).toContain(`关于${word}的事`);
    await changeBlockedWords(desk.operator, "block", [word]);
    expect(await hot()).not.toContain(`关于${word}的事`);
    await renew();
    expect(await hot()).not.toContain(`关于${word}的事`);
    await changeBlockedWords(desk.operator, "unblock", [word]);
    await renew();
    expect(await hot()).toContain(`关于${word}的事`);
  });

  test("a stranger, an author and another site's admin choose none; only the platform blocks words", async () => {
    const input = { siteId: desk.siteId, text: "居住证", choice: "pin" as const };
    for (const ctx of [
      desk.stranger,
      desk.person("author"),
      desk.person("site-admin", desk.siteId + 1),
    ])
      await expect(chooseHotWord(ctx, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const admin = desk.person("site-admin");
    await expect(changeBlockedWords(admin, "block", ["x"])).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("sites that were asked lately, or have hot words, are made anew; others are left alone", async () => {
    expect(await listSitesToRenew(base.db)).not.toContain(desk.siteId);
    await base.owner`insert into search_day (site_id, day, channel, asked, empty, clicked, withheld)
      values (${desk.siteId}, (now() at time zone 'Asia/Shanghai')::date, 'person', 1, 0, 0, 0)`;
    expect(await listSitesToRenew(base.db)).toContain(desk.siteId);
  });
});

test("related: by the same opened results, then by words; not what too few asked", async () => {
  const resource = await makeResource();
  await ask("公积金提取", { asked: 5 });
  await ask("租房补贴", { asked: 5 });
  await ask("公积金贷款", { asked: 4 });
  await ask("公积金查询", { asked: POPULAR.leastRelated - 1 });
  await open("公积金提取", resource, 3);
  await open("租房补贴", resource, 2);
  await renew();
  const related = (text: string) => listRelated(base.citizen, desk.siteId, text);
  expect(await related("公积金提取")).toEqual(["租房补贴", "公积金贷款"]);
  expect(await related("公積金如何繳存")).toEqual(
    expect.arrayContaining(["公积金提取", "公积金贷款"]),
  );
  expect(await related("")).toEqual([]);
});

test("click rates: bounded, faded, nothing below the least askings, gone when the clicks are", async () => {
  const resource = await makeResource();
  const [many, few] = [freshLetters("常问"), freshLetters("少问")];
  await ask(many, { asked: 20 });
  await ask(few, { asked: CLICKS.leastAsked - 1 });
  await open(many, resource, 10);
  await open(few, resource, 10);
  const rates = () =>
    base.citizen.execute<{ text: string; rate: number }>(
      sql`select text, rate from public_search_click_rate where resource_id = ${resource}`,
    );
  await renewClickRates(base.db);
  expect(await rates()).toEqual([{ text: many, rate: 10 / (20 + CLICKS.strength) }]);
  await base.owner`delete from search_click where resource_id = ${resource}`;
  await renewClickRates(base.db);
  expect(await rates()).toEqual([]);
});

const tasksOf = () => base.owner`
  select text, reason, asked, owner_id::int as owner, due_on > now()::date as due_later from search_task
  where site_id = ${desk.siteId} order by text`;

async function makeAdmin(): Promise<number> {
  const [account] = await base.owner`
    insert into staff_account (login, display_name, password_hash) values (${fresh("admin")}, '站点管理员', 'x') returning id::int`;
  const id = Number(account?.["id"]);
  await base.owner`insert into staff_grant (account_id, role, scope_kind, site_id, granted_by)
    values (${id}, 'site-admin', 'site', ${desk.siteId}, 'test')`;
  return id;
}

test("what finds nothing, and what nobody opens, becomes the task of the site's nearest person, once", async () => {
  const owner = await makeAdmin();
  const system = { actor: { kind: "system" as const, job: "search-tasks" }, db: base.db };
  await ask("a 查无此事", { asked: 6, empty: 6, hits: 0 });
  await ask("b 没人打开", { asked: 10, hits: 3 });
  await ask("c 有人打开", { asked: 10, clicked: 1, hits: 3 });
  await ask("d 问得太少", { asked: 4, empty: 4, hits: 0 });
  await ask("e 后来有了", { asked: 6, empty: 6, hits: 2 });
  await ask("f 赌博", { asked: 20, empty: 20, hits: 0 });
  await raiseTasks(system, 5);
  expect((await tasksOf()).map((row) => row["text"])).toEqual(["a 查无此事"]);
  // That nobody opens anything says something only where clicks are heard of.
  await open("c 有人打开", await makeResource(), 1);
  await raiseTasks(system, 5);
  await raiseTasks(system, 5);
  expect(await tasksOf()).toEqual([
    { text: "a 查无此事", reason: "no-hits", asked: 6, owner, due_later: true },
    { text: "b 没人打开", reason: "no-clicks", asked: 10, owner, due_later: true },
  ]);
  const audits = await listAudit(base.db, ["site", desk.siteId]);
  expect(audits.at(-1)).toMatchObject({
    action: "search-task.raise",
    actorId: "system:search-tasks",
    details: { texts: ["b 没人打开"], ownerId: owner },
  });
  // After its end it rests, and comes back when it is still asked in vain.
  await base.owner`update search_task set state = 'dismissed', note = '不归本站', closed_at = now()
    where site_id = ${desk.siteId}`;
  await raiseTasks(system, 5);
  expect(await tasksOf()).toHaveLength(2);
  await base.owner`update search_task set closed_at = now() - ${TASKS.restDays + 1} * interval '1 day'
    where site_id = ${desk.siteId}`;
  await raiseTasks(system, 5);
  expect(await tasksOf()).toHaveLength(4);
});

test("old sums are forgotten, and rare words sooner; the sums of the days stay", async () => {
  await ask("很久以前", { asked: 9, daysAgo: 400 });
  await ask("上个月只问了一次", { asked: 1, daysAgo: RARE_DAYS });
  await ask("上个月常问", { asked: 9, daysAgo: RARE_DAYS });
  await ask("今天只问了一次", { asked: 1 });
  await base.owner`insert into search_day (site_id, day, channel, asked, empty, clicked, withheld)
    values (${desk.siteId}, (now() at time zone 'Asia/Shanghai')::date - 30, 'person', 10, 1, 1, 0)`;
  await pruneSearchLog(base.db, 400);
  const left =
    await base.owner`select text from search_question where site_id = ${desk.siteId} order by text`;
  expect(left.map((row) => row["text"])).toEqual(["上个月常问", "今天只问了一次"]);
  expect(await listTotals(base.db, desk.siteId, 90)).toMatchObject([
    { channel: "person", asked: 10 },
  ]);
});

test("statistics show words only when enough asked, and are of the site alone", async () => {
  await ask("常问", { asked: 9, empty: 2, clicked: 3 });
  await ask("只有一个人问", { asked: 2 });
  await ask("没人打开", { asked: 5 });
  const list = (filter: "all" | "empty" | "unclicked", siteId = desk.siteId) =>
    listQuestions(base.db, { siteId, days: 7, filter, limit: 10 });
  expect(await list("all")).toEqual([
    { text: "常问", asked: 9, empty: 2, clicked: 3, hits: 3 },
    { text: "没人打开", asked: 5, empty: 0, clicked: 0, hits: 3 },
  ]);
  expect((await list("empty")).map(({ text }) => text)).toEqual(["常问"]);
  expect((await list("unclicked")).map(({ text }) => text)).toEqual(["没人打开"]);
  const other = await openDesk(base);
  expect(await list("all", other.siteId)).toEqual([]);
});
