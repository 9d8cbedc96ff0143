import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { EditionState, ResourceType } from "#db/enums/resources.ts";
import { edition, placement, resource, review } from "#db/schema/resources.ts";
import { AppError } from "#lib/errors.ts";

export type LockedEdition = {
  id: number;
  resourceId: number;
  type: ResourceType;
  state: EditionState;
  revision: number;
  round: number;
  step: number;
  title: string;
  createdBy: string;
  savedBy: string | null;
  contentHash: Buffer;
  places: { siteId: number; columnId: number }[];
  /** Everyone who wrote or submitted it in this round: none of them may approve it. */
  writers: string[];
};

/** An edition and its resource, locked in this order, with what decisions about it need. @throws NOT_FOUND */
export async function lockEdition(tx: Tx, editionId: number): Promise<LockedEdition> {
  const [known] = await tx
    .select({ resourceId: edition.resourceId })
    .from(edition)
    .where(eq(edition.id, editionId));
  if (!known) throw new AppError("NOT_FOUND", `edition ${editionId}`);
  const [owner] = await tx
    .select({ id: resource.id, type: resource.type, state: resource.state })
    .from(resource)
    .where(eq(resource.id, known.resourceId))
    .for("update");
  const [row] = await tx
    .select({
      state: edition.state,
      revision: edition.revision,
      round: edition.reviewRound,
      step: edition.reviewStep,
      title: edition.title,
      createdBy: edition.createdBy,
      savedBy: edition.savedBy,
      contentHash: edition.contentHash,
    })
    .from(edition)
    .where(eq(edition.id, editionId))
    .for("update");
  if (!row || owner?.state !== "active") throw new AppError("NOT_FOUND", `edition ${editionId}`);
  const places = await tx
    .select({ siteId: placement.siteId, columnId: placement.columnId })
    .from(placement)
    .where(eq(placement.resourceId, known.resourceId));
  const submits = await tx
    .select({ actor: review.actor, round: review.round, act: review.act })
    .from(review)
    .where(eq(review.editionId, editionId));
  const submitters = submits
    .filter(({ act, round }) => act === "submit" && round === row.round)
    .map(({ actor }) => actor);
  return {
    id: editionId,
    resourceId: known.resourceId,
    type: owner.type,
    ...row,
    places,
    writers: [...new Set([row.createdBy, ...(row.savedBy ? [row.savedBy] : []), ...submitters])],
  };
}
