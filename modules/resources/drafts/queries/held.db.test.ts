/** A row holds a document in fewer words (ADR 38); whoever reads it sees it whole. */
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { anchor, heading, link, paragraph, richText, textRun } from "#lib/richtext/build.ts";
import { installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
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

const BODY = richText([
  heading("h2", [anchor("sec1"), textRun("第一节")]),
  paragraph([textRun("见", 1), link("#sec1", [textRun("第一节")])], "center"),
]);

async function savedDraft(): Promise<number> {
  const author = desk.person("author");
  const columnId = desk.columnOf("zwdt/tzgg");
  const { editionId } = await createDraft(author, { columnId, type: "article" });
  const input = draftInput.parse({
    ...{ revision: 0, title: "办法", subtitle: null, summary: null, author: null },
    ...{ source: "县政府办公室", publishedAt: null, body: BODY, metadata: {} },
    ...{ columnIds: [columnId], tags: [], attachments: [] },
  });
  expect(await saveDraft(author, editionId, input)).toMatchObject({ ok: true });
  return editionId;
}

test("a saved text is held without what is usual, and read as it was saved", async () => {
  const editionId = await savedDraft();
  const [row] = await base.db.execute<{ held: string }>(
    sql`select body::text as held from edition where id = ${editionId}`,
  );
  expect(row?.held).toContain("第一节");
  expect(row?.held).not.toMatch(/"(?:mode|detail|version|textStyle)"/);
  expect((await getEditionDetail(base.db, editionId))?.body).toEqual(BODY);
});

test("a text that an earlier version held whole is read the same", async () => {
  const editionId = await savedDraft();
  await base.db.execute(
    sql`update edition set body = ${JSON.stringify(BODY)}::jsonb where id = ${editionId}`,
  );
  const [row] = await base.db.execute<{ held: string }>(
    sql`select body::text as held from edition where id = ${editionId}`,
  );
  expect(row?.held).toContain('"mode"');
  expect((await getEditionDetail(base.db, editionId))?.body).toEqual(BODY);
});
