/** 推荐结果 as the desk lists and changes them. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Saved } from "#modules/search/curation/queries/words.ts";

/** What is recommended; `path` null: it is not live where it would be shown, so nobody sees it. */
export type Chosen = {
  resourceId: number;
  title: string;
  siteId: number | null;
  path: string | null;
};

export type BestBetRow = Saved & {
  id: number;
  revision: number;
  siteId: number | null;
  questions: string[];
  from: string | null;
  until: string | null;
  reason: string;
  chosen: Chosen[];
};

type Row = {
  id: string;
  revision: number;
  site_id: string | null;
  questions: string[];
  from: string | null;
  until: string | null;
  reason: string;
  updated_at: string;
  updated_by: string;
  updated_by_name: string | null;
  chosen: Chosen[];
};

/** Of the site and of the group, the newest first; or one of them by `id`. `limit` 1–100. */
export async function listBestBetRows(
  db: Db,
  filter: {
    siteId: number;
    id?: number | undefined;
    words?: string | undefined;
    before?: number | undefined;
    limit: number;
  },
): Promise<BestBetRow[]> {
  const { siteId, id = null, words, before = null, limit } = filter;
  const pattern = words ? `%${words.replaceAll(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await db.execute<Row>(sql`
    select b.id, b.revision, b.site_id, b.questions, b.valid_from::text as from, b.valid_until::text as until,
      b.reason, b.updated_at::text as updated_at, b.updated_by, a.display_name as updated_by_name,
      (select json_agg(json_build_object('resourceId', r.id, 'title', coalesce(e.title, ''),
          'siteId', place.site_id, 'path', place.path) order by c.position)
        from unnest(b.resource_ids) with ordinality as c(resource_id, position)
        join resource r on r.id = c.resource_id
        left join edition e on e.id = r.released_edition_id
        left join lateral (
          select p.site_id, p.path from search_document d
          join placement p on p.resource_id = d.resource_id and p.state = 'live' and p.site_id = any(d.site_ids)
          where d.resource_id = r.id and (b.site_id is null or p.site_id = b.site_id)
          order by p.site_id <> ${siteId}, p.id limit 1) place on true) as chosen
    from search_best_bet b left join staff_account a on 'staff:' || a.id = b.updated_by
    where (b.site_id is null or b.site_id = ${siteId})
      and (${id}::bigint is null or b.id = ${id}) and (${before}::bigint is null or b.id < ${before})
      and (${pattern}::text is null or exists (select from unnest(b.questions) as q(text) where q.text ilike ${pattern}))
    order by b.id desc limit ${limit}`);
  return rows.map((row) => ({
    id: Number(row.id),
    revision: row.revision,
    siteId: row.site_id === null ? null : Number(row.site_id),
    questions: row.questions,
    from: row.from,
    until: row.until,
    reason: row.reason,
    chosen: row.chosen ?? [],
    updatedAt: new Date(row.updated_at),
    updatedBy: row.updated_by,
    updatedByName: row.updated_by_name,
  }));
}

/** Where a page stands; `host` null: on any of the sites, `siteId` null: of the whole group. */
export async function listByAddress(
  db: Db,
  ask: { host: string | null; path: string; siteId: number | null; limit: number },
): Promise<Chosen[]> {
  const rows = await db.execute<{ id: string; title: string; site_id: string; path: string }>(sql`
    select d.resource_id as id, d.title, p.site_id, p.path
    from placement p join search_document d on d.resource_id = p.resource_id and p.site_id = any(d.site_ids)
    where p.path = ${ask.path} and p.state = 'live'
      and (${ask.siteId}::bigint is null or p.site_id = ${ask.siteId})
      and (${ask.host}::text is null or exists (
        select from site_host h where h.site_id = p.site_id and h.host = ${ask.host}))
    order by p.site_id limit ${ask.limit}`);
  return rows.map((row) => ({
    resourceId: Number(row.id),
    title: row.title,
    siteId: Number(row.site_id),
    path: row.path,
  }));
}
