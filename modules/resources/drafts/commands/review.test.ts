import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import { listAudit } from "#modules/audit/queries.ts";
import { setReviewSteps } from "#modules/columns/commands.ts";
import { installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import {
  approveEdition,
  recallEdition,
  returnEdition,
  submitEdition,
} from "#modules/resources/drafts/commands/review.ts";
import { createDraft, openEdition, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { loadDashboard, loadEdition } from "#modules/resources/drafts/loaders.ts";
import type { DraftInput } from "#modules/resources/drafts/schema.ts";
import { resolvePath } from "#modules/resources/queries/public.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  installReactions(REACTIONS, base.sql);
  desk = await openDesk(base);
});
afterAll(() => base.close());

const words = (revision: number, title: string): DraftInput => ({
  revision,
  title,
  subtitle: null,
  summary: null,
  author: null,
  source: "县政府办公室",
  body: fromHtml("<p>正文一段。</p>").document,
  publishedAt: null,
  metadata: {},
  columnIds: [desk.columnOf("zwdt/tzgg")],
  tags: ["供暖"],
  attachments: [],
});

async function draftOf(author = desk.person("author")) {
  const made = await createDraft(author, { columnId: desk.columnOf("zwdt/tzgg"), type: "article" });
  await saveDraft(author, made.editionId, words(0, "供暖通知"));
  return { author, ...made };
}

async function released() {
  const made = await draftOf();
  const reviewer = desk.person("reviewer");
  await submitEdition(made.author, made.editionId);
  await approveEdition(reviewer, made.editionId, { revision: 1 });
  const published = await publishResource(reviewer, { resourceId: made.resourceId });
  if (!published.ok) throw new Error(published.problems.join());
  return { ...made, reviewer, path: published.value.places[0]?.path ?? "" };
}

const standing = async (path: string) =>
  (await resolvePath(base.db, desk.siteId, path, path.slice(1))).kind;

describe("the way of a piece", () => {
  test("written, submitted, returned with a reason, mended, approved by another, released; each step is on record", async () => {
    const { author, editionId, resourceId } = await draftOf();
    const reviewer = desk.person("reviewer");
    expect(await submitEdition(author, editionId)).toMatchObject({ ok: true });
    expect(await returnEdition(reviewer, editionId, { reason: "请写明时间" })).toMatchObject({
      ok: true,
    });
    expect(await saveDraft(author, editionId, words(1, "供暖通知（修改）"))).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect(await submitEdition(author, editionId)).toMatchObject({ ok: true });
    expect(await approveEdition(reviewer, editionId, { revision: 2 })).toMatchObject({
      ok: true,
      value: { state: "approved" },
    });
    const published = await publishResource(reviewer, { resourceId });
    expect(published.ok && (await standing(published.value.places[0]?.path ?? ""))).toBe("article");
    const audits = await listAudit(base.db, ["resource", resourceId]);
    expect(audits.map(({ action }) => action)).toEqual([
      "resource.create",
      "edition.submit",
      "edition.return",
      "edition.submit",
      "edition.approve",
      "resource.publish",
    ]);
    expect(audits.every(({ isGenuine }) => isGenuine)).toBe(true);
  });

  test("nobody approves their own work, nor what changed after they read it, nor twice", async () => {
    const { author, editionId } = await draftOf(desk.person("reviewer"));
    await submitEdition(author, editionId);
    expect(await approveEdition(author, editionId, { revision: 1 })).toEqual({
      ok: false,
      problems: ["own-work"],
    });
    const other = desk.person("reviewer");
    expect(await approveEdition(other, editionId, { revision: 0 })).toEqual({
      ok: false,
      problems: ["changed"],
    });
    const both = await Promise.all([
      approveEdition(other, editionId, { revision: 1 }),
      approveEdition(desk.person("reviewer"), editionId, { revision: 1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a column of two steps asks two people", async () => {
    const column = { siteId: desk.siteId, path: "zwdt/tzgg" };
    await setReviewSteps(desk.operator, { ...column, steps: 2 });
    const { author, editionId } = await draftOf(desk.person("reviewer"));
    await submitEdition(author, editionId);
    const [first, second] = [desk.person("reviewer"), desk.person("reviewer")];
    expect(await approveEdition(first, editionId, { revision: 1 })).toMatchObject({
      value: { state: "in_review" },
    });
    expect(await approveEdition(first, editionId, { revision: 1 })).toEqual({
      ok: false,
      problems: ["own-work"],
    });
    const waits = async (who: typeof first) =>
      (await loadDashboard(who)).toReview.some((todo) => todo.editionId === editionId);
    expect([await waits(author), await waits(first), await waits(second)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await loadEdition(first, editionId)).may.review).toBe(false);
    expect(await approveEdition(author, editionId, { revision: 1 })).toEqual({
      ok: false,
      problems: ["own-work"],
    });
    expect(await approveEdition(second, editionId, { revision: 1 })).toMatchObject({
      value: { state: "approved" },
    });
    await setReviewSteps(desk.operator, { ...column, steps: 1 });
  });

  test("sent back in the second step, a piece begins again at the first", async () => {
    const column = { siteId: desk.siteId, path: "zwdt/tzgg" };
    await setReviewSteps(desk.operator, { ...column, steps: 2 });
    const { author, editionId } = await draftOf();
    const [first, second] = [desk.person("reviewer"), desk.person("reviewer")];
    await submitEdition(author, editionId);
    await approveEdition(first, editionId, { revision: 1 });
    await returnEdition(second, editionId, { reason: "请核对数据" });
    await saveDraft(author, editionId, words(1, "供暖通知（核对）"));
    await submitEdition(author, editionId);
    // Agreeing in an earlier round is no part in this one.
    expect(await approveEdition(first, editionId, { revision: 2 })).toMatchObject({
      value: { state: "in_review", step: 1 },
    });
    expect(await approveEdition(second, editionId, { revision: 2 })).toMatchObject({
      value: { state: "approved", step: 2 },
    });
    await setReviewSteps(desk.operator, { ...column, steps: 1 });
  });

  test("only who manages the site says how many must agree, and it is on record", async () => {
    const steps = { siteId: desk.siteId, path: "zwdt/yw", steps: 2 } as const;
    for (const who of [desk.stranger, desk.person("author"), desk.person("reviewer")])
      await expect(setReviewSteps(who, steps)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await setReviewSteps(desk.person("site-admin"), steps);
    await setReviewSteps(desk.person("site-admin"), steps);
    const audits = await listAudit(base.db, ["column", desk.columnOf("zwdt/yw")]);
    expect(audits.map(({ action }) => action)).toEqual(["column.review-steps"]);
    await expect(
      setReviewSteps(desk.operator, { ...steps, path: "nowhere" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("an empty draft cannot be submitted and says everything it lacks", async () => {
    const author = desk.person("author");
    const { editionId } = await createDraft(author, {
      columnId: desk.columnOf("zwdt/tzgg"),
      type: "article",
    });
    expect(await submitEdition(author, editionId)).toEqual({
      ok: false,
      problems: ["title-missing", "body-missing", "source-missing"],
    });
  });

  test("the author recalls, another author does not", async () => {
    const { author, editionId } = await draftOf();
    await submitEdition(author, editionId);
    await expect(recallEdition(desk.person("author"), editionId)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await recallEdition(author, editionId)).toMatchObject({
      ok: true,
      value: { state: "draft" },
    });
  });
});

describe("two at once", () => {
  test("a save over an older revision is told, and its text is kept", async () => {
    const { author, editionId } = await draftOf();
    const other = desk.person("author");
    const late = await saveDraft(other, editionId, words(0, "别人的题目"));
    expect(late).toMatchObject({
      ok: false,
      conflict: { revision: 1, savedBy: `staff:${author.actor.accountId}` },
    });
    const kept = await base.owner<
      { title: string }[]
    >`select content->>'title' as title from edition_leftover where edition_id = ${editionId}`;
    expect([...kept]).toEqual([{ title: "别人的题目" }]);
  });

  test("of twenty saves over one revision one is taken and nineteen are kept beside", async () => {
    const { author, editionId } = await draftOf();
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, n) => saveDraft(author, editionId, words(1, `第${n}份`))),
    );
    expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
    const [kept] = await base.owner<
      { n: number }[]
    >`select count(*)::int as n from edition_leftover where edition_id = ${editionId}`;
    expect(kept?.n).toBe(19);
  });
});

describe("what is live", () => {
  test("editing does not touch the page until the new edition is released", async () => {
    const { author, reviewer, resourceId, path } = await released();
    const { editionId } = await openEdition(author, resourceId);
    expect((await openEdition(author, resourceId)).editionId).toBe(editionId);
    await saveDraft(author, editionId, words(0, "新题目"));
    const titleNow = async () =>
      (
        await base.owner<
          { title: string }[]
        >`select title from public_placement where site_id = ${desk.siteId} and path = ${path}`
      )[0]?.title;
    expect(await titleNow()).toBe("供暖通知");
    await submitEdition(author, editionId);
    await approveEdition(reviewer, editionId, { revision: 1 });
    expect(await publishResource(reviewer, { resourceId })).toMatchObject({ ok: true });
    expect(await titleNow()).toBe("新题目");
  });

  test("what was changed behind the approval's back is not released", async () => {
    const { author, editionId, resourceId } = await draftOf();
    const reviewer = desk.person("reviewer");
    await submitEdition(author, editionId);
    await approveEdition(reviewer, editionId, { revision: 1 });
    await base.owner`update edition set content_hash = '\\x01' where id = ${editionId}`;
    expect(await publishResource(reviewer, { resourceId })).toEqual({
      ok: false,
      problems: ["changed-since-approval"],
    });
  });

  test("withdrawn is gone at its address and from the lists, and comes back at the same address", async () => {
    const { reviewer, resourceId, path } = await released();
    expect(await withdrawResource(reviewer, { resourceId, reason: "内容有误" })).toMatchObject({
      ok: true,
    });
    expect(await standing(path)).toBe("gone");
    const listed =
      await base.owner`select 1 from placement_column pc join placement p on p.id = pc.placement_id where p.resource_id = ${resourceId}`;
    expect(listed).toHaveLength(0);
    const [tag] = await base.owner<
      { is_drop: boolean }[]
    >`select is_drop from cache_tag where tag = ${`resource:${resourceId}`}`;
    expect(tag?.is_drop).toBe(true);
    const back = await publishResource(desk.operator, { resourceId });
    expect(back.ok && back.value.places[0]?.path).toBe(path);
    expect(await standing(path)).toBe("article");
  });

  test("twenty publishes and withdrawals at once leave one consistent state", async () => {
    const { resourceId, path } = await released();
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0
          ? withdrawResource(desk.operator, { resourceId, reason: "测试撤稿" })
          : publishResource(desk.operator, { resourceId }),
      ),
    );
    const [row] = await base.owner<{ state: string; listed: number }[]>`
      select p.state, (select count(*)::int from placement_column pc where pc.placement_id = p.id) as listed from placement p where p.resource_id = ${resourceId}`;
    expect(row?.state === "live" ? (row.listed ?? 0) > 0 : row?.listed === 0).toBe(true);
    expect(await standing(path)).toBe(row?.state === "live" ? "article" : "gone");
  });
});

describe("a stranger", () => {
  test("is refused at every act, and no act leaves a trace", async () => {
    const { editionId, resourceId } = await draftOf();
    const before = await listAudit(base.db, ["resource", resourceId]);
    for (const who of [desk.stranger, desk.person("reviewer", desk.siteId + 1_000_000)]) {
      const acts = [
        () => createDraft(who, { columnId: desk.columnOf("zwdt/tzgg"), type: "article" }),
        () => saveDraft(who, editionId, words(1, "x")),
        () => openEdition(who, resourceId),
        () => submitEdition(who, editionId),
        () => recallEdition(who, editionId),
        () => returnEdition(who, editionId, { reason: "理由" }),
        () => approveEdition(who, editionId, { revision: 1 }),
        () => publishResource(who, { resourceId }),
      ];
      for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await listAudit(base.db, ["resource", resourceId])).toEqual(before);
  });

  test("finds nothing where there is nothing", async () => {
    await expect(submitEdition(desk.operator, 999_999_999)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
