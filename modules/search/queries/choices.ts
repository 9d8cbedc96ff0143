/** Names of what can be chosen beside the results: sites, regions, and who items come from. */
import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Tally } from "#modules/search/domain/facets.ts";
import { facetsOf, frequentOrganisations } from "#modules/search/domain/facets.ts";
import type { RegionNames } from "#modules/search/domain/regions.ts";
import { regionLine } from "#modules/search/domain/regions.ts";
import type { SearchAnswer, SearchQuery } from "#modules/search/schema.ts";

export type NamedSite = { id: number; code: string; name: string; regionCode: string };

/** What is named by a number or a code all over the group. */
export type Directory = { sites: readonly NamedSite[]; regions: RegionNames };

async function listSites(db: Db): Promise<NamedSite[]> {
  const rows = await db.execute<{ id: string; code: string; name: string; regionCode: string }>(
    sql`select id, code, name, region_code as "regionCode" from public_site
      where state = 'online' order by id limit 5000`,
  );
  return rows.map(({ id, ...site }) => ({ ...site, id: Number(id) }));
}

/** Regions that have a site, and those they lie in. */
async function listRegions(db: Db): Promise<RegionNames> {
  const rows = await db.execute<{ code: string; name: string }>(sql`
    select distinct r.code, r.name from public_site s
    cross join lateral unnest(array[s.region_code, left(s.region_code, 4) || '00', left(s.region_code, 2) || '0000'])
      as within(code)
    join public_region r on r.code = within.code where s.state = 'online' order by r.code limit 5000`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

const shared = globalThis as unknown as { zsSearchDirectory?: { kept: Directory; at: number } };
const KEPT_MS = 5_000;

/** Names change rarely: kept for some seconds in this process. */
export async function directoryOf(db: Db): Promise<Directory> {
  const known = shared.zsSearchDirectory;
  if (known && performance.now() - known.at < KEPT_MS) return known.kept;
  const [sites, regions] = await Promise.all([listSites(db), listRegions(db)]);
  const kept = { sites, regions };
  shared.zsSearchDirectory = { kept, at: performance.now() };
  return kept;
}

async function organisationNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ id: string; name: string }>(
    sql`select id, name from public_source where id = any(${sql.param(ids)}::bigint[])`,
  );
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}

export type Choices = Pick<SearchAnswer, "total" | "facets" | "chosen">;

/** Counts of what else could be chosen, with names. */
export async function choicesOf(
  db: Db,
  tally: Tally,
  { directory, query }: { directory: Directory; query: SearchQuery },
): Promise<Choices> {
  const { sites, regions } = directory;
  const { organisationId, regionCode } = query;
  const asked = organisationId === null ? [] : [organisationId];
  const organisations = await organisationNames(db, [...frequentOrganisations(tally), ...asked]);
  const chosen = organisationId === null ? undefined : organisations.get(organisationId);
  return {
    ...facetsOf(tally, { sites, regions, organisations }),
    chosen: {
      regions: regionCode === null ? [] : regionLine(regionCode, regions),
      organisation:
        organisationId === null || chosen === undefined
          ? null
          : { id: organisationId, name: chosen },
    },
  };
}
