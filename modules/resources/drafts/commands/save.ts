import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { EditionState, ResourceType } from "#db/enums/resources.ts";
import { edition, editionLeftover, placement, resource } from "#db/schema/resources.ts";
import { inTransaction, isUniqueViolation } from "#db/tx.ts";
import type { Result } from "#lib/errors.ts";
import { AppError } from "#lib/errors.ts";
import type { FieldProblem } from "#lib/field-problems.ts";
import { fieldProblems } from "#lib/field-problems.ts";
import { firstSentences, plainText } from "#lib/richtext/text.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { listColumnsById } from "#modules/columns/queries.ts";
import { contentHash, isEditable } from "#modules/resources/domain.ts";
import {
  saveFiles,
  savePlaces,
  saveTags,
  upsertSource,
  usedFiles,
} from "#modules/resources/drafts/commands/belongings.ts";
import { lockEdition } from "#modules/resources/drafts/commands/locking.ts";
import type { DraftInput, NewDraftInput } from "#modules/resources/drafts/schema.ts";
import { canEdit } from "#modules/resources/policy.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

const SUMMARY_CHARACTERS = 120;
const EMPTY_BODY = {
  root: { type: "root", version: 1, direction: null, format: "", indent: 0, children: [] },
};

/**
 * Starts a piece in a column: a resource, its first draft, and the place it is meant for. Incomplete
 * by nature: only its release asks for everything.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function createDraft(
  ctx: Ctx,
  input: NewDraftInput,
): Promise<{ resourceId: number; editionId: number }> {
  return await inTransaction(ctx.db, async (tx) => {
    const [column] = await listColumnsById(tx, [input.columnId]);
    if (!column) throw new AppError("NOT_FOUND", `column ${input.columnId}`);
    const place = { siteId: column.siteId, columnId: column.id };
    if (!canEdit(ctx.actor, [place])) throw new AppError("FORBIDDEN", "create");
    const createdBy = actorName(ctx.actor);
    const metadata = typeSpec(input.type).metadata.parse({});
    const [made] = await tx
      .insert(resource)
      .values({ type: input.type, originSiteId: column.siteId, createdBy })
      .returning({ id: resource.id });
    const resourceId = made?.id ?? 0;
    const words = { title: "", subtitle: null, summary: null, author: null, source: null };
    const [draft] = await tx
      .insert(edition)
      .values({
        resourceId,
        number: 1,
        state: "draft",
        title: "",
        body: EMPTY_BODY,
        metadata,
        contentHash: contentHash({ ...words, body: EMPTY_BODY, metadata, attachments: [] }),
        createdBy,
        savedBy: createdBy,
      })
      .returning({ id: edition.id });
    await tx
      .insert(placement)
      .values({ resourceId, ...place, mode: "original", state: "accepted", title: "" });
    const editionId = draft?.id ?? 0;
    await audit(tx, ctx, {
      action: "resource.create",
      subject: ["resource", resourceId],
      siteId: column.siteId,
      details: { editionId, columnId: column.id },
    });
    return { resourceId, editionId };
  });
}

export type SaveProblem = "not-editable" | "column-missing" | "time-future";

type SaveOutcome =
  | Result<{ revision: number }, SaveProblem>
  | { ok: false; fields: FieldProblem[] }
  | { ok: false; conflict: { revision: number; savedBy: string | null } };

type Read = { metadata: Record<string, unknown> };

/** Whether the draft may be saved as it is, and the index fields in the form of its type. */
async function readDraft(
  tx: Tx,
  found: { type: ResourceType; state: EditionState },
  input: DraftInput,
  columns: readonly unknown[],
): Promise<Exclude<SaveOutcome, { ok: true }> | ({ ok: true } & Read)> {
  if (!isEditable(found.state)) return { ok: false, problems: ["not-editable"] };
  if (columns.length !== input.columnIds.length || columns.length === 0)
    return { ok: false, problems: ["column-missing"] };
  const read = typeSpec(found.type).metadata.safeParse(input.metadata);
  if (!read.success) return { ok: false, fields: fieldProblems(read.error, ["metadata"]) };
  // An item cannot have come out tomorrow; the clock is the database's.
  const moment = input.publishedAt?.toISOString() ?? null;
  const [clock] = await tx.execute<{ late: boolean | null }>(
    sql`select ${moment}::timestamptz > now() as late`,
  );
  return clock?.late ? { ok: false, problems: ["time-future"] } : { ok: true, metadata: read.data };
}

/**
 * Saves a draft over the revision its editor saw. When somebody saved in between the answer is
 * `conflict` and this text is kept beside the draft, so that neither is lost (C22, W2).
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function saveDraft(
  ctx: Ctx,
  editionId: number,
  input: DraftInput,
): Promise<SaveOutcome> {
  return await inTransaction(ctx.db, async (tx) => {
    const found = await lockEdition(tx, editionId);
    const columns = await listColumnsById(tx, input.columnIds);
    const places = columns.map(({ id, siteId }) => ({ siteId, columnId: id }));
    if (!canEdit(ctx.actor, found.places) || !canEdit(ctx.actor, places))
      throw new AppError("FORBIDDEN", "save");
    const read = await readDraft(tx, found, input, columns);
    if (!read.ok) return read;
    const savedBy = actorName(ctx.actor);
    if (found.revision !== input.revision) {
      const { revision: baseRevision, ...content } = input;
      await tx.insert(editionLeftover).values({ editionId, baseRevision, content, savedBy });
      return { ok: false, conflict: { revision: found.revision, savedBy: found.savedBy } };
    }
    const { title, subtitle, author, body, source: sourceName } = input;
    const { metadata } = read;
    const summary = input.summary ?? (firstSentences(plainText(body), SUMMARY_CHARACTERS) || null);
    const words = { title, subtitle, summary, author, source: sourceName };
    const files = await usedFiles(tx, ctx, input);
    const attachments = files.map(({ assetId: _, ...file }) => file);
    const hash = contentHash({ ...words, body, metadata, attachments });
    await tx
      .update(edition)
      .set({
        title,
        subtitle,
        summary,
        author,
        sourceId: await upsertSource(tx, sourceName),
        body,
        metadata,
        contentHash: hash,
        state: "draft",
        revision: found.revision + 1,
        savedAt: sql`now()`,
        savedBy,
      })
      .where(eq(edition.id, editionId));
    await savePlaces(tx, found.resourceId, columns, input);
    await saveFiles(tx, editionId, files);
    await saveTags(tx, found.resourceId, input.tags);
    return { ok: true, value: { revision: found.revision + 1 } };
  });
}

/**
 * Opens a new edition of a released piece: a copy to work on, while the released one stays live.
 * Whoever asks second gets the one that is already open.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function openEdition(ctx: Ctx, resourceId: number): Promise<{ editionId: number }> {
  try {
    return await inTransaction(ctx.db, async (tx) => {
      const [last] = await tx
        .select()
        .from(edition)
        .where(and(eq(edition.resourceId, resourceId), eq(edition.locale, "zh-CN")))
        .orderBy(desc(edition.number))
        .limit(1);
      if (!last) throw new AppError("NOT_FOUND", `resource ${resourceId}`);
      const found = await lockEdition(tx, last.id);
      if (!canEdit(ctx.actor, found.places)) throw new AppError("FORBIDDEN", "edit");
      if (last.state !== "released") return { editionId: last.id };
      const {
        title,
        subtitle,
        summary,
        author,
        sourceId,
        body,
        metadata,
        contentHash: hash,
        number,
      } = last;
      const createdBy = actorName(ctx.actor);
      const [made] = await tx
        .insert(edition)
        .values({
          resourceId,
          number: number + 1,
          state: "draft",
          title,
          subtitle,
          summary,
          author,
          sourceId,
          body,
          metadata,
          contentHash: hash,
          createdBy,
          savedBy: createdBy,
        })
        .returning({ id: edition.id });
      const editionId = made?.id ?? 0;
      await tx.execute(sql`
        insert into edition_asset (edition_id, asset_id, role, position, title)
        select ${editionId}, asset_id, role, position, title from edition_asset where edition_id = ${last.id}`);
      await audit(tx, ctx, {
        action: "resource.edit",
        subject: ["resource", resourceId],
        details: { editionId, from: last.id },
      });
      return { editionId };
    });
  } catch (error) {
    // Two at once: the other one's edition is the one to work on.
    if (isUniqueViolation(error)) return await openEdition(ctx, resourceId);
    throw error;
  }
}
