import "server-only";
import { and, desc, like, lte, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { standardValue } from "#db/schema/_kernel.ts";

/**
 * The numbers in force today whose names begin with `prefix`, by the rest of their names:
 * `sign-in.` → `{ "account-failures": 5, … }`.
 */
export async function listStandardNumbers(
  db: Db | Tx,
  prefix: string,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: standardValue.key, value: standardValue.value })
    .from(standardValue)
    .where(
      and(like(standardValue.key, `${prefix}%`), lte(standardValue.validFrom, sql`current_date`)),
    )
    .orderBy(standardValue.key, desc(standardValue.validFrom))
    .limit(1_000);
  const found = new Map<string, number>();
  for (const { key, value } of rows) {
    const name = key.slice(prefix.length);
    if (!found.has(name)) found.set(name, Number(value));
  }
  return found;
}

/** One of them. @throws when the platform has no such number: a migration is missing */
export function numberOf(numbers: ReadonlyMap<string, number>, name: string): number {
  const value = numbers.get(name);
  if (value === undefined || !Number.isFinite(value)) throw new Error(`no standard value ${name}`);
  return value;
}
