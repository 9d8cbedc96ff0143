import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { TextState } from "#db/enums/media.ts";

export type TextCounts = Record<TextState, number>;

export async function countTexts(db: Db): Promise<TextCounts> {
  const rows = await db.execute<{ state: TextState; n: number }>(sql`
    select state, count(*)::int as n from asset_text group by state`);
  const counts = { waiting: 0, done: 0, nothing: 0, failed: 0 };
  return Object.assign(counts, Object.fromEntries(rows.map(({ state, n }) => [state, n])));
}

export type TextFailure = {
  name: string;
  sha256: string;
  reason: string;
  detail: string;
  attempts: number;
  /** It will be tried again. */
  isWaiting: boolean;
};

/** Files that could not be read, newest first; those that will be tried again among them. */
export async function listTextFailures(db: Db, limit: number): Promise<TextFailure[]> {
  const rows = await db.execute<Omit<TextFailure, "isWaiting"> & { is_waiting: boolean }>(sql`
    select a.name, encode(t.sha256, 'hex') as sha256, t.reason, t.detail, t.attempts,
      t.state = 'waiting' as is_waiting
    from asset_text t join asset a on a.sha256 = t.sha256
    where t.reason is not null order by t.wanted_at desc, t.sha256 limit ${limit}`);
  return rows.map(({ is_waiting: isWaiting, ...row }) => ({ ...row, isWaiting }));
}

/** What is known of the words of these files, by asset; files that are not to be read are not in it. */
export async function listTextStates(
  db: Db | Tx,
  assetIds: readonly number[],
): Promise<Map<number, TextState>> {
  if (assetIds.length === 0) return new Map();
  const rows = await db.execute<{ id: string; state: TextState }>(sql`
    select a.id, t.state from asset a join asset_text t on t.sha256 = a.sha256
    where a.id = any(${sql.param(assetIds)}::bigint[])`);
  return new Map(rows.map(({ id, state }) => [Number(id), state]));
}
