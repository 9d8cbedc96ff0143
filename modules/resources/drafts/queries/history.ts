import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { staffAccount } from "#db/schema/access.ts";
import { edition, editionLeftover, review } from "#db/schema/resources.ts";

const MOST_LEFTOVERS = 20;

export type Leftover = { id: number; at: Date; who: string; title: string; body: unknown };

/** Texts of saves that came too late, newest first: somebody else had saved. */
export async function listLeftovers(db: Db, editionId: number): Promise<Leftover[]> {
  const rows = await db
    .select({
      id: editionLeftover.id,
      at: editionLeftover.savedAt,
      actor: editionLeftover.savedBy,
      name: staffAccount.displayName,
      title: sql<string>`${editionLeftover.content}->>'title'`,
      body: sql<unknown>`${editionLeftover.content}->'body'`,
    })
    .from(editionLeftover)
    .leftJoin(staffAccount, sql`'staff:' || ${staffAccount.id} = ${editionLeftover.savedBy}`)
    .where(eq(editionLeftover.editionId, editionId))
    .orderBy(desc(editionLeftover.id))
    .limit(MOST_LEFTOVERS);
  return rows.map(({ actor, name, ...row }) => ({ ...row, who: name ?? actor }));
}

export type HistoryRow = {
  at: Date;
  act: string;
  who: string;
  reason: string | null;
  number: number;
};

/** Who did what to this piece, newest first. Staff by name. */
export async function listHistory(db: Db, resourceId: number): Promise<HistoryRow[]> {
  const rows = await db
    .select({
      at: review.at,
      act: review.act,
      actor: review.actor,
      reason: review.reason,
      number: edition.number,
      name: staffAccount.displayName,
    })
    .from(review)
    .innerJoin(edition, eq(edition.id, review.editionId))
    .leftJoin(staffAccount, sql`'staff:' || ${staffAccount.id} = ${review.actor}`)
    .where(eq(edition.resourceId, resourceId))
    .orderBy(desc(review.id))
    .limit(200);
  return rows.map(({ actor, name, ...row }) => ({ ...row, who: name ?? actor }));
}
