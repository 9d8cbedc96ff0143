import type { Actor } from "#modules/access/context.ts";
import { can } from "#modules/access/policy.ts";

export const canOpenSite = (actor: Actor): boolean => can(actor, "site.open");

export const canManageSite = (actor: Actor, site: { id: number }): boolean =>
  can(actor, "site.manage", { siteId: site.id });
