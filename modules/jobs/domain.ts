import type * as z from "zod";
import type { Db, Tx } from "#db/client.ts";

/** What a module announces: a past-tense name and a shape that its listeners may rely on. */
export type EventKind<Payload> = { name: string; payload: z.ZodType<Payload> };

export function defineEvent<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
): EventKind<Payload> {
  return { name, payload };
}

/** Work that follows an event after its commit, as a job. It may run twice: make it idempotent. */
export type Reaction = {
  /** Queue name, `pages.warm`. */
  queue: string;
  event: string;
  run: (payload: unknown, tools: ReactionTools) => Promise<void>;
};

/** Work that belongs to the act itself: in its transaction, so a failure undoes the act. */
export type ReactionInTransaction = {
  event: string;
  run: (payload: unknown, tx: Tx) => Promise<void>;
};

/** Who follows which event; modules/reactions.ts is the one list of them. */
export type Reactions = {
  inTransaction: readonly ReactionInTransaction[];
  afterCommit: readonly Reaction[];
};

/** What the worker lends to a reaction. */
export type ReactionTools = {
  /** Asks the gateway for a page of a site, as a citizen would; returns the status. */
  visit: (siteId: number, path: string) => Promise<number>;
  /** The worker's pool, role zs_app. */
  db: Db;
};

/** Ties a reaction to its event; the payload is checked again when the job runs. */
export function react<Payload>(
  queue: string,
  event: EventKind<Payload>,
  run: (payload: Payload, tools: ReactionTools) => Promise<void>,
): Reaction {
  return {
    queue,
    event: event.name,
    run: (payload, tools) => run(event.payload.parse(payload), tools),
  };
}

/** Ties work inside the act to its event. It sees what the act wrote before it announced. */
export function reactInTransaction<Payload>(
  event: EventKind<Payload>,
  run: (payload: Payload, tx: Tx) => Promise<void>,
): ReactionInTransaction {
  return { event: event.name, run: (payload, tx) => run(event.payload.parse(payload), tx) };
}
