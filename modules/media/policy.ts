import type { Actor } from "#modules/access/context.ts";
import { reachesSite } from "#modules/access/policy.ts";

/** Files belong to a site: whoever writes there may upload and use them. */
export const canUseFiles = (actor: Actor, siteId: number): boolean => reachesSite(actor, siteId);
