import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk, openTestSite } from "#db/testing/desk.ts";
import { fresh, testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { attachment, footnote, paragraph, richText, textRun, video } from "#lib/richtext/build.ts";
import type { RichTextDocument } from "#lib/richtext/schema.ts";
import { installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { filePath, storeUpload, syncPublicFiles } from "#modules/media/commands.ts";
import { listResourceFiles } from "#modules/media/queries.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { withdrawResource } from "#modules/resources/commands/withdraw.ts";
import { approveEdition, submitEdition } from "#modules/resources/drafts/commands/review.ts";
import { createDraft, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { getEditionDetail } from "#modules/resources/drafts/queries/edition.ts";
import { draftInput } from "#modules/resources/drafts/schema.ts";

const base = testDatabase();
let desk: Desk;
beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  installReactions(REACTIONS, base.sql);
  desk = await openDesk(base);
});
afterAll(() => base.close());

/** A file of its own that its first bytes say is a film, or a paper. */
async function upload(kind: "mp4" | "pdf", siteId = desk.siteId): Promise<number> {
  const head = kind === "mp4" ? "\0\0\0\x18ftypisom" : "%PDF-1.7";
  const bytes = Buffer.from(`${head} ${fresh("bytes")}`, "latin1");
  const stored = await storeUpload(desk.operator, { siteId, name: `会议.${kind}`, bytes });
  if (!stored.ok) throw new Error(stored.problems.join());
  return stored.value.id;
}

const input = (body: RichTextDocument) =>
  draftInput.parse({
    revision: 0,
    title: "会议视频",
    subtitle: null,
    summary: null,
    author: null,
    source: "县政府办公室",
    publishedAt: null,
    body,
    metadata: {},
    columnIds: [desk.columnOf("zwdt/tzgg")],
    tags: [],
    attachments: [],
  });

const draft = (author = desk.person("author")) =>
  createDraft(author, { columnId: desk.columnOf("zwdt/tzgg"), type: "article" });

test("films and attachments in a text are the edition's, public with it and gone with it", async () => {
  const author = desk.person("author");
  const reviewer = desk.person("reviewer");
  const { editionId, resourceId } = await draft(author);
  const [film, paper] = [await upload("mp4"), await upload("pdf")];
  const body = richText([
    paragraph([textRun("会议"), footnote("十一月二十日召开")]),
    video({ assetId: film, caption: "会议", transcript: "开会。" }),
    attachment(paper, "议程.pdf"),
  ]);
  expect(await saveDraft(author, editionId, input(body))).toMatchObject({ ok: true });
  const detail = await getEditionDetail(base.db, editionId);
  expect(detail?.files.map(({ assetId, role }) => [assetId, role])).toEqual([
    [film, "embedded"],
    [paper, "embedded"],
  ]);
  await syncPublicFiles(base.db, resourceId);
  const files = await listResourceFiles(base.db, resourceId);
  const areThere = () => files.map((file) => existsSync(filePath(file, "public-files")));
  expect(areThere()).toEqual([false, false]);

  await submitEdition(author, editionId);
  await approveEdition(reviewer, editionId, { revision: 1 });
  expect(await publishResource(reviewer, { resourceId })).toMatchObject({ ok: true });
  await syncPublicFiles(base.db, resourceId);
  expect(areThere()).toEqual([true, true]);

  await withdrawResource(reviewer, { resourceId, reason: "有误" });
  await syncPublicFiles(base.db, resourceId);
  expect(areThere()).toEqual([false, false]);
});

test("a file of another site cannot be slipped into a text, by whatever node", async () => {
  const other = await openTestSite(desk.operator);
  const foreign = await upload("mp4", other.siteId);
  const author = desk.person("author");
  const { editionId } = await draft(author);
  for (const node of [
    video({ assetId: foreign, caption: "片" }),
    video({ assetId: await upload("mp4"), posterId: foreign, caption: "片" }),
    attachment(foreign, "片"),
  ])
    await expect(saveDraft(author, editionId, input(richText([node])))).rejects.toThrow(/asset/);
});
