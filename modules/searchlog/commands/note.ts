import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Sums } from "#modules/searchlog/schema.ts";

/**
 * Writes sums of questions; the one thing that a citizens' process may write, by a function of the database
 * that bounds size, rate and growth. Resolves to false when it was too soon after another writing.
 * @param mostRows words kept of a site and day
 */
export async function noteSearches(db: Db, sums: Sums, mostRows: number): Promise<boolean> {
  const [row] = await db.execute<{ noted: boolean }>(
    sql`select search_note(${JSON.stringify(sums)}::jsonb, ${mostRows}) as noted`,
  );
  return row?.noted ?? false;
}
