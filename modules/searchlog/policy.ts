import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

/** Reading what is asked of a site, answering it, and choosing its hot words. */
export const canImproveSearch = (actor: Actor, siteId: number): boolean =>
  can(actor, "search.improve", { siteId });
