/** What of a resource can be searched now: its released edition, where it is live on an online site. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { ResourceType, Validity } from "#db/enums/resources.ts";
import { wordsOf } from "#lib/i18n/words.ts";
import { parseDocument } from "#lib/richtext/schema.ts";
import { fullDocument } from "#lib/richtext/stored.ts";
import { plainText } from "#lib/richtext/text.ts";
import { typeSpec } from "#modules/resources/types/schema.ts";
import type { Source } from "#modules/search/domain/row.ts";
import { SEARCH } from "#modules/search/domain/settings.ts";

type Found = {
  id: string;
  type: ResourceType;
  title: string;
  body: unknown;
  metadata: Record<string, unknown>;
  file_names: string[];
  file_texts: string[];
  organisation: string | null;
  organisation_id: string | null;
  origin_site_id: string;
  site_ids: string[];
  column_types: string[];
  region_code: string;
  validity: Validity;
  published_at: string;
};

const said = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

function textOf(body: unknown): string {
  const parsed = parseDocument(fullDocument(body));
  return parsed.ok ? plainText(parsed.document) : "";
}

/** Fields that stand for a text of its own: what they are called and what they say. */
function fieldsOf({ type, title, metadata, published_at }: Found): string[] {
  const { needsBody, index } = typeSpec(type);
  if (needsBody || !index) return [];
  const t = wordsOf("zh-CN");
  return index({ title, publishedAt: new Date(published_at), metadata }).map(
    ({ field, value }) => `${t(`${type}.fields.${field}`)}：${value}`,
  );
}

function sourceOf(row: Found, body: string): Source {
  const keywords = row.metadata["keywords"];
  return {
    resourceId: Number(row.id),
    type: row.type,
    columnTypes: row.column_types,
    title: row.title,
    text: [...fieldsOf(row), body].filter((part) => part !== "").join("\n"),
    fileNames: row.file_names,
    fileTexts: row.file_texts,
    documentNumber: said(row.metadata["docNo"]),
    indexNumber: said(row.metadata["indexNo"]),
    keywords: Array.isArray(keywords) ? keywords.filter((word) => typeof word === "string") : [],
    organisation: said(row.metadata["issuer"]) ?? said(row.organisation),
    organisationId: row.organisation_id === null ? null : Number(row.organisation_id),
    originSiteId: Number(row.origin_site_id),
    siteIds: row.site_ids.map(Number),
    regionCode: row.region_code,
    validity: row.validity,
    publishedAt: new Date(row.published_at),
  };
}

/**
 * Those of these resources that citizens may find; the others have no place in the index.
 * @param texts by resource, where the caller knows what `plainText` of the released body is
 */
export async function listSources(
  tx: Tx,
  resourceIds: readonly number[],
  texts: ReadonlyMap<number, string> = new Map(),
): Promise<Source[]> {
  const ids = sql.param(resourceIds);
  const rows = await tx.execute<Found>(sql`
    with
    -- By their resource first: a planner that knows nothing yet of a new table would read all placements of the site each time.
    place as materialized (select id, resource_id, site_id, column_id, published_at from placement
      where resource_id = any(${ids}::bigint[]) and state = 'live'),
    live as (
      select p.resource_id, array_agg(distinct p.site_id) as site_ids, min(p.published_at) as published_at,
        array_agg(c.column_type order by p.site_id <> r.origin_site_id, p.id) as column_types
      from place p join resource r on r.id = p.resource_id join site on site.id = p.site_id and site.state = 'online'
      join site_column c on c.id = p.column_id group by p.resource_id)
    select r.id, r.type, e.title, e.metadata,
      case when r.id = any(${sql.param([...texts.keys()])}::bigint[]) then null else e.body end as body, r.validity, r.origin_site_id,
      e.source_id as organisation_id, s.name as organisation, origin.region_code,
      live.site_ids, live.column_types, live.published_at::text as published_at,
      coalesce((select array_agg(ea.title order by ea.position) from edition_asset ea
        where ea.edition_id = e.id and ea.role = 'attachment'), '{}') as file_names,
      coalesce((select array_agg(left(file.text, ${SEARCH.fileCharacters}) order by file.position, file.id) from (
        select a.id, t.text, min(ea.position) as position from edition_asset ea
        join asset a on a.id = ea.asset_id join asset_text t on t.sha256 = a.sha256 and t.state = 'done'
        where ea.edition_id = e.id and ea.role in ('attachment', 'embedded') group by a.id, t.sha256
        order by position, a.id limit ${SEARCH.indexedFiles}) as file), '{}') as file_texts
    from resource r
    join live on live.resource_id = r.id
    join edition e on e.id = r.released_edition_id
    join site origin on origin.id = r.origin_site_id
    left join source s on s.id = e.source_id
    where r.id = any(${ids}::bigint[]) and r.state in ('active', 'archived')`);
  return rows.map((row) => sourceOf(row, texts.get(Number(row.id)) ?? textOf(row.body)));
}
