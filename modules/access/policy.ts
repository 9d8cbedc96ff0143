/** One question everywhere: `can(actor, action, target)`; and for lists: `scopeOf(actor, action)`. */
import type { Role } from "#db/enums/access.ts";
import { ROLES } from "#db/enums/access.ts";
import type { Actor, Grant } from "#modules/access/context.ts";

export const ACTIONS = [
  "resource.create",
  "resource.review",
  "resource.release",
  "resource.withdraw",
  "column.manage",
  "site.manage",
  "site.open",
  "account.manage",
  "search.manage",
  "search.improve",
] as const;
export type Action = (typeof ACTIONS)[number];

export type Target = { siteId?: number; columnId?: number };

/** What each preset role may do where it holds. Releasing past review is nobody's by preset. */
const PRESETS: Record<Role, readonly Action[]> = {
  author: ["resource.create"],
  reviewer: ["resource.create", "resource.review", "resource.withdraw", "search.improve"],
  "site-admin": [
    "resource.create",
    "resource.review",
    "resource.withdraw",
    "column.manage",
    "site.manage",
    "search.manage",
    "search.improve",
  ],
  "super-admin": ACTIONS.filter((action) => action !== "resource.release"),
};

/** Roles that hold an action where they hold: for lists of people. */
export const rolesWith = (action: Action): Role[] =>
  ROLES.filter((role) => PRESETS[role].includes(action));

function covers(grant: Grant, target: Target): boolean {
  switch (grant.scope) {
    case "platform":
      return true;
    case "site":
      return target.siteId !== undefined && grant.siteIds.includes(target.siteId);
    case "column":
      return (
        target.siteId === grant.siteId &&
        target.columnId !== undefined &&
        grant.columnIds.includes(target.columnId)
      );
  }
}

/** May this actor do this to that? Deny by default. */
export function can(actor: Actor, action: Action, target: Target = {}): boolean {
  switch (actor.kind) {
    case "operator":
      return true;
    case "system":
      return action === "resource.release" || action === "resource.withdraw";
    case "staff":
      return actor.grants.some(
        (grant) => PRESETS[grant.role].includes(action) && covers(grant, target),
      );
  }
}

/** Where an actor may do something, in a form that an index likes. Columns come beside whole sites. */
export type Scope =
  | { kind: "all" }
  | { kind: "none" }
  | { kind: "sites"; siteIds: readonly number[]; columnIds: readonly number[] };

/** The list form of `can`: which may this actor do this to? */
export function scopeOf(actor: Actor, action: Action): Scope {
  if (actor.kind !== "staff") return can(actor, action) ? { kind: "all" } : { kind: "none" };
  const grants = actor.grants.filter(({ role }) => PRESETS[role].includes(action));
  if (grants.some(({ scope }) => scope === "platform")) return { kind: "all" };
  const siteIds = grants.flatMap((grant) => (grant.scope === "site" ? grant.siteIds : []));
  const columnIds = grants.flatMap((grant) => (grant.scope === "column" ? grant.columnIds : []));
  return siteIds.length + columnIds.length === 0
    ? { kind: "none" }
    : { kind: "sites", siteIds, columnIds };
}

/** Whether an actor has anything to do on a site at all: what the switcher offers. */
export function reachesSite(actor: Actor, siteId: number): boolean {
  if (actor.kind !== "staff") return true;
  return actor.grants.some(
    (grant) =>
      grant.scope === "platform" ||
      (grant.scope === "site" && grant.siteIds.includes(siteId)) ||
      (grant.scope === "column" && grant.siteId === siteId),
  );
}
