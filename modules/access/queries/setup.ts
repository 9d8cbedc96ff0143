import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { setupLink } from "#db/schema/access.ts";
import { hashToken } from "#modules/access/queries/sessions.ts";

/** What a set-up link must be to be used: known, not yet used, not expired. */
export const isOpenLink = (token: string) =>
  and(
    eq(setupLink.tokenHash, hashToken(token)),
    isNull(setupLink.usedAt),
    gt(setupLink.expiresAt, sql`now()`),
  );

export async function isSetupLinkOpen(db: Db, token: string): Promise<boolean> {
  const rows = await db
    .select({ expiresAt: setupLink.expiresAt })
    .from(setupLink)
    .where(isOpenLink(token));
  return rows.length > 0;
}
