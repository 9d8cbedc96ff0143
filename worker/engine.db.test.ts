import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, putOnline } from "#db/testing/desk.ts";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { openDouble } from "#db/testing/opensearch/server.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { stopFollower } from "#modules/search/opensearch/commands/changes.ts";
import { fillEngine } from "#modules/search/opensearch/commands/fill.ts";
import { beginFollowing, followOnce } from "#modules/search/opensearch/commands/follow.ts";
import { getBacklog } from "#modules/search/opensearch/queries/changes.ts";
import { connectEngine } from "#modules/search/opensearch/queries/client.ts";
import { verifyEngine } from "#modules/search/opensearch/queries/verify.ts";
import { keepEngine, pauseMs } from "#worker/engine.ts";

const base = testDatabase();
const double = await openDouble();
const alias = fresh("zs-killed-");
const client = connectEngine(double.url, alias);
let desk: Desk;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  desk = await openDesk(base);
  await putOnline(desk.operator, desk.code);
  await beginFollowing(base.db, client);
  await fillEngine(desk.operator, client, () => {});
});
afterAll(async () => {
  await stopFollower(base.db);
  await double.close();
  await base.close();
});

/** The part of the worker that follows, as a process of its own. */
function startFollowing(): ChildProcess {
  const script = `
    import { connect } from "#db/client.ts";
    import { connectEngine } from "#modules/search/opensearch/queries/client.ts";
    import { keepEngine } from "#worker/engine.ts";
    const { db } = connect({ role: "zs_app", max: 2, name: "test-engine" });
    await keepEngine(db, connectEngine(${JSON.stringify(double.url)}, ${JSON.stringify(alias)}));`;
  const args = ["--conditions=react-server", "--input-type=module", "-e", script];
  return spawn(process.execPath, args, { stdio: "ignore" });
}

test.each(["before", "after"] as const)(
  "a worker that is killed %s the engine did its work loses nothing",
  async (when) => {
    const { resourceId } = await bringOne(desk.operator, targetOf(desk));
    await bring(desk.operator, targetOf(desk), ...Array.from({ length: 10 }, () => record()));
    const { arrived } = double.hold(/_bulk/, when);
    const child = startFollowing();
    await arrived;
    // What commits while it hangs, too.
    await withdrawResource(desk.operator, { resourceId, reason: "有误" });
    child.kill("SIGKILL");
    await once(child, "exit");
    expect((await getBacklog(base.db))?.waiting).toBeGreaterThanOrEqual(11);
    while ((await followOnce(base.db, client)).isMore);
    expect(await getBacklog(base.db)).toMatchObject({ waiting: 0, refused: 0 });
    expect((await verifyEngine(base.db, client)).differences).toEqual([]);
  },
  60_000,
);

test("a worker that finds the engine away goes on when it is back", async () => {
  await bringOne(desk.operator, targetOf(desk));
  double.spoil(/./, 503);
  const stop = await keepEngine(base.db, client);
  const back = double.hold(/_bulk/, "after");
  double.spoil(/./, null);
  await back.arrived;
  stop();
  back.release();
});

test("a pause doubles with each failure, up to a minute", () => {
  expect([0, 1, 2, 3, 6, 7, 50].map(pauseMs)).toEqual([
    500, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
  ]);
});

test("a worker without an engine lets the acts note nothing any more", async () => {
  const stop = await keepEngine(base.db, null);
  stop();
  await bringOne(desk.operator, targetOf(desk));
  const [row] = await base.owner`select count(*)::int as n from search_change`;
  expect([row?.["n"], await getBacklog(base.db)]).toEqual([0, null]);
});

test("nothing was asked that the double does not know", () => {
  expect(double.strangers).toEqual([]);
});
