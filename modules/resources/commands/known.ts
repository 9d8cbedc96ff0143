/** What becomes of a record whose id the base already holds: the base is never overwritten by an import. */
import "server-only";
import type { ImportTarget, Ready, Receipt } from "#modules/resources/commands/prepare.ts";
import { refused } from "#modules/resources/commands/prepare.ts";
import type { Known } from "#modules/resources/queries/imports.ts";

export type Outcome = "placed" | "unchanged" | "differs" | "taken" | "withdrawn" | "unreleased";

const REASONS: Record<Outcome, string> = {
  placed: "placed",
  unchanged: "unchanged",
  differs: "content differs: kept the stored edition",
  taken: "another document has this id, with other content",
  withdrawn: "withdrawn here: not placed",
  unreleased: "not released here: not placed",
};

/** Asked by the dry run as by the real one, so that they cannot disagree. */
export function outcomeOf(
  { composed }: Pick<Ready, "composed">,
  known: Known,
  { as }: Pick<ImportTarget, "as">,
): Outcome {
  const hash = composed.hash.toString("hex");
  if (known.isPlaced) return known.hash === hash ? "unchanged" : "differs";
  // Numbers of two systems are often the same: a document that never said this is another one.
  if (!known.everyHash.includes(hash)) return "taken";
  if (as === "draft" || known.isLive) return "placed";
  return known.isReleased ? "withdrawn" : "unreleased";
}

/** @param path where it is placed now; otherwise where it was already */
export function knownReceipt(
  { line, composed }: Ready,
  known: Known,
  outcome: Outcome,
  path: string | null = known.path,
): Receipt {
  const id = composed.externalId;
  const reason = REASONS[outcome];
  if (outcome === "taken") return refused(line, id, reason);
  return { line, id, status: "merged", reason, resourceId: known.resourceId, path };
}
