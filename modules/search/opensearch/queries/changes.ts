/** What the external engine has still to be told, and the rows to tell it. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { inTransaction } from "#db/tx.ts";
import type { StoredRow } from "#modules/search/opensearch/domain/document.ts";

export async function listStoredRows(
  tx: Tx,
  resourceIds: readonly number[],
): Promise<Map<number, StoredRow>> {
  if (resourceIds.length === 0) return new Map();
  const rows = await tx.execute<{
    resource_id: string;
    published_at: string;
    class: SearchClass;
    site_ids: string[];
    region_code: string;
    organisation_id: string | null;
    length: number;
    words: string;
    title_words: string;
  }>(sql`
    select d.resource_id, d.published_at::text as published_at, d.class, d.site_ids, d.region_code, d.organisation_id, d.length,
      d.words::text as words, t.words::text as title_words
    from search_document d join search_title t using (resource_id)
    where d.resource_id = any(${sql.param(resourceIds)}::bigint[])`);
  return new Map(
    rows.map((row) => [
      Number(row.resource_id),
      {
        resourceId: Number(row.resource_id),
        publishedAt: new Date(row.published_at),
        class: row.class,
        siteIds: row.site_ids.map(Number),
        regionCode: row.region_code,
        organisationId: row.organisation_id === null ? null : Number(row.organisation_id),
        length: row.length,
        words: row.words,
        titleWords: row.title_words,
      },
    ]),
  );
}

export type Change = {
  resourceId: number;
  /** Of its last change. */
  version: number;
  /** Null: it is no longer to be found. */
  row: StoredRow | null;
};

export type Pending = {
  /** One of each resource. */
  changes: Change[];
  notes: { seq: number; resourceId: number }[];
};

/** The next changes that are due and what became of their resources, seen at one moment; nothing is taken away yet. */
export async function listPending(db: Db, limit: number): Promise<Pending> {
  return await inTransaction(db, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    const rows = await tx.execute<{ seq: string; resource_id: string }>(sql`
      select seq, resource_id from search_change where due_at <= now() order by seq limit ${limit}`);
    const notes = rows.map(({ seq, resource_id }) => ({
      ...{ seq: Number(seq), resourceId: Number(resource_id) },
    }));
    const versions = new Map(notes.map(({ seq, resourceId }) => [resourceId, seq]));
    const stored = await listStoredRows(tx, [...versions.keys()]);
    const changes = [...versions].map(([resourceId, version]) => ({
      ...{ resourceId, version },
      row: stored.get(resourceId) ?? null,
    }));
    return { changes, notes };
  });
}

export type Backlog = {
  /** Resources that the engine was not told of yet. */
  waiting: number;
  /** Of these, the ones it refused at least once, and its last words. */
  refused: number;
  problem: string | null;
  oldest: Date | null;
};

/** Whether an engine follows, and how far behind it is; null when none follows. */
export async function getBacklog(db: Db): Promise<Backlog | null> {
  const [row] = await db.execute<{
    follows: boolean;
    waiting: string;
    refused: string;
    problem: string | null;
    oldest: string | null;
  }>(sql`
    select exists (select from search_follower) as follows, count(distinct resource_id) as waiting,
      count(distinct resource_id) filter (where attempts > 0) as refused,
      max(problem) as problem, min(noted_at)::text as oldest from search_change`);
  if (!row?.follows) return null;
  const { problem, oldest } = row;
  return {
    ...{ waiting: Number(row.waiting), refused: Number(row.refused), problem },
    oldest: oldest === null ? null : new Date(oldest),
  };
}
