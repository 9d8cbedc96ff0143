import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** A record that the base already holds, seen from the column it is to be placed in. */
export type Known = {
  resourceId: number;
  hash: Buffer;
  isReleased: boolean;
  isPlaced: boolean;
  path: string | null;
};

/** Records of a batch that are known by their id in the system they came from. */
export async function listKnown(
  db: Db | Tx,
  target: { columnId: number },
  externalIds: readonly string[],
): Promise<Map<string, Known>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db.execute<{
    external_id: string;
    id: string;
    hash: Buffer;
    released: boolean;
    placed: boolean;
    path: string | null;
  }>(sql`
    select r.external_id, r.id, e.content_hash as hash, r.released_edition_id is not null as released,
           p.id is not null as placed, p.path
    from resource r
    join lateral (select content_hash from edition where resource_id = r.id order by number desc limit 1) e on true
    left join placement p on p.resource_id = r.id and p.column_id = ${target.columnId}
    where r.external_id = any(${sql.param([...externalIds])}::text[])`);
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        resourceId: Number(row.id),
        hash: row.hash,
        isReleased: row.released,
        isPlaced: row.placed,
        path: row.path,
      },
    ]),
  );
}

/** A resource by its number, or by its id in the system it came from. */
export async function findResourceId(db: Db | Tx, word: string): Promise<number | null> {
  const number = /^\d{1,15}$/.test(word) ? Number(word) : 0;
  const [row] = await db.execute<{ id: string }>(sql`
    select id from resource where external_id = ${word} or id = ${number} order by (external_id = ${word}) desc nulls last limit 1`);
  return row ? Number(row.id) : null;
}
