import "server-only";
import type { SQL } from "drizzle-orm";
import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { EditionState } from "#db/enums/resources.ts";
import { edition, placement, resource } from "#db/schema/resources.ts";
import type { Scope } from "#modules/access/policy.ts";

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
    .innerJoin(resource, eq(resource.id, edition.resourceId))
    // Of what is archived nothing is to be done.
    .where(and(inArray(edition.state, [...states]), eq(resource.state, "active"), where))
    .orderBy(desc(edition.id))
    .limit(100);
}
