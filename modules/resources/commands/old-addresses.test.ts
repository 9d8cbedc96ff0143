import { afterAll, beforeAll, expect, test } from "vitest";
import { openDesk } from "#db/testing/desk.ts";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import type { Ctx } from "#modules/access/context.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { archiveResource } from "#modules/resources/commands/archive.ts";
import { listAddresses } from "#modules/resources/commands/old-addresses.ts";
import type { ImportTarget } from "#modules/resources/commands/prepare.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import type { OldAddress } from "#modules/resources/queries/old-addresses.ts";
import {
  countOldAddresses,
  listOldAddresses,
  placeOf,
} from "#modules/resources/queries/old-addresses.ts";

const base = testDatabase();
const ctx: Ctx = { actor: { kind: "operator", name: "test" }, db: base.db };
const OLD = "http://www.old.example.cn";
let target: ImportTarget;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  target = targetOf(await openDesk(base));
});
afterAll(() => base.close());

const listed = (path: string | null, reason: string | null = null, url = `${OLD}${path}`) => ({
  url,
  path,
  reason,
});

/** Addresses that begin alike stand in the order of their digests. */
const byDigest = ([a]: (string | null)[], [b]: (string | null)[]) =>
  placeOf({ ...NOTHING, url: a ?? "" }) < placeOf({ ...NOTHING, url: b ?? "" }) ? -1 : 1;
const NOTHING = { fate: "missing", target: null, reason: null, isOffline: false } as const;

test("every old address is told: moved, archived, left behind on purpose, missing", async () => {
  const { siteId } = target;
  const { path: moved } = await bringOne(ctx, target, { url: `${OLD}/a/1.html` });
  const archived = await bringOne(ctx, target, { url: `${OLD}/a/2.html` });
  await archiveResource(ctx, { resourceId: archived.resourceId, reason: "旧站内容" });
  const taken = await bringOne(ctx, target, { url: `${OLD}/a/9.html` });
  await archiveResource(ctx, { resourceId: taken.resourceId, reason: "旧站内容" });
  await withdrawResource(ctx, { resourceId: taken.resourceId, reason: "有误" });
  const withdrawn = await bringOne(ctx, target, { url: `${OLD}/a/3.html` });
  await withdrawResource(ctx, { resourceId: withdrawn.resourceId, reason: "试验" });
  await bring(ctx, target, record({ url: `${OLD}/only-imported.html` }));
  const long = `${OLD}/${"长".repeat(2_000)}`;
  await listAddresses(
    ctx,
    siteId,
    [
      listed("/"),
      listed("/zwdt/tzgg"),
      listed("/a/1.html"),
      listed("/a/2.html"),
      listed("/a/3.html"),
      listed("/a/9.html"),
      listed("/tv/1.html", "栏目已停办"),
      listed(null, null, `${OLD}/show?id=7`),
      listed(null, null, long),
      listed(null, null, `${long}-other`),
    ],
    "list.txt",
  );
  const all = await listOldAddresses(base.db, siteId, { limit: 100 });
  expect(all.map(({ url, fate, target: to, reason }) => [url, fate, to, reason])).toEqual([
    ["/only-imported.html", "moved", expect.stringMatching(/^\/zwdt\/tzgg\//), null],
    [`${OLD}/`, "moved", "/", null],
    [`${OLD}/a/1.html`, "moved", moved, null],
    [`${OLD}/a/2.html`, "archived", archived.path, null],
    [`${OLD}/a/3.html`, "missing", null, null],
    [`${OLD}/a/9.html`, "missing", null, null],
    [`${OLD}/show?id=7`, "missing", null, null],
    [`${OLD}/tv/1.html`, "gone", null, "栏目已停办"],
    [`${OLD}/zwdt/tzgg`, "moved", "/zwdt/tzgg", null],
    ...[long, `${long}-other`].map((url) => [url, "missing", null, null]).sort(byDigest),
  ]);
  expect(all.filter(({ isOffline }) => isOffline).map(({ url }) => url)).toEqual([
    `${OLD}/a/3.html`,
    `${OLD}/a/9.html`,
  ]);
  expect(await countOldAddresses(base.db, siteId)).toEqual({
    moved: 4,
    archived: 1,
    gone: 1,
    missing: 5,
  });
  // Filtered, searched (a part, any case, no pattern), and page by page.
  const urls = async (filter: Omit<Parameters<typeof listOldAddresses>[2], "limit">, limit = 100) =>
    (await listOldAddresses(base.db, siteId, { ...filter, limit })).map(({ url }) => url);
  expect(await urls({ fate: "gone" })).toEqual([`${OLD}/tv/1.html`]);
  expect(await urls({ words: "A/2.HTML" })).toEqual([`${OLD}/a/2.html`]);
  expect(await urls({ words: "%" })).toEqual([]);
  const after = all.find(({ url }) => url === `${OLD}/a/1.html`);
  expect(await urls({ after: after && placeOf(after) }, 2)).toEqual([
    `${OLD}/a/2.html`,
    `${OLD}/a/3.html`,
  ]);
  // Page by page, one at a time, every address comes once.
  const walked: string[] = [];
  for (let at: OldAddress | undefined; walked.length < 20; ) {
    [at] = await listOldAddresses(base.db, siteId, { after: at && placeOf(at), limit: 1 });
    if (!at) break;
    walked.push(at.url);
  }
  expect(walked).toEqual(all.map(({ url }) => url));
});

test("a later list replaces what was said of an address, and every list leaves an audit row", async () => {
  const { siteId } = targetOf(await openDesk(base));
  const url = `${OLD}/${fresh("x")}.html`;
  const path = new URL(url).pathname;
  await listAddresses(ctx, siteId, [{ url, path, reason: "机构已撤销" }], "a.txt");
  await listAddresses(ctx, siteId, [{ url, path, reason: null }], "b.txt");
  expect(await listOldAddresses(base.db, siteId, { limit: 10 })).toEqual([{ ...NOTHING, url }]);
  const rows = await base.owner`
    select details from audit_entry where action = 'resource.list-old-addresses' and site_id = ${siteId} order by at`;
  expect(rows.map((row) => row["details"])).toEqual([
    { fileName: "a.txt", count: 1 },
    { fileName: "b.txt", count: 1 },
  ]);
});

test("a stranger's list is refused", async () => {
  const nobody: Ctx = { actor: { kind: "staff", accountId: 0, grants: [] }, db: base.db };
  await expect(listAddresses(nobody, target.siteId, [], "x")).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
