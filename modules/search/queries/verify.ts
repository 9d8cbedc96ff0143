/** Whether the index is what the database says it should be. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { inTransaction } from "#db/tx.ts";
import { rowOf } from "#modules/search/domain/row.ts";
import { listSources } from "#modules/search/queries/source.ts";

const CHUNK = 200;

export type Difference = { resourceId: number; what: "missing" | "left-over" | "other" };

/** The next resources after `after`, by number: those in the base and those in the index. */
export async function listNextIds(db: Db | Tx, after: number, limit: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from (
      (select id from resource where id > ${after} order by id limit ${limit})
      union (select resource_id from search_document where resource_id > ${after} order by 1 limit ${limit})
      union (select resource_id from search_title where resource_id > ${after} order by 1 limit ${limit})) as known
    order by id limit ${limit}`);
  return rows.map(({ id }) => Number(id));
}

/** Every field of these rows made anew and compared with what is stored. */
async function compare(tx: Tx, ids: readonly number[]): Promise<Difference[]> {
  const rows = (await listSources(tx, ids)).map(rowOf);
  const given = JSON.stringify(
    rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })),
  );
  const found = await tx.execute<{ id: string; what: Difference["what"] }>(sql`
    select coalesce(g."resourceId", d.resource_id, t.resource_id) as id,
      case when g."resourceId" is null then 'left-over'
        when d.resource_id is null or t.resource_id is null then 'missing' else 'other' end as what
    from jsonb_to_recordset(${given}::jsonb) as g("resourceId" bigint, class text, "publishedAt" timestamptz,
      "originSiteId" bigint, "siteIds" bigint[], "regionCode" text, validity text, "documentNumber" text,
      organisation text, "organisationId" bigint, title text, body text, length integer, words text, "titleWords" text)
    full join (select * from search_document where resource_id = any(${sql.param(ids)}::bigint[])) d
      on d.resource_id = g."resourceId"
    full join (select * from search_title where resource_id = any(${sql.param(ids)}::bigint[])) t
      on t.resource_id = coalesce(g."resourceId", d.resource_id)
    where (g.class, g."publishedAt", g."originSiteId", g."siteIds", g."regionCode", g.validity, g."documentNumber",
        g.organisation, g."organisationId", g.title, g.body, g.length, g.words::tsvector, g."publishedAt", g."titleWords"::tsvector)
      is distinct from (d.class, d.published_at, d.origin_site_id, d.site_ids, d.region_code, d.validity,
        d.document_number, d.organisation, d.organisation_id, d.title, d.body, d.length, d.words, t.published_at, t.words)`);
  return found.map(({ id, what }) => ({ resourceId: Number(id), what }));
}

/** Compares all; each chunk is read at one moment, so acts that happen meanwhile are no differences. */
export async function verifyIndex(
  db: Db,
): Promise<{ compared: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let compared = 0;
  for (let after = 0; ; ) {
    const from = after;
    const chunk = await inTransaction(db, async (tx) => {
      await tx.execute(sql`set transaction isolation level repeatable read`);
      const ids = await listNextIds(tx, from, CHUNK);
      return { ids, found: await compare(tx, ids) };
    });
    compared += chunk.ids.length;
    differences.push(...chunk.found);
    const last = chunk.ids.at(-1);
    if (last === undefined) return { compared, differences };
    after = last;
  }
}

/** Nothing is indexed although something is live: an index that was never filled. */
export async function isIndexEmpty(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ empty: boolean }>(sql`
    select not exists (select from search_document) and exists (
      select from placement p join site s on s.id = p.site_id
      where p.state = 'live' and s.state = 'online') as empty`);
  return row?.empty ?? false;
}
