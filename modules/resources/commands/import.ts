import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  edition,
  importBatch,
  importRecord,
  placement,
  resource,
  source,
} from "#db/schema/resources.ts";
import { inTransaction } from "#db/tx.ts";
import { AppError } from "#lib/errors.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { audit } from "#modules/audit/commands.ts";
import { touchTags } from "#modules/cachetags/commands.ts";
import { tags } from "#modules/cachetags/domain.ts";
import type { Composed } from "#modules/resources/commands/compose.ts";
import { compose } from "#modules/resources/commands/compose.ts";
import { enterLists, listTags } from "#modules/resources/commands/listing.ts";
import { articlePath } from "#modules/resources/domain.ts";
import { canImport, canReleaseDirectly } from "#modules/resources/policy.ts";
import type { Known } from "#modules/resources/queries/imports.ts";
import { listKnown } from "#modules/resources/queries/imports.ts";
import { importDocument } from "#modules/resources/schema.ts";

export type ImportTarget = {
  siteId: number;
  columnId: number;
  columnPath: string;
  as: "draft" | "published";
  isDryRun: boolean;
};

export type Receipt = {
  line: number;
  /** Id in the file; null when the line had none. */
  id: string | null;
  status: "imported" | "merged" | "refused";
  reason: string | null;
  resourceId: number | null;
  path: string | null;
};

export type RecordLine = { line: number; value: unknown };

/** Why a record is refused, in words of the record's own fields. */
function shapeProblem(value: unknown): string | null {
  const parsed = importDocument.safeParse(value);
  if (parsed.success) return null;
  return parsed.error.issues
    .map((issue) => `${issue.path.join(".") || "record"}: ${issue.message}`)
    .join("; ");
}

const idOf = (value: unknown): string | null => {
  const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : null;
  return typeof id === "string" ? id.slice(0, 200) : null;
};

const refused = (line: number, id: string | null, reason: string): Receipt => ({
  line,
  id,
  status: "refused",
  reason,
  resourceId: null,
  path: null,
});

type Ready = { line: number; composed: Composed };

/** Splits a chunk into what can be stored and what is refused, the first of two equal ids winning. */
function prepare(
  lines: readonly RecordLine[],
  target: ImportTarget,
): { ready: Ready[]; receipts: Receipt[] } {
  const ready: Ready[] = [];
  const receipts: Receipt[] = [];
  const seen = new Set<string>();
  for (const { line, value } of lines) {
    const id = idOf(value);
    const problem = shapeProblem(value);
    if (problem || id === null) receipts.push(refused(line, id, problem ?? "id: missing"));
    else if (seen.has(id))
      receipts.push({ ...refused(line, id, "same id earlier in this file"), status: "merged" });
    else {
      seen.add(id);
      const composed = composeSafely(value);
      const reason =
        typeof composed === "string"
          ? composed
          : target.as === "published"
            ? publishProblem(composed)
            : null;
      if (typeof composed === "string" || reason)
        receipts.push(refused(line, id, reason ?? "cannot be read"));
      else ready.push({ line, composed });
    }
  }
  return { ready, receipts };
}

function composeSafely(value: unknown): Composed | string {
  try {
    return compose(importDocument.parse(value));
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : "cannot be read";
  }
}

/** What a release would say of it; asked here, so that a batch never half-publishes a record. */
function publishProblem(composed: Composed): string | null {
  if (composed.type !== "link" && !composed.hasText) return "body: no text";
  return composed.source === "" ? "source: missing" : null;
}

async function upsertSources(tx: Tx, names: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(names)].filter((name) => name !== "").sort();
  if (wanted.length === 0) return new Map();
  await tx
    .insert(source)
    .values(wanted.map((name) => ({ name })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: source.id, name: source.name })
    .from(source)
    .where(sql`${source.name} = any(${sql.param(wanted)}::text[])`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

type Placed = { resourceId: number; composed: Composed; mode: "original" | "reference" };

/** New resources with their first edition, released when the batch publishes. */
async function insertResources(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  fresh: readonly Composed[],
): Promise<Placed[]> {
  if (fresh.length === 0) return [];
  const isPublished = target.as === "published";
  const createdBy = actorName(ctx.actor);
  const sources = await upsertSources(
    tx,
    fresh.map((composed) => composed.source),
  );
  const resources = await tx
    .insert(resource)
    .values(
      fresh.map((composed) => ({
        type: composed.type,
        originSiteId: target.siteId,
        externalId: composed.externalId,
        createdBy,
      })),
    )
    .returning({ id: resource.id, externalId: resource.externalId });
  const ids = new Map(resources.map((row) => [row.externalId, row.id]));
  const editions = await tx
    .insert(edition)
    .values(
      fresh.map((composed) => ({
        resourceId: ids.get(composed.externalId) ?? 0,
        number: 1,
        state: isPublished ? ("released" as const) : ("draft" as const),
        title: composed.title,
        summary: composed.summary,
        sourceId: sources.get(composed.source) ?? null,
        body: composed.body,
        metadata: composed.metadata,
        contentHash: composed.hash,
        createdBy,
        releasedAt: isPublished ? sql`now()` : null,
      })),
    )
    .returning({ id: edition.id, resourceId: edition.resourceId });
  if (isPublished) await markReleased(tx, fresh, ids, editions);
  return fresh.map((composed) => ({
    resourceId: ids.get(composed.externalId) ?? 0,
    composed,
    mode: "original" as const,
  }));
}

async function markReleased(
  tx: Tx,
  fresh: readonly Composed[],
  ids: ReadonlyMap<string | null, number>,
  editions: readonly { id: number; resourceId: number }[],
): Promise<void> {
  const published = new Map(
    fresh.map((composed) => [ids.get(composed.externalId), composed.publishedAt]),
  );
  await tx.execute(sql`
    update resource set released_edition_id = given.edition_id, first_published_at = coalesce(given.at::timestamptz, now())
    from unnest(
      ${sql.param(editions.map((row) => row.resourceId))}::bigint[],
      ${sql.param(editions.map((row) => row.id))}::bigint[],
      ${sql.param(editions.map((row) => published.get(row.resourceId)?.toISOString() ?? null))}::text[]
    ) as given(resource_id, edition_id, at)
    where resource.id = given.resource_id`);
}

async function insertPlacements(
  tx: Tx,
  target: ImportTarget,
  placed: readonly Placed[],
  now: Date,
): Promise<Map<number, string | null>> {
  if (placed.length === 0) return new Map();
  const isPublished = target.as === "published";
  const rows = placed.map(({ resourceId, composed, mode }) => {
    const publishedAt = composed.publishedAt ?? (isPublished ? now : null);
    const path =
      isPublished && publishedAt ? articlePath(target.columnPath, publishedAt, resourceId) : null;
    return {
      resourceId,
      siteId: target.siteId,
      columnId: target.columnId,
      mode,
      state: isPublished ? ("live" as const) : ("accepted" as const),
      path,
      publishedAt,
      title: composed.title,
      summary: composed.summary,
    };
  });
  const inserted = await tx
    .insert(placement)
    .values(rows)
    .returning({
      id: placement.id,
      resourceId: placement.resourceId,
      publishedAt: placement.publishedAt,
    });
  if (isPublished) {
    await enterLists(
      tx,
      inserted.map((row) => ({
        placementId: row.id,
        siteId: target.siteId,
        columnId: target.columnId,
        publishedAt: row.publishedAt ?? now,
        isPinned: false,
      })),
    );
  }
  return new Map(rows.map(({ resourceId, path }) => [resourceId, path]));
}

/** What becomes of a record whose id the base already holds: the base is never overwritten by an import. */
function mergedReceipt(
  line: number,
  composed: Composed,
  known: Known,
  isPlacedNow: boolean,
): Receipt {
  const isSame = known.hash.equals(composed.hash);
  const reason = isPlacedNow
    ? "placed"
    : isSame
      ? "unchanged"
      : "content differs: kept the stored edition";
  return {
    line,
    id: composed.externalId,
    status: "merged",
    reason,
    resourceId: known.resourceId,
    path: known.path,
  };
}

async function storeChunk(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  ready: readonly Ready[],
): Promise<Receipt[]> {
  const known = await listKnown(
    tx,
    target,
    ready.map(({ composed }) => composed.externalId),
  );
  const [clock] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  const now = new Date(String(clock?.now));
  const fresh = ready.filter(({ composed }) => !known.has(composed.externalId));
  const unplaced = ready.flatMap(({ composed }): Placed[] => {
    const found = known.get(composed.externalId);
    const canPlace = found && !found.isPlaced && (target.as === "draft" || found.isReleased);
    return canPlace ? [{ resourceId: found.resourceId, composed, mode: "reference" }] : [];
  });
  const created = await insertResources(
    tx,
    ctx,
    target,
    fresh.map(({ composed }) => composed),
  );
  const paths = await insertPlacements(tx, target, [...created, ...unplaced], now);
  const createdIds = new Map(
    created.map(({ composed, resourceId }) => [composed.externalId, resourceId]),
  );
  return ready.map(({ line, composed }): Receipt => {
    const found = known.get(composed.externalId);
    if (!found) {
      const resourceId = createdIds.get(composed.externalId) ?? null;
      return {
        line,
        id: composed.externalId,
        status: "imported",
        reason: null,
        resourceId,
        path: paths.get(resourceId ?? 0) ?? null,
      };
    }
    const isPlacedNow = paths.has(found.resourceId);
    return mergedReceipt(
      line,
      composed,
      isPlacedNow ? { ...found, path: paths.get(found.resourceId) ?? null } : found,
      isPlacedNow,
    );
  });
}

/** Opens a batch: the one audit row of the import, and where its receipts hang. @throws FORBIDDEN */
export async function openImport(
  ctx: Ctx,
  target: ImportTarget,
  fileName: string,
): Promise<number> {
  const mayDo =
    target.as === "draft" ? canImport(ctx.actor, target) : canReleaseDirectly(ctx.actor, target);
  if (!mayDo) throw new AppError("FORBIDDEN", "import");
  return await inTransaction(ctx.db, async (tx) => {
    const [batch] = await tx
      .insert(importBatch)
      .values({
        siteId: target.siteId,
        columnId: target.columnId,
        fileName,
        startedBy: actorName(ctx.actor),
      })
      .returning({ id: importBatch.id });
    if (!batch) throw new Error("insert returned nothing");
    await audit(tx, ctx, {
      action: "resource.import",
      subject: ["import", batch.id],
      siteId: target.siteId,
      details: { ...target, fileName },
    });
    return batch.id;
  });
}

/**
 * Stores one chunk of a batch in one transaction: resources, editions, placements, receipts, and
 * the lists' tags. A record is found again by its id, so a chunk that ran twice changes nothing.
 * `unreadable` are receipts of lines that held no record at all.
 */
export async function importChunk(
  ctx: Ctx,
  batchId: number,
  target: ImportTarget,
  lines: readonly RecordLine[],
  unreadable: readonly Receipt[] = [],
): Promise<Receipt[]> {
  const prepared = prepare(lines, target);
  const { ready } = prepared;
  const receipts = [...unreadable, ...prepared.receipts];
  if (target.isDryRun) {
    const known = await listKnown(
      ctx.db,
      target,
      ready.map(({ composed }) => composed.externalId),
    );
    const stored = ready.map(({ line, composed }): Receipt => {
      const found = known.get(composed.externalId);
      return found
        ? mergedReceipt(line, composed, found, !found.isPlaced)
        : {
            line,
            id: composed.externalId,
            status: "imported",
            reason: null,
            resourceId: null,
            path: null,
          };
    });
    return [...receipts, ...stored].sort((a, b) => a.line - b.line);
  }
  return await inTransaction(ctx.db, async (tx) => {
    const stored = ready.length > 0 ? await storeChunk(tx, ctx, target, ready) : [];
    const all = [...receipts, ...stored].sort((a, b) => a.line - b.line);
    if (all.length > 0) {
      await tx
        .insert(importRecord)
        .values(
          all.map(({ line, id, status, reason, resourceId }) => ({
            batchId,
            line,
            externalId: id,
            status,
            reason,
            resourceId,
          })),
        );
    }
    if (target.as === "published" && stored.length > 0) {
      const place = { placementId: 0, siteId: target.siteId, columnId: target.columnId };
      await touchTags(tx, "refresh", [
        ...(await listTags(tx, [place])),
        tags.columnOrder(target.columnId),
      ]);
    }
    return all;
  });
}

/** Closes the batch. */
export async function closeImport(ctx: Ctx, batchId: number): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(importBatch)
      .set({ finishedAt: sql`now()` })
      .where(sql`${importBatch.id} = ${batchId}`);
  });
}
