/** 推荐结果: what editors put first for a question, as far as it may be shown to who asks. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { SearchClass } from "#db/enums/search.ts";
import { questionKey, takesBestBets } from "#modules/search/curation/domain.ts";
import { CURATION } from "#modules/search/domain/settings.ts";
import { allOf } from "#modules/search/domain/tsquery.ts";
import type { Sample } from "#modules/search/queries/candidates.ts";
import { within } from "#modules/search/queries/candidates.ts";
import type { Retrieved } from "#modules/search/queries/retrieve.ts";
import type { SearchQuery } from "#modules/search/schema.ts";

export type BestBets = {
  /** In the order in which they are shown. */
  ids: readonly number[];
  /** Those that the words alone would not have found: they are counted besides. */
  outside: readonly Sample[];
};

export const NO_BEST_BETS: BestBets = { ids: [], outside: [] };

type Row = {
  resource_id: string;
  class: SearchClass;
  site_ids: string[];
  region_code: string;
  organisation_id: string | null;
  year: number;
  is_found: boolean;
};

/**
 * The site's own first, then the group's; live, within every filter of the question, and on the site
 * itself where the site's editors chose them. `searched` is what the question was taken for.
 */
export async function listBestBets(
  db: Db,
  query: SearchQuery,
  {
    searched,
    filters,
    found,
  }: { searched: string; filters: readonly string[]; found: Pick<Retrieved, "counted" | "ranked"> },
): Promise<BestBets> {
  const keys = [...new Set([query.q, searched].map(questionKey))].filter((key) => key !== "");
  if (!takesBestBets(query) || keys.length === 0) return NO_BEST_BETS;
  const isFiltered =
    filters.length > 0 ? sql`d.words @@ ${allOf([...filters])}::tsquery` : sql`true`;
  const isFound = found.counted ? sql`d.words @@ ${found.counted.query}::tsquery` : sql`false`;
  const rows = await db.execute<Row>(sql`
    select d.resource_id, d.class, d.site_ids, d.region_code, d.organisation_id, ${isFound} as is_found,
      extract(year from d.published_at at time zone 'Asia/Shanghai')::int as year
    from public_search_best_bet b
    cross join unnest(b.resource_ids) with ordinality as chosen(resource_id, position)
    join public_search_document d on d.resource_id = chosen.resource_id
    where b.keys && ${sql.param(keys)}::text[] and (b.site_id is null or b.site_id = ${query.siteId})
      and (b.site_id is null or b.site_id = any(d.site_ids)) and ${isFiltered}
      and ${within({ from: query.from, to: query.to })}
    order by b.site_id is null, b.id, chosen.position`);
  const ranked = new Set(found.ranked.map(({ resourceId }) => resourceId));
  const unique = new Map(rows.map((row) => [Number(row.resource_id), row]));
  const shown = [...unique].slice(0, CURATION.bestBets);
  return {
    ids: shown.map(([resourceId]) => resourceId),
    outside: shown
      .filter(([resourceId, row]) => !row.is_found && !ranked.has(resourceId))
      .map(([, row]) => ({
        class: row.class,
        siteIds: row.site_ids.map(Number),
        regionCode: row.region_code,
        organisationId: row.organisation_id === null ? null : Number(row.organisation_id),
        year: row.year,
      })),
  };
}
