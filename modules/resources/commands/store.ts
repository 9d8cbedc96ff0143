import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { copyRows, takeIds } from "#db/copy.ts";
import { source } from "#db/schema/resources.ts";
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

const bytes = (value: Buffer): string => `\\x${value.toString("hex")}`;

/** The moment of the transaction, as PostgreSQL writes it and as a date. */
type Now = { text: string; date: Date };

const publishedText = ({ publishedAt }: Composed, now: Now): string =>
  publishedAt?.toISOString() ?? now.text;

const RESOURCE_FIELDS = [
  ...["id", "type", "origin_site_id", "external_id", "validity", "validity_on", "created_by"],
  ...["released_edition_id", "first_published_at"],
];
const EDITION_FIELDS = [
  ...["id", "resource_id", "number", "state", "title", "summary", "author", "source_id", "body"],
  ...["metadata", "content_hash", "created_by", "released_at"],
];

/** New resources with their first edition, released when the batch publishes. */
async function insertResources(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  { ready, now }: { ready: readonly Ready[]; now: Now },
): Promise<Placed[]> {
  if (ready.length === 0) return [];
  const isPublished = target.as === "published";
  const createdBy = actorName(ctx.actor);
  const sources = await upsertSources(
    tx,
    ready.map(({ composed }) => composed.source),
  );
  const resourceIds = await takeIds(tx, "resource", ready.length);
  const editionIds = await takeIds(tx, "edition", ready.length);
  const made = ready.map((record, at) => ({
    ...record,
    resourceId: resourceIds[at] ?? 0,
    editionId: editionIds[at] ?? 0,
    mode: "original" as const,
  }));
  // A resource names its released edition, which comes after it.
  if (isPublished) await tx.execute(sql`set constraints resource_released_edition deferred`);
  await copyRows(
    tx,
    "resource",
    RESOURCE_FIELDS,
    made.map(({ resourceId, editionId, composed }) => [
      ...[resourceId, composed.type, target.siteId, composed.externalId],
      ...[composed.validity.validity, composed.validity.on, createdBy],
      ...(isPublished ? [editionId, publishedText(composed, now)] : [null, null]),
    ]),
  );
  await copyRows(
    tx,
    "edition",
    EDITION_FIELDS,
    made.map(({ resourceId, editionId, composed }) => [
      ...[editionId, resourceId, 1, isPublished ? "released" : "draft"],
      ...[composed.title, composed.summary, composed.author],
      ...[sources.get(composed.source) ?? null, composed.bodyJson],
      ...[JSON.stringify(composed.metadata), bytes(composed.hash), createdBy],
      isPublished ? now.text : null,
    ]),
  );
  await attachFiles(tx, made);
  await linkReplacements(
    tx,
    made.map(({ resourceId, composed }) => ({
      resourceId,
      replacedBy: composed.validity.replacedBy,
    })),
  );
  return made;
}

const PLACEMENT_FIELDS = [
  ...["id", "resource_id", "site_id", "column_id", "mode", "state", "path", "published_at"],
  ...["title", "summary"],
];

async function insertPlacements(
  tx: Tx,
  target: ImportTarget,
  placed: readonly Placed[],
  now: Now,
): Promise<Map<number, { placementId: number; path: string | null }>> {
  if (placed.length === 0) return new Map();
  const isPublished = target.as === "published";
  const ids = await takeIds(tx, "placement", placed.length);
  const places = placed.map(({ resourceId, composed, mode, place }, at) => {
    const date = composed.publishedAt ?? now.date;
    return {
      placementId: ids[at] ?? 0,
      ...{ resourceId, composed, mode, columnId: place.columnId },
      path: isPublished ? articlePath(place.columnPath, date, resourceId) : null,
      publishedAt: isPublished
        ? publishedText(composed, now)
        : (composed.publishedAt?.toISOString() ?? null),
    };
  });
  await copyRows(
    tx,
    "placement",
    PLACEMENT_FIELDS,
    places.map(({ placementId, resourceId, columnId, mode, path, publishedAt, composed }) => [
      ...[placementId, resourceId, target.siteId, columnId, mode],
      ...[isPublished ? "live" : "accepted", path, publishedAt],
      ...[composed.title, composed.summary],
    ]),
  );
  if (isPublished) {
    await enterLists(
      tx,
      places.map(({ placementId, columnId, publishedAt }) => ({
        ...{ placementId, columnId, siteId: target.siteId },
        publishedAt: publishedAt ?? now.text,
        isPinned: false,
      })),
    );
  }
  return new Map(
    places.map(({ resourceId, placementId, path }) => [resourceId, { placementId, path }]),
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
  const text = String(clock?.now);
  const now = { text, date: new Date(text) };
  const fresh = ready.filter(({ composed }) => !known.has(composed.externalId));
  const created = await insertResources(tx, ctx, target, { ready: fresh, now });
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
