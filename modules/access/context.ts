/** Who asks, over which connection. The clock is the database's (`now()`), so time is not in here. */
import type { Db } from "#db/client.ts";
import type { Role } from "#db/enums/access.ts";

/** A role held in a scope, as the session expands it. */
export type Grant =
  | { role: Role; scope: "platform" }
  | { role: Role; scope: "site"; siteIds: readonly number[] }
  | { role: Role; scope: "column"; siteId: number; columnIds: readonly number[] };

export type Staff = { kind: "staff"; accountId: number; grants: readonly Grant[] };
/** The person at the machine's own command line: holds DATA_DIR, so holds everything. */
export type Operator = { kind: "operator"; name: string };
/** A job acting on what a person decided before. */
export type System = { kind: "system"; job: string };
export type Actor = Staff | Operator | System;

export type Ctx = { actor: Actor; db: Db };
/** For what a person does at the desk. */
export type DeskCtx = Ctx & { actor: Staff };

/** How an actor stands in audit rows and `created_by`. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "staff":
      return `staff:${actor.accountId}`;
    case "operator":
      return `operator:${actor.name}`;
    case "system":
      return `system:${actor.job}`;
  }
}
