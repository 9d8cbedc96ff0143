import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

/** Synonyms and protected words are one list for the whole group. */
export const canManageSearch = (actor: Actor): boolean => can(actor, "search.manage");

/** Results that stand first and kinds of results: of one site, or (null) of the whole group. */
export const canCurateSearch = (actor: Actor, siteId: number | null): boolean =>
  can(actor, "search.manage", siteId === null ? {} : { siteId });
