import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { edition, placement, resource, source } from "#db/schema/resources.ts";
import type { Ctx } from "#modules/access/context.ts";
import { actorName } from "#modules/access/context.ts";
import { emit } from "#modules/jobs/commands.ts";
import {
  attachFiles,
  keepOldAddresses,
  linkReplacements,
} from "#modules/resources/commands/belongings.ts";
import type { Composed } from "#modules/resources/commands/compose.ts";
import { enterLists } from "#modules/resources/commands/listing.ts";
import type { ImportTarget, Ready, Receipt } from "#modules/resources/commands/prepare.ts";
import { articlePath } from "#modules/resources/domain.ts";
import { resourcesImported } from "#modules/resources/events.ts";
import type { Known } from "#modules/resources/queries/imports.ts";
import { listKnown } from "#modules/resources/queries/imports.ts";

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

type Placed = Ready & { resourceId: number; mode: "original" | "reference" };

/** New resources with their first edition, released when the batch publishes. */
async function insertResources(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  ready: readonly Ready[],
): Promise<Placed[]> {
  if (ready.length === 0) return [];
  const fresh = ready.map(({ composed }) => composed);
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
        validity: composed.validity.validity,
        validityOn: composed.validity.on,
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
        author: composed.author,
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
  const placed = ready.map((record) => ({
    ...record,
    resourceId: ids.get(record.composed.externalId) ?? 0,
    mode: "original" as const,
  }));
  const editionIds = new Map(editions.map((row) => [row.resourceId, row.id]));
  await attachFiles(
    tx,
    placed.map(({ resourceId, composed }) => ({
      editionId: editionIds.get(resourceId) ?? 0,
      composed,
    })),
  );
  await linkReplacements(
    tx,
    placed.map(({ resourceId, composed }) => ({
      resourceId,
      replacedBy: composed.validity.replacedBy,
    })),
  );
  return placed;
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
): Promise<Map<number, { placementId: number; path: string | null }>> {
  if (placed.length === 0) return new Map();
  const isPublished = target.as === "published";
  const rows = placed.map(({ resourceId, composed, mode, place }) => {
    const publishedAt = composed.publishedAt ?? (isPublished ? now : null);
    const path =
      isPublished && publishedAt ? articlePath(place.columnPath, publishedAt, resourceId) : null;
    return {
      resourceId,
      siteId: target.siteId,
      columnId: place.columnId,
      mode,
      state: isPublished ? ("live" as const) : ("accepted" as const),
      path,
      publishedAt,
      title: composed.title,
      summary: composed.summary,
    };
  });
  const inserted = await tx.insert(placement).values(rows).returning({
    id: placement.id,
    resourceId: placement.resourceId,
    columnId: placement.columnId,
    path: placement.path,
    publishedAt: placement.publishedAt,
  });
  if (isPublished) {
    await enterLists(
      tx,
      inserted.map((row) => ({
        placementId: row.id,
        siteId: target.siteId,
        columnId: row.columnId,
        publishedAt: row.publishedAt ?? now,
        isPinned: false,
      })),
    );
  }
  return new Map(
    inserted.map(({ id, resourceId, path }) => [resourceId, { placementId: id, path }]),
  );
}

/** What becomes of a record whose id the base already holds: the base is never overwritten by an import. */
export function mergedReceipt(
  { line, composed }: Ready,
  known: Pick<Known, "hash" | "resourceId" | "path">,
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

export const knownKeys = (ready: readonly Ready[]) =>
  ready.map(({ composed, place }) => ({
    externalId: composed.externalId,
    columnId: place.columnId,
  }));

/** Known records that are not yet in the column they are meant for, and may be. */
function unplacedOf(
  ready: readonly Ready[],
  known: ReadonlyMap<string, Known>,
  target: ImportTarget,
): Placed[] {
  return ready.flatMap((record): Placed[] => {
    const found = known.get(record.composed.externalId);
    const canPlace = found && !found.isPlaced && (target.as === "draft" || found.isReleased);
    return canPlace ? [{ ...record, resourceId: found.resourceId, mode: "reference" }] : [];
  });
}

/** Stores the records of a chunk: resources, editions, placements, lists, files, old addresses. */
export async function storeChunk(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  ready: readonly Ready[],
): Promise<Receipt[]> {
  const known = await listKnown(tx, knownKeys(ready));
  const [clock] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  const now = new Date(String(clock?.now));
  const fresh = ready.filter(({ composed }) => !known.has(composed.externalId));
  const created = await insertResources(tx, ctx, target, fresh);
  const placed = [...created, ...unplacedOf(ready, known, target)];
  const places = await insertPlacements(tx, target, placed, now);
  const resourceIds = new Map(
    created.map(({ composed, resourceId }) => [composed.externalId, resourceId]),
  );
  const idOf = ({ composed }: Ready): number =>
    resourceIds.get(composed.externalId) ?? known.get(composed.externalId)?.resourceId ?? 0;
  await keepOldAddresses(
    tx,
    target.siteId,
    ready.flatMap((record) => {
      const placementId =
        places.get(idOf(record))?.placementId ?? known.get(record.composed.externalId)?.placementId;
      return record.oldPath && placementId ? [{ path: record.oldPath, placementId }] : [];
    }),
  );
  if (target.as === "published" && placed.length > 0)
    await emit(tx, resourcesImported, {
      resourceIds: placed.map(({ resourceId }) => resourceId),
      texts: created.map(({ resourceId, composed }) => [resourceId, composed.text]),
    });
  return ready.map((record): Receipt => {
    const { line, composed, notes } = record;
    const found = known.get(composed.externalId);
    const place = places.get(idOf(record));
    if (found)
      return mergedReceipt(record, place ? { ...found, path: place.path } : found, Boolean(place));
    return {
      line,
      id: composed.externalId,
      status: "imported",
      reason: notes,
      resourceId: idOf(record),
      path: place?.path ?? null,
    };
  });
}
