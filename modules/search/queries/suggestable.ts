/** What may be suggested: official words, columns, sites, newest titles; a bounded set, from public views. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { SUGGESTIONS } from "#modules/search/domain/settings.ts";
import type { Suggestable } from "#modules/search/schema.ts";

type Row = {
  text: string;
  kind: Suggestable["kind"];
  resource_id: string | null;
  site_ids: string[];
};

const { longest, titles, services } = SUGGESTIONS;

export async function listSuggestable(db: Db): Promise<Suggestable[]> {
  const rows = await db.execute<Row>(sql`
    select distinct unnest(official) as text, 'word' as kind, null::bigint as resource_id,
      '{}'::bigint[] as site_ids from public_search_synonym
    union all
    select c.name, 'column', null, array_agg(distinct c.site_id)
      from public_column c join public_site s on s.id = c.site_id and s.state = 'online' group by c.name
    union all
    select name, 'organisation', null, '{}' from public_site where state = 'online'
    union all
    (select title, 'service', resource_id, site_ids from public_search_document
      where words @@ '''@cservice'''::tsquery and length(title) <= ${longest}
      order by published_at desc limit ${services})
    union all
    (select title, 'title', resource_id, site_ids from public_search_document
      where class <> 'service' and length(title) <= ${longest}
      order by published_at desc limit ${titles})`);
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
