import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

/** Synonyms and protected words are one list for the whole group. */
export const canManageSearch = (actor: Actor): boolean => can(actor, "search.manage");
