import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "#db/testing/desk.ts";
import { openDesk } from "#db/testing/desk.ts";
import { testDatabase } from "#db/testing/scene.ts";
import { env } from "#lib/env.ts";
import { fieldProblems } from "#lib/field-problems.ts";
import { fromHtml } from "#lib/richtext/from-html.ts";
import type { DeskCtx } from "#modules/access/context.ts";
import { installReactions, prepareQueues } from "#modules/jobs/commands.ts";
import { REACTIONS } from "#modules/reactions.ts";
import { publishResource } from "#modules/resources/commands/publish.ts";
import { approveEdition, submitEdition } from "#modules/resources/drafts/commands/review.ts";
import { createDraft, openEdition, saveDraft } from "#modules/resources/drafts/commands/save.ts";
import { getEditionDetail } from "#modules/resources/drafts/queries/edition.ts";
import { listLeftovers } from "#modules/resources/drafts/queries/history.ts";
import type { DraftInput } from "#modules/resources/drafts/schema.ts";
import { draftInput } from "#modules/resources/drafts/schema.ts";

const base = testDatabase();
let desk: Desk;
let author: DeskCtx;
beforeAll(async () => {
  await prepareQueues(env.DATABASE_URL ?? "", REACTIONS);
  installReactions(REACTIONS, base.sql);
  desk = await openDesk(base);
  author = desk.person("author");
});
afterAll(() => base.close());

/** As the form sends it. */
const sent = (more: Record<string, unknown> = {}) => ({
  revision: 0,
  title: "关于供暖的通知",
  subtitle: null,
  summary: null,
  author: null,
  source: "县政府办公室",
  body: fromHtml("<p>正文一段。</p>").document,
  publishedAt: null,
  metadata: {},
  columnIds: [desk.columnOf("zwdt/tzgg")],
  tags: [],
  attachments: [],
  ...more,
});
const read = (more: Record<string, unknown> = {}): DraftInput => draftInput.parse(sent(more));

const draftOf = (type: "article" | "policy" = "article") =>
  createDraft(author, { columnId: desk.columnOf("zwdt/tzgg"), type });

async function release(editionId: number, resourceId: number): Promise<string> {
  const reviewer = desk.person("reviewer");
  await submitEdition(author, editionId);
  await approveEdition(reviewer, editionId, { revision: 1 });
  const done = await publishResource(reviewer, { resourceId });
  return done.ok ? (done.value.places[0]?.path ?? "") : done.problems.join();
}

describe("the index of an official document", () => {
  const metadata = {
    indexNo: "YC000-2026-001",
    docNo: "云政发〔2026〕1号",
    issuer: "云川省人民政府",
    writtenOn: "2026-11-18",
    keywords: ["供暖", "民生"],
  };

  test("is kept as it was written", async () => {
    const { editionId } = await draftOf("policy");
    expect(await saveDraft(author, editionId, read({ metadata }))).toMatchObject({ ok: true });
    const detail = await getEditionDetail(base.db, editionId);
    expect(detail?.type).toBe("policy");
    expect(detail?.metadata).toMatchObject(metadata);
  });

  test.each([
    [{ writtenOn: "去年" }, "metadata.writtenOn", "malformed"],
    [{ docNo: "号".repeat(81) }, "metadata.docNo", "too-long"],
    [{ nobody: "x" }, "metadata", "malformed"],
  ])(
    "%j is refused by the name of its field, and nothing is saved",
    async (more, field, problem) => {
      const { editionId } = await draftOf("policy");
      const answer = await saveDraft(author, editionId, read({ metadata: more }));
      expect(answer).toMatchObject({ ok: false, fields: [{ field, problem }] });
      expect((await getEditionDetail(base.db, editionId))?.revision).toBe(0);
    },
  );
});

describe("the time of publication", () => {
  test("is what the editor says, and stays when a new edition says another", async () => {
    const { editionId, resourceId } = await draftOf();
    await saveDraft(author, editionId, read({ publishedAt: "2025-03-09T08:30" }));
    expect(await release(editionId, resourceId)).toContain("/202503/");
    const momentNow = async () => {
      const [place] = await base.owner<{ at: string }[]>`
        select published_at::text as at from placement where resource_id = ${resourceId}`;
      return new Date(place?.at ?? "").toISOString();
    };
    expect(await momentNow()).toBe("2025-03-09T00:30:00.000Z");
    const second = await openEdition(author, resourceId);
    await saveDraft(author, second.editionId, read({ publishedAt: "2024-01-01T00:00" }));
    await release(second.editionId, resourceId);
    expect(await momentNow()).toBe("2025-03-09T00:30:00.000Z");
  });

  test("in the future is refused", async () => {
    const { editionId } = await draftOf();
    const answer = await saveDraft(author, editionId, read({ publishedAt: "2999-01-01T00:00" }));
    expect(answer).toEqual({ ok: false, problems: ["time-future"] });
  });
});

test("what came too late can be read beside the draft, newest first", async () => {
  const { editionId } = await draftOf();
  await saveDraft(author, editionId, read());
  for (const title of ["迟到的一", "迟到的二"])
    await saveDraft(desk.person("author"), editionId, read({ title }));
  const kept = await listLeftovers(base.db, editionId);
  expect(kept.map(({ title }) => title)).toEqual(["迟到的二", "迟到的一"]);
});

/** Strings that systems have broken on, beside the ordinary ones. */
const STRANGE = [
  "'; drop table edition; --",
  "<script>alert(1)</script>",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "../../etc/passwd",
  "𠮷野家 😀 👨‍👩‍👧‍👦 e\u0301",
  "\u202eمرحبا\u202c",
  "ｆｕｌｌｗｉｄｔｈ　空",
  "null",
  "NaN",
  "-1e400",
  "%00 %0d%0a",
  "\\u0000",
  "a\tb",
  "=cmd|'/c calc'!A0",
];
const FIELDS = ["title", "subtitle", "summary", "author", "source"] as const;

test("strange strings come back from every field as they were sent", async () => {
  const { editionId } = await draftOf();
  let revision = 0;
  for (const text of STRANGE) {
    const input = read({
      revision,
      ...Object.fromEntries(FIELDS.map((field) => [field, text])),
      tags: [text],
      metadata: { docNo: text, keywords: [text] },
      body: fromHtml(`<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).document,
    });
    const saved = await saveDraft(author, editionId, input);
    expect(saved, text).toMatchObject({ ok: true });
    revision += 1;
    const detail = await getEditionDetail(base.db, editionId);
    for (const field of FIELDS) expect(detail?.[field], `${field} ${text}`).toBe(input[field]);
    expect(detail?.tags).toEqual([text]);
    expect(detail?.metadata).toMatchObject({ docNo: text, keywords: [text] });
    expect(detail?.body).toEqual(input.body);
  }
});

test("whatever is typed into a field is kept as it is or refused by the field's name", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FIELDS),
      fc.string({ unit: "binary", maxLength: 300 }),
      (field, text) => {
        const parsed = draftInput.safeParse(sent({ [field]: text }));
        if (!parsed.success) {
          expect(fieldProblems(parsed.error)).toEqual(
            expect.arrayContaining([expect.objectContaining({ field })]),
          );
          return;
        }
        const kept =
          text.trim() === "" && !["title", "source"].includes(field) ? null : text.trim();
        expect(parsed.data[field]).toBe(kept);
      },
    ),
    { numRuns: 500, seed: 20_261_125 },
  );
});

test.each([
  ["title", "a\u0000b"],
  ["author", "\ud800"],
  ["source", "\u0007"],
])("%s with characters that nothing can hold is refused", (field, text) => {
  const parsed = draftInput.safeParse(sent({ [field]: text }));
  expect(parsed.success ? [] : fieldProblems(parsed.error)).toEqual([
    { field, problem: "characters" },
  ]);
});
