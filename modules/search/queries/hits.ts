/** From numbers to what a reader sees. Reads what is live once more: the second wall before a withdrawn item. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { highlight, snippet } from "#modules/search/domain/highlight.ts";
import type { SearchHit } from "#modules/search/schema.ts";

type Place = { siteId: number; siteName: string; path: string; isOriginal: boolean };
type File = { name: string; sha256: string; extension: string; sizeBytes: number };

type Found = {
  resource_id: string;
  class: SearchClass;
  title: string;
  body: string;
  published_at: string;
  document_number: string | null;
  organisation: string | null;
  validity: string;
  places: Place[];
  files: File[];
};

async function listFound(db: Db, ids: readonly number[]): Promise<Found[]> {
  return await db.execute<Found>(sql`
    select d.resource_id, d.class, d.title, left(d.body, 6000) as body, d.published_at::text as published_at,
      d.document_number, d.organisation, d.validity, live.places,
      coalesce((select json_agg(json_build_object('name', a.title, 'sha256', encode(a.sha256, 'hex'),
          'extension', a.extension, 'sizeBytes', a.size_bytes) order by a.position)
        from public_attachment a where a.edition_id = live.edition_id and a.role = 'attachment'), '[]') as files
    from public_search_document d
    join lateral (
      select json_agg(json_build_object('siteId', p.site_id, 'siteName', s.name, 'path', p.path,
          'isOriginal', p.site_id = d.origin_site_id) order by p.site_id <> d.origin_site_id, p.id) as places,
        max(p.edition_id) as edition_id
      from public_placement p join public_site s on s.id = p.site_id and s.state = 'online'
      where p.resource_id = d.resource_id and p.state = 'live') as live on live.places is not null
    where d.resource_id = any(${sql.param(ids)}::bigint[])`);
}

function hitOf(row: Found, siteId: number, words: readonly string[]): SearchHit | null {
  const here = row.places.find((place) => place.siteId === siteId);
  const main = here ?? row.places[0];
  if (!main) return null;
  const others = new Map(
    row.places
      .filter((place) => place.siteId !== main.siteId)
      .map(({ siteId: at, siteName, path }) => [at, { siteId: at, siteName, path }]),
  );
  return {
    resourceId: Number(row.resource_id),
    siteId: main.siteId,
    siteName: main.siteName,
    path: main.path,
    class: row.class,
    title: highlight(row.title, words),
    snippet: snippet(row.body, words),
    publishedAt: new Date(row.published_at),
    documentNumber: row.document_number,
    organisation: row.organisation,
    validity: row.validity,
    reprints: [...others.values()],
    attachments: row.files.map((file) => ({
      ...file,
      isWhereFound: highlight(file.name, words).some(({ isHit }) => isHit),
    })),
    service: null,
    isBestBet: false,
  };
}

/** In the given order; what is no longer live on an online site is left out. */
export async function listHits(
  db: Db,
  ids: readonly number[],
  { siteId, words }: { siteId: number; words: readonly string[] },
): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await listFound(db, ids)).map((row) => [Number(row.resource_id), row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const hit = row ? hitOf(row, siteId, words) : null;
    return hit ? [hit] : [];
  });
}

export type NamedSite = { id: number; code: string; name: string };

export async function listSiteNames(db: Db): Promise<NamedSite[]> {
  const rows = await db.execute<{ id: string; code: string; name: string }>(sql`
    select id, code, name from public_site where state = 'online' order by id limit 5000`);
  return rows.map(({ id, ...site }) => ({ id: Number(id), ...site }));
}
