import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

type Place = { siteId: number; columnId: number };

export const canImport = (actor: Actor, place: Place): boolean =>
  can(actor, "resource.create", place);

/** Releasing what nobody reviewed: the operator's import, never a person at the desk. */
export const canReleaseDirectly = (actor: Actor, place: Place): boolean =>
  can(actor, "resource.release", place);

/** Every place it would appear in must be in the actor's scope. */
export const canPublish = (actor: Actor, places: readonly Place[]): boolean =>
  places.every(
    (place) => can(actor, "resource.review", place) || can(actor, "resource.release", place),
  );

export const canWithdraw = (actor: Actor, places: readonly Place[]): boolean =>
  places.every((place) => can(actor, "resource.withdraw", place));

/** It ends the upkeep of a piece in every place at once, as far-reaching as taking it away. */
export const canArchive = (actor: Actor, places: readonly Place[]): boolean =>
  canWithdraw(actor, places);

/** Writing in every column the piece is meant for. */
export const canEdit = (actor: Actor, places: readonly Place[]): boolean =>
  places.length > 0 && places.every((place) => can(actor, "resource.create", place));

/** Agreeing or sending back. That it is not one's own work is asked apart: it depends on the round. */
export const canReview = (actor: Actor, places: readonly Place[]): boolean =>
  places.length > 0 && places.every((place) => can(actor, "resource.review", place));

/** Imports write in any column of a site: whoever writes on the whole site sees what came of them. */
export const canSeeImports = (actor: Actor, siteId: number): boolean =>
  can(actor, "resource.create", { siteId });

/** Saying what the site before this one had, and what of it was left behind on purpose. */
export const canListOldAddresses = (actor: Actor, siteId: number): boolean =>
  can(actor, "site.manage", { siteId });
