/** From numbers to what a reader sees. Reads what is live once more: the second wall before a withdrawn item. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { ResourceType } from "#db/enums/resources.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { CARD_TYPES, cardOf } from "#modules/resources/types/schema.ts";
import { indexedParts, whereFound } from "#modules/search/domain/files.ts";
import { highlight, snippet } from "#modules/search/domain/highlight.ts";
import { regionLine } from "#modules/search/domain/regions.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";
import type { Group } from "#modules/search/domain/tsquery.ts";
import type { Directory } from "#modules/search/queries/choices.ts";
import type { SearchHit } from "#modules/search/schema.ts";

type Place = { siteId: number; siteName: string; path: string; isOriginal: boolean };
/** `text` is null when nothing of it is indexed. */
type File = {
  name: string;
  sha256: string;
  extension: string;
  sizeBytes: number;
  text: string | null;
};

type Found = {
  resource_id: string;
  class: SearchClass;
  title: string;
  body: string;
  published_at: string;
  document_number: string | null;
  organisation: string | null;
  validity: string;
  type: ResourceType;
  is_archived: boolean;
  metadata: unknown;
  places: Place[];
  files: File[];
};

async function listFound(db: Db, ids: readonly number[]): Promise<Found[]> {
  return await db.execute<Found>(sql`
    select d.resource_id, d.class, d.title, left(d.body, ${SEARCH.indexedCharacters}) as body, d.published_at::text as published_at,
      d.document_number, d.organisation, d.validity, live.places, live.type, live.archived_at is not null as is_archived,
      case when live.type = any(${sql.param(CARD_TYPES)}::text[])
        then (select e.metadata from public_edition e where e.id = live.edition_id) end as metadata,
      coalesce((select json_agg(json_build_object('name', a.title, 'sha256', encode(a.sha256, 'hex'),
          'extension', a.extension, 'sizeBytes', a.size_bytes, 'text', left(t.text, ${SEARCH.fileCharacters}))
          order by a.position, a.asset_id)
        from public_attachment a left join public_attachment_text t
          on t.edition_id = a.edition_id and t.asset_id = a.asset_id
        where a.edition_id = live.edition_id and (a.role = 'attachment' or a.role = 'embedded' and t.text is not null)
      ), '[]') as files
    from public_search_document d
    join lateral (
      select json_agg(json_build_object('siteId', p.site_id, 'siteName', s.name, 'path', p.path,
          'isOriginal', p.site_id = d.origin_site_id) order by p.site_id <> d.origin_site_id, p.id) as places,
        max(p.edition_id) as edition_id, max(p.type) as type, max(p.archived_at) as archived_at
      from public_placement p join public_site s on s.id = p.site_id and s.state = 'online'
      where p.resource_id = d.resource_id and p.state = 'live') as live on live.places is not null
    where d.resource_id = any(${sql.param(ids)}::bigint[])`);
}

/** Each file once, with what of its words is indexed. */
function filesOf({ files }: Found): (File & { text: string })[] {
  const each = [...new Map(files.map((file) => [file.sha256, file])).values()];
  const indexed = each.filter(({ text }) => text !== null).slice(0, SEARCH.indexedFiles);
  const parts = indexedParts(indexed.map(({ text }) => text ?? ""));
  return each.map((file) => ({ ...file, text: parts[indexed.indexOf(file)] ?? "" }));
}

/** What a result says of itself, and of its files. */
function toldOf(row: Found, { words, groups }: AskedWords) {
  const files = filesOf(row);
  const { isWhereFound, shown } = whereFound(row, files, groups);
  const file = shown === null ? undefined : files[shown];
  return {
    snippet: snippet(file?.text ?? row.body, words),
    snippetFile: file?.name ?? null,
    attachments: files.map(({ text: _, ...told }, at) => ({
      ...told,
      isWhereFound: isWhereFound[at] ?? false,
    })),
  };
}

/** What was asked, folded: every word to be marked, and the same as groups of alternatives. */
export type AskedWords = { words: readonly string[]; groups: readonly Group[] };

/** Whose page it is asked at, what is marked, and how places are called. */
type For = AskedWords & { siteId: number; directory: Directory };

function placeOf(siteId: number, { sites, regions }: Directory): string[] {
  const site = sites.find(({ id }) => id === siteId);
  return site ? regionLine(site.regionCode, regions).map(({ name }) => name) : [];
}

function cardOfRow({ type, title, metadata, published_at }: Found): SearchHit["card"] {
  const fields = cardOf(type, { title, metadata, publishedAt: new Date(published_at) });
  return fields.length > 0 ? { type, fields } : null;
}

function hitOf(row: Found, { siteId, directory, ...asked }: For): SearchHit | null {
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
    place: placeOf(main.siteId, directory),
    path: main.path,
    class: row.class,
    title: highlight(row.title, asked.words),
    ...toldOf(row, asked),
    publishedAt: new Date(row.published_at),
    documentNumber: row.document_number,
    organisation: row.organisation,
    validity: row.validity,
    reprints: [...others.values()],
    card: cardOfRow(row),
    isBestBet: false,
    isArchived: row.is_archived,
  };
}

/** In the given order; what is no longer live on an online site is left out. */
export async function listHits(db: Db, ids: readonly number[], given: For): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await listFound(db, ids)).map((row) => [Number(row.resource_id), row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const hit = row ? hitOf(row, given) : null;
    return hit ? [hit] : [];
  });
}
