import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk, openTestSite, putOnline } from "#db/testing/desk.ts";
import { bring as bringAgain, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import type { Ctx } from "#modules/access/context.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { deleteBestBet, saveBestBet } from "#modules/search/curation/commands/best-bets.ts";
import { listBestBetRows } from "#modules/search/curation/queries/best-bets.ts";
import type { BestBetInput } from "#modules/search/curation/schema.ts";
import { plainly } from "#modules/search/domain/asked.ts";
import { connectSearch, postgresIndex } from "#modules/search/queries/postgres-engine.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
const index = postgresIndex(db);
let desk: Desk;

beforeAll(async () => {
  desk = await openOnlineDesk(base);
});
afterAll(async () => {
  await sql.end();
  await base.close();
});

const bring = async (title: string, more: Record<string, unknown> = {}) =>
  (await bringOne(desk.operator, targetOf(desk), { title, ...more })).resourceId;

const bet = (question: string, resourceIds: number[], more: Partial<BestBetInput> = {}) => ({
  ...{ id: null, revision: 0, siteId: desk.siteId, questions: [question], resourceIds },
  ...{ from: null, until: null, reason: "试验" },
  ...more,
});

async function save(input: BestBetInput, ctx: Ctx = desk.person("site-admin")): Promise<number> {
  const saved = await saveBestBet(ctx, input);
  if (!saved.ok) throw new Error(saved.problems.join());
  return saved.value.id;
}

async function ask(q: string, more: Partial<SearchQuery> = {}) {
  const { hits, total, pages } = await index.search({
    ...plainly(q, desk.siteId, "site"),
    ...more,
  });
  return {
    ids: hits.map(({ resourceId }) => resourceId),
    best: hits.flatMap(({ isBestBet, resourceId }) => (isBestBet ? [resourceId] : [])),
    total: total.count,
    pages,
  };
}

const auditOf = async (id: number) =>
  [
    ...(await base.owner<{ action: string; details: Record<string, unknown> }[]>`
      select action, details from audit_entry
      where subject_kind = 'search-best-bet' and subject_id = ${String(id)} order by id`),
  ].map(({ action, details }) => [action, details["reason"]]);

describe("a best bet", () => {
  test("stands first in its order, marked, once, for every spelling, and is counted", async () => {
    const word = fresh("桥");
    const plain = await bring(`${word}通行须知`);
    const other = await bring("和词语无关的一篇");
    const last = await bring(`${word}收费公告`);
    await save({
      ...bet(`${word}怎么办理？`, [other, last]),
      questions: [`${word}怎么办理？`, `${word.toUpperCase()}的说法`],
    });
    for (const asked of [word, `请问 ${word}`, `${word}的说法`])
      expect([asked, (await ask(asked)).ids.slice(0, 2)]).toEqual([asked, [other, last]]);
    const found = await ask(word);
    expect(found).toMatchObject({ best: [other, last], total: 3, pages: 1 });
    expect(found.ids.toSorted()).toEqual([plain, other, last].toSorted());
    expect((await ask(word, { literal: true })).best).toEqual([other, last]);
  });

  test("is shown on no other order, field, filter, site or page, and displaces nothing", async () => {
    const word = fresh("渡");
    const rows: number[] = [];
    for (let at = 0; at < 12; at += 1)
      rows.push(await bring(`${word}第${at}号通知`, { date: `2024-01-${10 + at}` }));
    const pinned = rows[0] ?? 0;
    await save(bet(word, [pinned]));
    const pages = [await ask(word), await ask(word, { page: 2 })];
    expect(pages.map(({ best }) => best)).toEqual([[pinned], []]);
    expect(pages.flatMap(({ ids }) => ids).toSorted()).toEqual(rows.toSorted());
    expect(pages[0]).toMatchObject({ total: 12, pages: 2 });
    for (const more of [
      { sort: "time" },
      { field: "title" },
      { exactTitle: true },
      { class: "policy" },
      { from: "2024-01-11" },
      { to: "2024-01-09" },
      { validity: "invalid" },
      { siteId: desk.siteId + 100_000, scope: "group" },
    ] as const)
      expect([more, (await ask(word, more)).best]).toEqual([more, []]);
    expect((await ask(word, { from: "2024-01-10", to: "2024-01-10" })).best).toEqual([pinned]);
  });

  test("is gone while it is withdrawn, before its days and after them, and when it is deleted", async () => {
    const word = fresh("堤");
    const resourceId = await bring(`${word}加固工程`);
    const id = await save(bet(word, [resourceId]));
    await withdrawResource(desk.operator, { resourceId, reason: "有误" });
    expect(await ask(word, { literal: true })).toMatchObject({ ids: [], best: [] });
    await publishResource(desk.operator, { resourceId });
    expect((await ask(word)).best).toEqual([resourceId]);
    const change = (revision: number, from: string | null, until: string | null) =>
      save({ ...bet(word, [resourceId]), id, revision, from, until });
    await change(1, "2999-01-01", null);
    expect((await ask(word)).best).toEqual([]);
    await change(2, null, "2020-01-01");
    expect((await ask(word)).best).toEqual([]);
    await change(3, "2020-01-01", "2999-01-01");
    expect((await ask(word)).best).toEqual([resourceId]);
    await deleteBestBet(desk.person("site-admin"), id);
    expect((await ask(word)).best).toEqual([]);
    const saved = ["search.best-bet-save", "试验"];
    expect(await auditOf(id)).toEqual([
      ...[saved, saved, saved, saved],
      ["search.best-bet-delete", "试验"],
    ]);
  });

  test("of the group stands after the site's own; on a site only what that site shows", async () => {
    const word = fresh("闸");
    const own = await bring(`${word}说明`);
    const elsewhere = await openTestSite(desk.operator);
    await putOnline(desk.operator, elsewhere.code);
    const foreign = (await bringOne(desk.operator, targetOf(elsewhere), { title: `${word}别处` }))
      .resourceId;
    await save(bet(word, [foreign, own], { siteId: null }), desk.operator);
    expect((await ask(word)).best).toEqual([own]);
    expect((await ask(word, { scope: "group" })).best).toEqual([foreign, own]);
    const mine = await bring(`${word}本站推荐`);
    await save(bet(word, [mine]));
    expect((await ask(word, { scope: "group" })).best).toEqual([mine, foreign, own]);
  });

  test("of a site is not shown when that site has withdrawn it, though another one still has it", async () => {
    const id = fresh("shared");
    const word = fresh("栈");
    const more = record({ id, title: `${word}通告` });
    const { resourceId } = await bringOne(desk.operator, targetOf(desk), more);
    const elsewhere = await openTestSite(desk.operator);
    await putOnline(desk.operator, elsewhere.code);
    await bringAgain(desk.operator, targetOf(elsewhere), more);
    await save(bet(word, [resourceId]));
    const group = { scope: "group" } as const;
    expect((await ask(word, group)).best).toEqual([resourceId]);
    await withdrawResource(desk.operator, { resourceId, reason: "本站不用", siteId: desk.siteId });
    expect(await ask(word, group)).toMatchObject({ ids: [resourceId], best: [] });
  });

  test("is refused with the reason: nothing asked, taken, not live here, days reversed, changed meanwhile", async () => {
    const word = fresh("坝");
    const resourceId = await bring(`${word}公告`);
    const admin = desk.person("site-admin");
    const id = await save(bet(word, [resourceId], { until: "2026-06-30" }));
    const refusal = async (more: Partial<BestBetInput>) => {
      const saved = await saveBestBet(admin, { ...bet(word, [resourceId]), ...more });
      return saved.ok ? [] : saved.problems;
    };
    expect(await refusal({ questions: ["？"], resourceIds: [resourceId] })).toEqual([
      "question-empty",
    ]);
    expect(await refusal({ questions: [`请问${word}`] })).toEqual(["question-taken"]);
    expect(await refusal({ questions: [fresh("q")], resourceIds: [999_999_999] })).toEqual([
      "resource-gone",
    ]);
    expect(await refusal({ id, revision: 7 })).toEqual(["bet-changed"]);
    expect(await refusal({ id, revision: 1, from: "2026-02-02", until: "2026-02-01" })).toEqual([
      "days-reversed",
    ]);
    expect(await refusal({ from: "2026-07-01" })).toEqual([]);
  });

  test("is for whoever manages the search of that site; the group's only for who manages all", async () => {
    const word = fresh("港");
    const resourceId = await bring(`${word}公告`);
    const forbidden = { code: "FORBIDDEN" };
    const group = await save(bet(word, [resourceId], { siteId: null }), desk.operator);
    for (const ctx of [
      desk.stranger,
      desk.person("author"),
      desk.person("reviewer"),
      desk.person("site-admin", desk.siteId + 100_000),
    ]) {
      await expect(saveBestBet(ctx, bet(fresh("q"), [resourceId]))).rejects.toMatchObject(
        forbidden,
      );
      await expect(deleteBestBet(ctx, group)).rejects.toMatchObject(forbidden);
    }
    const admin = desk.person("site-admin");
    await expect(deleteBestBet(admin, group)).rejects.toMatchObject(forbidden);
    const grab = { ...bet(word, [resourceId]), id: group, revision: 1 };
    await expect(saveBestBet(admin, grab)).rejects.toMatchObject(forbidden);
    await expect(deleteBestBet(admin, 999_999_999)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is listed with what is not shown any more", async () => {
    const word = fresh("礁");
    const resourceId = await bring(`${word}公告`);
    const id = await save(bet(word, [resourceId]));
    const chosen = async () =>
      (await listBestBetRows(base.db, { siteId: desk.siteId, id, limit: 1 }))[0]?.chosen[0];
    expect(await chosen()).toMatchObject({ title: `${word}公告`, siteId: desk.siteId });
    await withdrawResource(desk.operator, { resourceId, reason: "有误" });
    expect(await chosen()).toMatchObject({ title: `${word}公告`, siteId: null, path: null });
    const listed = await listBestBetRows(base.db, { siteId: desk.siteId, words: word, limit: 9 });
    expect(listed.map((row) => row.id)).toEqual([id]);
  });
});
