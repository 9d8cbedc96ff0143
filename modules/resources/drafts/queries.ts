import "server-only";
import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { TextState } from "#db/enums/media.ts";
import type { AssetRole, EditionState, PlacementState, ResourceType } from "#db/enums/resources.ts";
import { staffAccount } from "#db/schema/access.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { asset, assetText } from "#db/schema/media.ts";
import {
  edition,
  editionAsset,
  editionLeftover,
  placement,
  resource,
  resourceTag,
  review,
  source,
  tag,
} from "#db/schema/resources.ts";
import { AppError } from "#lib/errors.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { plainText } from "#lib/richtext/text.ts";
import type { Scope } from "#modules/access/policy.ts";
import type { DraftFacts } from "#modules/resources/domain.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";

/** What submitting asks about a draft. */
export async function getDraftFacts(db: Db | Tx, editionId: number): Promise<DraftFacts> {
  const [row] = await db
    .select({ title: edition.title, body: edition.body, source: source.name, type: resource.type })
    .from(edition)
    .innerJoin(resource, eq(resource.id, edition.resourceId))
    .leftJoin(source, eq(source.id, edition.sourceId))
    .where(eq(edition.id, editionId));
  const parsed = row ? parseDocument(row.body) : null;
  const hasText = parsed?.ok === true && plainText(parsed.document).trim() !== "";
  const needsBody = row ? typeSpec(row.type).needsBody : true;
  return {
    title: row?.title ?? "",
    hasText: hasText || !needsBody,
    hasSource: Boolean(row?.source?.trim()),
  };
}

export type DeskRow = {
  placementId: number;
  editionId: number;
  title: string;
  state: EditionState;
  isLive: boolean;
  columnName: string;
  savedAt: Date;
  savedBy: string | null;
  path: string | null;
};

export type DeskFilter = {
  siteId: number;
  scope: Scope;
  columnId?: number | undefined;
  state?: EditionState | "live" | "withdrawn" | undefined;
  words?: string | undefined;
  editionId?: number | undefined;
  /** Placement id to continue after. */
  before?: number | undefined;
  limit: number;
};

function scopeCondition(scope: Scope, siteId: number): SQL | undefined {
  if (scope.kind === "all" || (scope.kind === "sites" && scope.siteIds.includes(siteId)))
    return undefined;
  const columnIds = scope.kind === "none" ? [] : scope.columnIds;
  return columnIds.length > 0 ? inArray(placement.columnId, [...columnIds]) : sql`false`;
}

function stateCondition(state: DeskFilter["state"]): SQL | undefined {
  if (state === undefined) return undefined;
  if (state === "live" || state === "withdrawn")
    return eq(placement.state, state as PlacementState);
  return eq(edition.state, state);
}

function deskConditions(filter: Omit<DeskFilter, "limit">): SQL | undefined {
  const latest = sql`${edition.number} = (select max(e.number) from edition e where e.resource_id = ${resource.id} and e.locale = 'zh-CN')`;
  return and(
    eq(placement.siteId, filter.siteId),
    eq(resource.state, "active"),
    latest,
    scopeCondition(filter.scope, filter.siteId),
    stateCondition(filter.state),
    filter.columnId ? eq(placement.columnId, filter.columnId) : undefined,
    filter.words
      ? sql`${edition.title} ilike ${`%${filter.words.replaceAll(/[\\%_]/g, "\\$&")}%`}`
      : undefined,
    filter.editionId ? eq(edition.id, filter.editionId) : undefined,
    filter.before ? lt(placement.id, filter.before) : undefined,
  );
}

/** How many rows there are on all screens together; never counts beyond `limit`. */
export async function countDeskRows(db: Db, filter: DeskFilter): Promise<number> {
  const rows = db
    .select({ one: sql`1`.as("one") })
    .from(placement)
    .innerJoin(resource, eq(resource.id, placement.resourceId))
    .innerJoin(edition, eq(edition.resourceId, resource.id))
    .where(deskConditions(filter))
    .limit(filter.limit)
    .as("counted");
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/** Content of one site, newest first, one row a placement with its latest edition; by keyset. */
export async function listDeskRows(db: Db, filter: DeskFilter): Promise<DeskRow[]> {
  const rows = await db
    .select({
      placementId: placement.id,
      editionId: edition.id,
      title: edition.title,
      state: edition.state,
      placementState: placement.state,
      columnName: siteColumn.name,
      savedAt: edition.savedAt,
      savedBy: edition.savedBy,
      path: placement.path,
    })
    .from(placement)
    .innerJoin(resource, eq(resource.id, placement.resourceId))
    .innerJoin(edition, eq(edition.resourceId, resource.id))
    .innerJoin(siteColumn, eq(siteColumn.id, placement.columnId))
    .where(deskConditions(filter))
    .orderBy(desc(placement.id))
    .limit(filter.limit);
  return rows.map(({ placementState, ...row }) => ({ ...row, isLive: placementState === "live" }));
}

export type EditionDetail = {
  editionId: number;
  resourceId: number;
  number: number;
  type: ResourceType;
  state: EditionState;
  revision: number;
  round: number;
  step: number;
  title: string;
  subtitle: string | null;
  summary: string | null;
  author: string | null;
  source: string | null;
  body: unknown;
  metadata: unknown;
  savedAt: Date;
  savedBy: string | null;
  createdBy: string;
  isReleased: boolean;
  places: {
    siteId: number;
    columnId: number;
    columnName: string;
    state: PlacementState;
    path: string | null;
    publishedAt: Date | null;
  }[];
  files: {
    assetId: number;
    title: string;
    role: AssetRole;
    sha256: string;
    extension: string;
    sizeBytes: number;
    width: number | null;
    height: number | null;
    /** What the search knows of its words; null when they are not asked for (yet). */
    textState: TextState | null;
  }[];
  tags: string[];
};

/** Everything the editor and the reviewer see of an edition. */
export async function getEditionDetail(
  db: Db | Tx,
  editionId: number,
): Promise<EditionDetail | null> {
  const [row] = await db
    .select({
      editionId: edition.id,
      resourceId: edition.resourceId,
      number: edition.number,
      type: resource.type,
      state: edition.state,
      revision: edition.revision,
      round: edition.reviewRound,
      step: edition.reviewStep,
      title: edition.title,
      subtitle: edition.subtitle,
      summary: edition.summary,
      author: edition.author,
      source: source.name,
      body: edition.body,
      metadata: edition.metadata,
      savedAt: edition.savedAt,
      savedBy: edition.savedBy,
      createdBy: edition.createdBy,
      releasedEditionId: resource.releasedEditionId,
    })
    .from(edition)
    .innerJoin(resource, eq(resource.id, edition.resourceId))
    .leftJoin(source, eq(source.id, edition.sourceId))
    .where(and(eq(edition.id, editionId), inArray(resource.state, ["active", "archived"])));
  if (!row) return null;
  const { releasedEditionId, ...detail } = row;
  const places = await db
    .select({
      siteId: placement.siteId,
      columnId: placement.columnId,
      columnName: siteColumn.name,
      state: placement.state,
      path: placement.path,
      publishedAt: placement.publishedAt,
    })
    .from(placement)
    .innerJoin(siteColumn, eq(siteColumn.id, placement.columnId))
    .where(eq(placement.resourceId, row.resourceId))
    .orderBy(asc(placement.id));
  const files = await db
    .select({
      assetId: asset.id,
      title: editionAsset.title,
      role: editionAsset.role,
      sha256: asset.sha256,
      extension: asset.extension,
      sizeBytes: asset.sizeBytes,
      width: asset.widthPixels,
      height: asset.heightPixels,
      textState: assetText.state,
    })
    .from(editionAsset)
    .innerJoin(asset, eq(asset.id, editionAsset.assetId))
    .leftJoin(assetText, eq(assetText.sha256, asset.sha256))
    .where(eq(editionAsset.editionId, editionId))
    .orderBy(asc(editionAsset.position));
  const tags = await db
    .select({ name: tag.name })
    .from(resourceTag)
    .innerJoin(tag, eq(tag.id, resourceTag.tagId))
    .where(eq(resourceTag.resourceId, row.resourceId))
    .orderBy(asc(tag.name));
  return {
    ...detail,
    isReleased: releasedEditionId === editionId,
    places,
    files: files.map(({ sha256, ...file }) => ({
      ...file,
      sha256: sha256.toString("hex"),
    })),
    tags: tags.map(({ name }) => name),
  };
}

const MOST_LEFTOVERS = 20;

export type Leftover = { id: number; at: Date; who: string; title: string; body: unknown };

/** Texts of saves that came too late, newest first: somebody else had saved. */
export async function listLeftovers(db: Db, editionId: number): Promise<Leftover[]> {
  const rows = await db
    .select({
      id: editionLeftover.id,
      at: editionLeftover.savedAt,
      actor: editionLeftover.savedBy,
      name: staffAccount.displayName,
      title: sql<string>`${editionLeftover.content}->>'title'`,
      body: sql<unknown>`${editionLeftover.content}->'body'`,
    })
    .from(editionLeftover)
    .leftJoin(staffAccount, sql`'staff:' || ${staffAccount.id} = ${editionLeftover.savedBy}`)
    .where(eq(editionLeftover.editionId, editionId))
    .orderBy(desc(editionLeftover.id))
    .limit(MOST_LEFTOVERS);
  return rows.map(({ actor, name, ...row }) => ({ ...row, who: name ?? actor }));
}

export type HistoryRow = {
  at: Date;
  act: string;
  who: string;
  reason: string | null;
  number: number;
};

/** Who did what to this piece, newest first. Staff by name. */
export async function listHistory(db: Db, resourceId: number): Promise<HistoryRow[]> {
  const rows = await db
    .select({
      at: review.at,
      act: review.act,
      actor: review.actor,
      reason: review.reason,
      number: edition.number,
      name: staffAccount.displayName,
    })
    .from(review)
    .innerJoin(edition, eq(edition.id, review.editionId))
    .leftJoin(staffAccount, sql`'staff:' || ${staffAccount.id} = ${review.actor}`)
    .where(eq(edition.resourceId, resourceId))
    .orderBy(desc(review.id))
    .limit(200);
  return rows.map(({ actor, name, ...row }) => ({ ...row, who: name ?? actor }));
}

export type Todo = {
  editionId: number;
  title: string;
  state: EditionState;
  siteId: number;
  columnId: number;
  savedAt: Date;
  createdBy: string;
  /** Whether the one who asks wrote it, or submitted or agreed to it in this round. */
  isMine: boolean;
};

/**
 * Whoever wrote, submitted or agreed in this round has had their part: the next step is another's.
 * Names its columns in full, because Drizzle would not in a query of one table.
 */
const hadPart = (me: string): SQL<boolean> => sql<boolean>`(
  edition.created_by = ${me} or coalesce(edition.saved_by = ${me}, false) or exists (
    select 1 from review r where r.edition_id = edition.id and r.round = edition.review_round
    and r.act in ('submit', 'approve') and r.actor = ${me}))`;

/** Whether this person had a part in the round an edition is in. */
export async function hasActedOn(db: Db, editionId: number, me: string): Promise<boolean> {
  const [row] = await db
    .select({ had: hadPart(me) })
    .from(edition)
    .where(eq(edition.id, editionId));
  return row?.had ?? false;
}

/** What waits for somebody in these sites and columns: to be reviewed, to be mended, to be released. */
export async function listTodos(
  db: Db,
  scope: Scope,
  states: readonly EditionState[],
  me: string,
): Promise<Todo[]> {
  const where =
    scope.kind === "all"
      ? undefined
      : scope.kind === "none"
        ? sql`false`
        : or(
            scope.siteIds.length > 0 ? inArray(placement.siteId, [...scope.siteIds]) : undefined,
            scope.columnIds.length > 0
              ? inArray(placement.columnId, [...scope.columnIds])
              : undefined,
          );
  return await db
    .selectDistinctOn([edition.id], {
      editionId: edition.id,
      title: edition.title,
      state: edition.state,
      siteId: placement.siteId,
      columnId: placement.columnId,
      savedAt: edition.savedAt,
      createdBy: edition.createdBy,
      isMine: hadPart(me),
    })
    .from(edition)
    .innerJoin(placement, eq(placement.resourceId, edition.resourceId))
    .where(and(inArray(edition.state, [...states]), where))
    .orderBy(desc(edition.id))
    .limit(100);
}

/** The resource an edition belongs to. @throws NOT_FOUND */
export async function requireResourceOf(db: Db | Tx, editionId: number): Promise<number> {
  const [row] = await db
    .select({ resourceId: edition.resourceId })
    .from(edition)
    .where(eq(edition.id, editionId));
  if (!row) throw new AppError("NOT_FOUND", `edition ${editionId}`);
  return row.resourceId;
}
