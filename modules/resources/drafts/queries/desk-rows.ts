import "server-only";
import type { SQL } from "drizzle-orm";
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { EditionState, PlacementState } from "#db/enums/resources.ts";
import { siteColumn } from "#db/schema/columns.ts";
import { edition, placement, resource } from "#db/schema/resources.ts";
import type { Scope } from "#modules/access/policy.ts";

export type DeskRow = {
  placementId: number;
  editionId: number;
  title: string;
  state: EditionState;
  isLive: boolean;
  /** Kept for reading only. */
  isArchived: boolean;
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

/** What is archived stands in the lists of what there is, never in those of what is to be done. */
function resourceCondition(state: DeskFilter["state"]): SQL | undefined {
  const isWork = state !== undefined && state !== "live" && state !== "withdrawn";
  return inArray(resource.state, isWork ? ["active"] : ["active", "archived"]);
}

function deskConditions(filter: Omit<DeskFilter, "limit">): SQL | undefined {
  const latest = sql`${edition.number} = (select max(e.number) from edition e where e.resource_id = ${resource.id} and e.locale = 'zh-CN')`;
  return and(
    eq(placement.siteId, filter.siteId),
    resourceCondition(filter.state),
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
      resourceState: resource.state,
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
  return rows.map(({ placementState, resourceState, ...row }) => ({
    ...row,
    isLive: placementState === "live",
    isArchived: resourceState === "archived",
  }));
}
