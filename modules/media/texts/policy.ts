import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

/** Words of files are there for the search: who keeps that may have them read again. */
export const canManageTexts = (actor: Actor): boolean => can(actor, "search.manage");
