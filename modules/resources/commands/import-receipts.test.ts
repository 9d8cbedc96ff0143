/** What a receipt must not keep to itself, and what one record may not do to those around it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, openTestSite } from "#db/testing/desk.ts";
import { bring, bringOne, record, targetOf } from "#db/testing/imported.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import type { Ctx } from "#modules/access/context.ts";
import { prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { importChunk, openImport } from "#modules/resources/commands/import.ts";
import type { ImportTarget, Receipt } from "#modules/resources/commands/prepare.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { listReceipts } from "#modules/resources/queries/imports.ts";

const NUL = String.fromCharCode(0);
const HALF = String.fromCharCode(0xd842);
const base = testDatabase();
const ctx: Ctx = { actor: { kind: "operator", name: "test" }, db: base.db };
let desk: Desk;
let target: ImportTarget;
let other: ImportTarget;

beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  desk = await openDesk(base);
  target = targetOf(desk);
  other = targetOf(desk, "zcwj/gfxwj");
});
afterAll(() => base.close());

const saysOf = (receipts: readonly Receipt[]) =>
  receipts.map(({ status, reason }) => [status, reason]);
const dry = (where: ImportTarget, ...values: unknown[]) =>
  importChunk(
    ctx,
    0,
    { ...where, isDryRun: true },
    values.map((value, at) => ({ line: at + 1, value })),
  );
const placementsOf = (resourceId: number | null | undefined) =>
  base.owner`select mode, title, summary, path from placement where resource_id = ${resourceId ?? 0} order by id`;

describe("characters that PostgreSQL refuses", () => {
  test.each([
    ["NUL", NUL],
    ["half of a surrogate pair", HALF],
  ])("%s is left out wherever it stands, and the records around it come in", async (_, bad) => {
    const { id } = record();
    const values = [
      record(),
      record({ id: `${id}${bad}`, title: `题${bad}目`, author: `甲${bad}` }),
      record({ org: `某${bad}局`, docNo: `某〔2019〕${bad}1号`, category: `类${bad}` }),
      record({ type: "policy", meta: { index: `00${bad}1`, keywords: ["供水", `停${bad}水`] } }),
      record({ body_html: `<p>一${bad}二</p>`, url: `http://www.old.cn/${bad}a.html` }),
      record({ body_html: null, body_text: `一${bad}二` }),
      record({ meta: { deep: [{ more: bad }] } }),
      record(),
    ];
    const receipts = await bring(ctx, target, ...values);
    expect(receipts.map(({ status }) => status)).toEqual(values.map(() => "imported"));
    const note = "去掉了不能保存的字符 characters that cannot be kept are left out";
    expect(receipts.map(({ reason }) => reason)).toEqual([
      null,
      ...Array.from({ length: 6 }, () => note),
      null,
    ]);
    expect(receipts[1]?.id).toBe(id);
    expect(await placementsOf(receipts[1]?.resourceId)).toMatchObject([{ title: "题目" }]);
    // The same file once more says the same of the same ids.
    expect(new Set((await bring(ctx, target, ...values)).map(({ reason }) => reason))).toEqual(
      new Set(["unchanged"]),
    );
  });

  test("are not in what receipts quote either", async () => {
    const batch = await openImport(ctx, target, "test.jsonl");
    const lines = [
      { line: 1, value: { id: `${NUL}x${HALF}`, title: "" } },
      { line: 2, value: record({ type: "policy", meta: { status: `大${NUL}概` } }) },
      { line: 3, value: record(), notes: [`a${NUL}.pdf：没有带来 not taken`, "𠮷".repeat(300)] },
      { line: 4, value: { id: "𠮷".repeat(150) } },
    ];
    const unreadable = { line: 5, id: `b${NUL}`, reason: `第 5 行：${HALF}` };
    const refused = { ...unreadable, status: "refused" as const, resourceId: null, path: null };
    const receipts = await importChunk(ctx, batch, target, lines, [refused]);
    expect(receipts.map(({ status }) => status)).toEqual([
      ...["refused", "refused", "imported", "refused", "refused"],
    ]);
    const kept = await listReceipts(base.db, { batchId: batch, afterLine: 0, limit: 10 });
    expect(kept.map(({ id, reason }) => [id, reason])).toEqual(
      receipts.map(({ id, reason }) => [id, reason]),
    );
    for (const said of kept) expect(`${said.id}${said.reason}`.isWellFormed()).toBe(true);
  });

  test("a day or moment that PostgreSQL has not refuses its own record only", async () => {
    const meta = { status: "废止", statusDate: "2024-13-45" };
    const receipts = await bring(
      ctx,
      target,
      record({ type: "policy", meta }),
      record({ date: "0001-01-01" }),
      record({ date: "0000-05-01T00:00:00Z" }),
      record({ date: "9999-12-31T23:00:00-08:00" }),
      record(),
    );
    expect(saysOf(receipts)).toEqual([
      ["refused", "meta.statusDate: not a day"],
      ...[1, 2, 3].map(() => ["refused", "date: Invalid input"]),
      ["imported", null],
    ]);
  });
});

describe("a record whose id is known", () => {
  const WITHDRAWN = ["merged", "withdrawn here: not placed"];
  const TAKEN = ["refused", "another document has this id, with other content"];

  test("is not brought back by another column once it is withdrawn", async () => {
    const value = record();
    const [first] = await bring(ctx, target, value);
    await withdrawResource(ctx, { resourceId: Number(first?.resourceId), reason: "有错" });
    expect(saysOf(await dry(other, value))).toEqual([WITHDRAWN]);
    expect(saysOf(await bring(ctx, other, value))).toEqual([WITHDRAWN]);
    expect(await placementsOf(first?.resourceId)).toHaveLength(1);
  });

  test("is placed in another column while it is live, and not while it is a draft", async () => {
    const [live, draft] = [record(), record()];
    const [first] = await bring(ctx, target, live);
    await bring(ctx, { ...target, as: "draft" }, draft);
    const says = [
      ["merged", "placed"],
      ["merged", "not released here: not placed"],
    ];
    expect(saysOf(await dry(other, live, draft))).toEqual(says);
    const receipts = await bring(ctx, other, live, draft);
    expect(saysOf(receipts)).toEqual(says);
    expect(receipts[0]?.path).toMatch(/^\/zcwj\/gfxwj\//);
    expect(await placementsOf(first?.resourceId)).toMatchObject([
      { mode: "original" },
      { mode: "reference" },
    ]);
  });

  test("with other content is another document: refused, and nothing is placed", async () => {
    const site = await openTestSite(desk.operator);
    const elsewhere = targetOf(site);
    const value = record({ url: "http://www.one.cn/1.html" });
    const [first] = await bring(ctx, target, value);
    const foreign = { ...value, title: "另一件事", url: "http://www.two.cn/2.html" };
    expect(saysOf(await dry(elsewhere, foreign))).toEqual([TAKEN]);
    const [receipt] = await bring(ctx, elsewhere, foreign);
    expect(saysOf(receipt ? [receipt] : [])).toEqual([TAKEN]);
    expect(receipt).toMatchObject({ resourceId: null, path: null });
    expect(await placementsOf(first?.resourceId)).toHaveLength(1);
    expect(
      await base.owner`select from redirect where site_id = ${site.siteId} and path = '/2.html'`,
    ).toHaveLength(0);
  });

  test("is called in its new column as the stored edition is, and published as it was", async () => {
    const value = record({ date: null });
    const [first] = await bring(ctx, target, value);
    const resourceId = Number(first?.resourceId);
    // As an editor's second edition leaves it.
    await base.owner`
      with second as (
        insert into edition (resource_id, number, state, title, summary, source_id, body, metadata, content_hash, created_by)
        select resource_id, 2, 'released', '改过的题目', '改过的摘要', source_id, body, metadata, '\\x00', created_by
        from edition where resource_id = ${resourceId} returning id)
      update resource set released_edition_id = second.id from second where resource.id = ${resourceId}`;
    await base.owner`update edition set state = 'superseded' where resource_id = ${resourceId} and number = 1`;
    expect(saysOf(await bring(ctx, other, value))).toEqual([["merged", "placed"]]);
    const [, reference] = await placementsOf(resourceId);
    expect(reference).toMatchObject({ title: "改过的题目", summary: "改过的摘要" });
    const [times] = await base.owner`
      select count(distinct date_trunc('second', published_at))::int as n from placement where resource_id = ${resourceId}`;
    expect(times?.["n"]).toBe(1);
  });
});

test("the second of two equal ids is taken when the first cannot be", async () => {
  const value = record();
  const receipts = await bring(ctx, target, { ...value, body_html: "" }, value, value);
  expect(saysOf(receipts)).toEqual([
    ["refused", "body: no text"],
    ["imported", null],
    ["merged", "same id earlier in this file"],
  ]);
});

test("addresses that differ in their query only lead to a document each", async () => {
  const url = "http://www.old.cn/show.jsp?lang=zh&id=";
  const receipts = await bring(ctx, target, record({ url: `${url}7` }), record({ url: `${url}8` }));
  expect(saysOf(receipts)).toEqual([
    ["imported", null],
    ["imported", null],
  ]);
  const rows = await base.owner`
    select r.path, p.resource_id from redirect r join placement p on p.id = r.placement_id
    where r.site_id = ${desk.siteId} and r.path like '/show.jsp%' order by r.path`;
  expect(rows.map(({ path, resource_id: id }) => [path, Number(id)])).toEqual([
    ["/show.jsp?id=7&lang=zh", receipts[0]?.resourceId],
    ["/show.jsp?id=8&lang=zh", receipts[1]?.resourceId],
  ]);
});

describe("a receipt says", () => {
  const reasonOf = async (more: Record<string, unknown>, where = target) =>
    (await bring(ctx, where, record(more)))[0]?.reason;

  test("what of the text did not come in", async () => {
    const body_html = `<p>字</p><video src="a.mp4"></video><iframe src="b"></iframe><iframe src="c"></iframe>
      <embed src="d"><img src="data:image/png;base64,AA"><img src="http://www.old.cn/1.png"><script>1</script>`;
    expect(await reasonOf({ body_html })).toBe(
      "1 张没有带来的图片改为链接 pictures left elsewhere became links; " +
        "正文里没有带入：图片 1、视频 1、嵌入页面 2、插件内容 1 not taken from the text: 1 img, 1 video, 2 iframe, 1 embed",
    );
  });

  test("that the text was cut off", async () => {
    expect(await reasonOf({ body_html: `<p>${"字".repeat(2_000_000)}</p>` })).toMatch(
      /^正文超过上限，截去 \d+ 个字 /,
    );
  });

  test("that there was no date, when that is decided for ever", async () => {
    const note = "没有日期，按导入时刻 no date, published at the moment of import";
    expect(await reasonOf({ date: null })).toBe(note);
    expect(await reasonOf({ date: "" })).toBe(note);
    expect(await reasonOf({ date: null }, { ...target, as: "draft" })).toBeNull();
  });
});

describe("a record comes in", () => {
  test("with a clock of Asia/Shanghai that names no offset", async () => {
    const { resourceId } = await bringOne(ctx, target, { date: "2019-04-25T09:32:09" });
    const [row] = await base.owner`
      select first_published_at = '2019-04-25 01:32:09Z' as is_then from resource where id = ${resourceId}`;
    expect(row?.["is_then"]).toBe(true);
  });

  test("with as many issuers as a joint notice has, and more keywords than are kept", async () => {
    const org = Array.from({ length: 30 }, (_, at) => `第${at}某某委员会`).join("、");
    const keywords = [...Array.from({ length: 30 }, (_, at) => `词${at}`), "长".repeat(31)];
    const more = { type: "policy", org, meta: { keywords: keywords.toReversed() } };
    const { resourceId } = await bringOne(ctx, target, more);
    const [row] = await base.owner`select metadata from edition where resource_id = ${resourceId}`;
    expect(row?.["metadata"]).toMatchObject({ issuer: org });
    expect(row?.["metadata"].keywords).toHaveLength(20);
  });

  test("whatever `status` means in a type without validity", async () => {
    const { resourceId } = await bringOne(ctx, target, { meta: { status: "已发布" } });
    const [row] = await base.owner`select validity from resource where id = ${resourceId}`;
    expect(row?.["validity"]).toBe("current");
  });
});
