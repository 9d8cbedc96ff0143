import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openOnlineDesk } from "#db/testing/desk.ts";
import { bringOne, targetOf } from "#db/testing/imported.ts";
import { Refusal } from "#db/testing/opensearch/refusals.ts";
import { openDouble } from "#db/testing/opensearch/server.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { questionFor, titlesOf } from "#db/testing/search-contract-tools.ts";
import { env } from "#lib/env.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { stopFollower } from "#modules/search/opensearch/commands/changes.ts";
import { fillEngine } from "#modules/search/opensearch/commands/fill.ts";
import { beginFollowing, followOnce } from "#modules/search/opensearch/commands/follow.ts";
import { listIndices } from "#modules/search/opensearch/commands/indices.ts";
import { tell } from "#modules/search/opensearch/commands/tell.ts";
import { getBacklog, listPending } from "#modules/search/opensearch/queries/changes.ts";
import { connectEngine } from "#modules/search/opensearch/queries/client.ts";
import { openSearchIndex } from "#modules/search/opensearch/queries/opensearch-index.ts";
import { verifyEngine } from "#modules/search/opensearch/queries/verify.ts";
import { connectSearch } from "#modules/search/queries/postgres-engine.ts";

const base = testDatabase();
const { sql, db } = connectSearch(env.DATABASE_URL);
const double = await openDouble();
const client = connectEngine(double.url, fresh("zs-follow-"));
let desk: Desk;

const publish = (title: string) => bringOne(desk.operator, targetOf(desk), { title });
const withdraw = (resourceId: number) =>
  withdrawResource(desk.operator, { resourceId, reason: "有误" });
const waiting = async () => (await getBacklog(base.db))?.waiting;
const fill = () => fillEngine(desk.operator, client, () => {});
const differences = async () => (await verifyEngine(base.db, client)).differences;
const search = async (q: string) =>
  titlesOf(
    await openSearchIndex(client, { db, truth: db }).search(
      questionFor(desk.siteId, q, { literal: true }),
    ),
  );

beforeAll(async () => {
  desk = await openOnlineDesk(base);
  await stopFollower(base.db);
});
beforeEach(async () => {
  double.spoil(/./, null);
  double.cluster.refused.clear();
});
afterAll(async () => {
  await stopFollower(base.db);
  await double.close();
  await sql.end();
  await base.close();
});

test("while no engine follows, acts note nothing and nothing is filled", async () => {
  await publish("菉葭巷供水通知");
  const [row] = await base.owner`select count(*)::int as n from search_change`;
  expect([row?.["n"], await getBacklog(base.db)]).toEqual([0, null]);
  await expect(fill()).rejects.toMatchObject({ code: "CONFLICT" });
});

test("only who manages the search may fill it; the act is audited", async () => {
  await beginFollowing(base.db, client);
  const refused = fillEngine(desk.stranger, client, () => {});
  await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await fill()).toBeGreaterThan(0);
  const [row] = await base.owner`
    select action, actor_id from audit_entry where action = 'search.engine-fill' order by at desc limit 1`;
  expect(row).toEqual({ action: "search.engine-fill", actor_id: "operator:test" });
  expect(await search("菉葭巷供水")).toEqual(["菉葭巷供水通知"]);
});

test("a change is noted in the act's transaction: with it, or not at all", async () => {
  const { resourceId } = await publish("蒹葭湾停航通知");
  expect(await waiting()).toBe(1);
  await followOnce(base.db, client);
  const undone = base.db.transaction(async (tx) => {
    await withdrawResource({ ...desk.operator, db: tx as never }, { resourceId, reason: "有误" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect([await waiting(), await search("蒹葭湾停航")]).toEqual([0, ["蒹葭湾停航通知"]]);
});

test.each([503, 429, "cut"] as const)("an engine that answers %s loses nothing", async (fault) => {
  const word = fresh("zk");
  const { resourceId } = await publish(`编号${word}甲`);
  await publish(`编号${word}乙`);
  await withdraw(resourceId);
  double.spoil(/_bulk/, fault);
  await expect(followOnce(base.db, client)).rejects.toMatchObject({ name: "EngineError" });
  expect(await waiting()).toBe(2);
  double.spoil(/./, null);
  expect(await followOnce(base.db, client)).toEqual({ told: 2, refused: 0, isMore: false });
  expect([await waiting(), await search(word), await differences()]).toEqual([
    ...[0, [`编号${word}乙`], []],
  ]);
});

test("who tells late tells nothing: the newer version stays", async () => {
  const { resourceId } = await publish("莼鲈桥限行通知");
  const late = await listPending(base.db, 10);
  await withdraw(resourceId);
  await followOnce(base.db, client);
  for (const { name } of await listIndices(client)) {
    const told = await tell(client, name, late.changes, { isFound: true });
    expect(told).toEqual({ isGone: false, refused: new Map() });
  }
  expect(await differences()).toEqual([]);
});

test("a document that the engine refuses waits alone, with the reason, and is told again", async () => {
  const poison = await publish("蓼花汀围挡通知");
  await publish("蘋洲渡口停运通知");
  double.cluster.refused.set(
    String(poison.resourceId),
    new Refusal(400, "mapper_parsing_exception", "no"),
  );
  expect(await followOnce(base.db, client)).toEqual({ told: 1, refused: 1, isMore: false });
  expect(await search("蘋洲渡口")).toEqual(["蘋洲渡口停运通知"]);
  expect(await getBacklog(base.db)).toMatchObject({
    ...{ waiting: 1, refused: 1, problem: "mapper_parsing_exception: no" },
  });
  // Not before its time, which doubles; but then.
  expect(await followOnce(base.db, client)).toEqual({ told: 0, refused: 0, isMore: false });
  double.cluster.refused.clear();
  await base.owner`update search_change set due_at = now()`;
  await followOnce(base.db, client);
  expect([await waiting(), await differences()]).toEqual([0, []]);
});

test("acts that commit while the index is made anew are in it, and searches go on without a gap", async () => {
  const word = fresh("zg");
  const gone = await publish(`编号${word}先`);
  await followOnce(base.db, client);
  const [before] = await listIndices(client);
  // The rows are read and not yet told: what is told meanwhile is newer, and stays.
  const reading = double.hold(/_bulk/, "before");
  const switching = double.hold(/_aliases/, "before");
  const filling = fill();
  await reading.arrived;
  await withdraw(gone.resourceId);
  await publish(`编号${word}中`);
  await followOnce(base.db, client);
  expect(await search(word)).toEqual([`编号${word}中`]);
  reading.release();
  // All is told, and the old index is still the one that is read.
  await switching.arrived;
  await publish(`编号${word}后`);
  await followOnce(base.db, client);
  expect(await search(word)).toHaveLength(2);
  switching.release();
  await filling;
  expect((await search(word)).sort()).toEqual([`编号${word}中`, `编号${word}后`].sort());
  expect([await differences(), await waiting()]).toEqual([[], 0]);
  const after = await listIndices(client);
  expect(after.map(({ isRead, isKept }) => [isRead, isKept])).toEqual([[true, true]]);
  expect(after[0]?.name).not.toBe(before?.name);
});

test("a filling that was killed leaves no trace but an index that the next one takes away", async () => {
  double.spoil(/_refresh/, 503);
  await expect(fill()).rejects.toMatchObject({ name: "EngineError" });
  double.spoil(/./, null);
  expect(await listIndices(client)).toHaveLength(2);
  await publish("芰荷塘清淤通知");
  await followOnce(base.db, client);
  expect(await search("芰荷塘清淤")).toEqual(["芰荷塘清淤通知"]);
  await fill();
  expect(await listIndices(client)).toHaveLength(1);
});

test("the verifier names what is missing, left over and other, and not what is still on its way", async () => {
  const rows = await Promise.all(["茅", "菅", "蒲"].map((one) => publish(`${one}台路灯检修通知`)));
  await followOnce(base.db, client);
  const [missing, leftOver, other] = rows.map(({ resourceId }) => resourceId);
  const [{ name } = { name: "" }] = await listIndices(client);
  const ahead = 1_000_000;
  await publish("荻港夜航通知");
  const [change] = (await listPending(base.db, 10)).changes;
  const wrong = change?.row ? { ...change.row, resourceId: other ?? 0 } : null;
  await tell(
    client,
    name,
    [
      { resourceId: missing ?? 0, version: ahead, row: null },
      { resourceId: other ?? 0, version: ahead, row: wrong },
    ],
    { isFound: true },
  );
  await withdraw(leftOver ?? 0);
  await base.owner`delete from search_change where resource_id = ${leftOver ?? 0}`;
  expect(await differences()).toEqual(
    [
      { resourceId: missing, what: "missing" },
      { resourceId: leftOver, what: "left-over" },
      { resourceId: other, what: "other" },
    ].sort((a, b) => Number(a.resourceId) - Number(b.resourceId)),
  );
  expect(await waiting()).toBe(1);
  await publishResource(desk.operator, { resourceId: leftOver ?? 0 });
});

test("an engine that was left and comes back is not read before it was filled anew", async () => {
  await stopFollower(base.db);
  await publish("葭萌关检修通知");
  await beginFollowing(base.db, client);
  await expect(search("葭萌关检修")).rejects.toThrow("no such index");
  await fill();
  expect(await search("葭萌关检修")).toEqual(["葭萌关检修通知"]);
  expect(await differences()).toEqual([]);
});

test("nothing was asked that the double does not know", () => {
  expect(double.strangers).toEqual([]);
});
