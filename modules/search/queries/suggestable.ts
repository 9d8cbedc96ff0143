/** What may be suggested: official words, columns, sites, newest titles; a bounded set, from public views. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import { most } from "#modules/search/queries/most.ts";
import type { Suggestable } from "#modules/search/schema.ts";

type Row = {
  text: string;
  kind: Suggestable["kind"];
  resource_id: string | null;
  site_ids: string[];
};

const { longest, titles, services } = SUGGESTIONS;

export async function listSuggestable(db: Db): Promise<Suggestable[]> {
  // Which are the newest is asked of the narrow rows of titles: of a million wide ones it would take seconds.
  const rows = await db.execute<Row>(sql`
    with newest as materialized (
      select resource_id from public_search_title order by published_at desc, resource_id desc ${most(titles)}),
    service as materialized (
      select resource_id from public_search_title where words @@ '''@cservice'''::tsquery
      order by published_at desc, resource_id desc ${most(services)})
    select distinct unnest(official) as text, 'word' as kind, null::bigint as resource_id,
      '{}'::bigint[] as site_ids from public_search_synonym
    union all
    select c.name, 'column', null, array_agg(distinct c.site_id)
      from public_column c join public_site s on s.id = c.site_id and s.state = 'online' group by c.name
    union all
    select name, 'organisation', null, '{}' from public_site where state = 'online'
    union all
    select d.title, 'service', d.resource_id, d.site_ids
      from service join public_search_document d using (resource_id) where length(d.title) <= ${longest}
    union all
    select d.title, 'title', d.resource_id, d.site_ids from newest join public_search_document d using (resource_id)
      where d.class <> 'service' and length(d.title) <= ${longest}`);
  return rows.map(({ text, kind, resource_id, site_ids }) => ({
    text,
    kind,
    resourceId: resource_id === null ? null : Number(resource_id),
    siteIds: site_ids.map(Number),
  }));
}

/** Which of these are still to be found: what was withdrawn is not suggested a moment longer. */
export async function listFindable(db: Db, resourceIds: readonly number[]): Promise<Set<number>> {
  if (resourceIds.length === 0) return new Set();
  const rows = await db.execute<{ resource_id: string }>(sql`
    select resource_id from public_search_document
    where resource_id = any(${sql.param(resourceIds)}::bigint[])`);
  return new Set(rows.map(({ resource_id }) => Number(resource_id)));
}
