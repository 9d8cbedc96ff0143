/** Everything of one site that citizens may read now, for a search that needs no server. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { OfflineEntry } from "#modules/search/offline/schema.ts";
import { OFFLINE } from "#modules/search/offline/schema.ts";
import { listSources } from "#modules/search/queries/source.ts";

type Place = { resource_id: string; path: string; column_name: string };

/** One entry a resource, at the first of its places on the site; newest first. */
export async function listOfflineEntries(db: Db, siteId: number): Promise<OfflineEntry[]> {
  const places = await db.execute<Place>(sql`
    select distinct on (p.resource_id) p.resource_id, p.path, c.name as column_name
    from placement p join site_column c on c.id = p.column_id
    where p.site_id = ${siteId} and p.state = 'live' and p.path is not null
    order by p.resource_id, p.id`);
  const placeOf = new Map(places.map((place) => [Number(place.resource_id), place]));
  const ids = [...placeOf.keys()];
  const entries: OfflineEntry[] = [];
  for (let from = 0; from < ids.length; from += OFFLINE.chunk) {
    const chunk = ids.slice(from, from + OFFLINE.chunk);
    const sources = await db.transaction((tx) => listSources(tx, chunk));
    for (const { resourceId, title, text, documentNumber, publishedAt } of sources) {
      const place = placeOf.get(resourceId);
      if (!place) continue;
      const told = [documentNumber ?? "", text].join(" ").replace(/\s+/g, " ").trim();
      entries.push({
        ...{ title, path: place.path, column: place.column_name, publishedAt },
        text: [...told].slice(0, OFFLINE.characters).join(""),
      });
    }
  }
  return entries.sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime());
}
