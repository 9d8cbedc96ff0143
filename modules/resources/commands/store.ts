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
import { knownReceipt, outcomeOf } from "#modules/resources/commands/known.ts";
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

type Placed = Ready & {
  resourceId: number;
  mode: "original" | "reference";
  /** A reference is called as the stored edition is. */
  title: string;
  summary: string | null;
  publishedAt: Date | null;
};

const bytes = (value: Buffer): string => `\\x${value.toString("hex")}`;

/** The moment of the transaction, as PostgreSQL writes it and as a date. */
type Now = { text: string; date: Date };

const publishedText = ({ publishedAt }: Pick<Composed, "publishedAt">, now: Now): string =>
  publishedAt?.toISOString() ?? now.text;

const RESOURCE_FIELDS = [
  ...["id", "type", "origin_site_id", "external_id", "validity", "validity_on", "created_by"],
  ...["state", "archived_at"],
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
    title: record.composed.title,
    summary: record.composed.summary,
    publishedAt: record.composed.publishedAt,
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
      ...(target.isArchived ? ["archived", now.text] : ["active", null]),
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
  const places = placed.map(({ resourceId, mode, place, title, summary, ...record }, at) => {
    const date = record.publishedAt ?? now.date;
    return {
      placementId: ids[at] ?? 0,
      ...{ resourceId, mode, title, summary, columnId: place.columnId },
      path: isPublished ? articlePath(place.columnPath, date, resourceId) : null,
      publishedAt: isPublished
        ? publishedText(record, now)
        : (record.publishedAt?.toISOString() ?? null),
    };
  });
  await copyRows(
    tx,
    "placement",
    PLACEMENT_FIELDS,
    places.map(({ placementId, resourceId, columnId, mode, path, publishedAt, ...words }) => [
      ...[placementId, resourceId, target.siteId, columnId, mode],
      ...[isPublished ? "live" : "accepted", path, publishedAt],
      ...[words.title, words.summary],
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

export const knownKeys = (ready: readonly Ready[]) =>
  ready.map(({ composed, place }) => ({
    externalId: composed.externalId,
    columnId: place.columnId,
  }));

/** Known records that are not yet in the column they are meant for, and may be. */
function referencesOf(
  ready: readonly Ready[],
  known: ReadonlyMap<string, Known>,
  target: ImportTarget,
): Placed[] {
  return ready.flatMap((record): Placed[] => {
    const found = known.get(record.composed.externalId);
    if (!found || outcomeOf(record, found, target) !== "placed") return [];
    const { resourceId, title, summary, firstPublishedAt } = found;
    const publishedAt = record.composed.publishedAt ?? firstPublishedAt;
    return [{ ...record, resourceId, mode: "reference", title, summary, publishedAt }];
  });
}

/** Whoever withdraws a known one waits, or is waited for: what is placed is live until the chunk is in. */
async function lockKnown(tx: Tx, ready: readonly Ready[]): Promise<void> {
  await tx.execute(sql`
    select from resource where external_id = any(${sql.param(
      ready.map(({ composed }) => composed.externalId),
    )}::text[]) order by id for share`);
}

/** Stores the records of a chunk: resources, editions, placements, lists, files, old addresses. */
export async function storeChunk(
  tx: Tx,
  ctx: Ctx,
  target: ImportTarget,
  ready: readonly Ready[],
): Promise<Receipt[]> {
  await lockKnown(tx, ready);
  const known = await listKnown(tx, knownKeys(ready));
  const [clock] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  const text = String(clock?.now);
  const now = { text, date: new Date(text) };
  const fresh = ready.filter(({ composed }) => !known.has(composed.externalId));
  const created = await insertResources(tx, ctx, target, { ready: fresh, now });
  const placed = [...created, ...referencesOf(ready, known, target)];
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
    if (found) return knownReceipt(record, found, outcomeOf(record, found, target), place?.path);
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
